/// A program that the lab uses, and where it comes from.
package struct ProgramNeed: Sendable, Hashable {
    /// The name of the program.
    package var program: String
    /// The Debian packages that have it; the first that exists is installed.
    package var packages: [String]
    /// Its purpose, as the end of "needed to …".
    package var purpose: String

    /// The needed programs, given the engines that answer already.
    package static func all(dockerAnswers: Bool, lxdAnswers: Bool) -> [ProgramNeed] {
        let family = LXDFamily.current
        return always + [client(of: family)] + (dockerAnswers ? [] : docker)
            + (lxdAnswers || family != .lxd ? [] : lxd)
    }

    /// The programs that only some uses need.
    package static let optional = [
        ProgramNeed(program: "pdftotext", packages: ["poppler-utils"], purpose: "read reports in PDF")
    ]

    /// Whether this machine has it.
    package var isThere: Bool {
        if program == "busybox" { return (try? HostPrograms.staticBusyBox()) != nil }
        return ProgramPath.path(of: program) != nil
    }

    private static let always = [
        ProgramNeed(program: "docker", packages: ["docker-cli", "docker.io"], purpose: "speak to Docker"),
        ProgramNeed(program: "busybox", packages: ["busybox-static"], purpose: "build images offline"),
        ProgramNeed(program: "ip", packages: ["iproute2"], purpose: "look at the network"),
        ProgramNeed(program: "iptables", packages: ["iptables"], purpose: "look at address translation"),
        ProgramNeed(program: "nsenter", packages: ["util-linux"], purpose: "enter namespaces"),
        ProgramNeed(program: "losetup", packages: ["mount"], purpose: "look at loop devices"),
        ProgramNeed(program: "ps", packages: ["procps"], purpose: "list processes"),
    ]

    private static func client(of family: LXDFamily) -> ProgramNeed {
        ProgramNeed(
            program: family.client, packages: family == .lxd ? ["lxd-client"] : ["incus-client", "incus"],
            purpose: "speak to \(family.title)")
    }

    private static let docker = [
        ProgramNeed(program: "dockerd", packages: ["docker.io"], purpose: "run Docker")
    ]

    private static let lxd = [
        ProgramNeed(program: "lxd", packages: ["lxd"], purpose: "run LXD"),
        ProgramNeed(program: "lxcfs", packages: ["lxcfs"], purpose: "show LXD's containers their own /proc"),
        ProgramNeed(program: "dnsmasq", packages: ["dnsmasq-base"], purpose: "give LXD's containers addresses"),
        ProgramNeed(program: "newuidmap", packages: ["uidmap"], purpose: "map LXD's users"),
        ProgramNeed(program: "mkfs.btrfs", packages: ["btrfs-progs"], purpose: "make LXD's pool"),
        ProgramNeed(program: "mkfs.ext4", packages: ["e2fsprogs"], purpose: "make file systems"),
    ]
}
