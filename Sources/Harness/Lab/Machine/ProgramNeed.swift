/// A program that the lab uses, and where it comes from.
package struct ProgramNeed: Sendable, Hashable {
    /// The name of the program.
    package var program: String
    /// The Debian packages that have it; the first that exists is installed.
    package var packages: [String]
    /// Its purpose, as the end of "needed to …".
    package var purpose: Sentence

    /// The needed programs, given the engines that answer already.
    package static func all(dockerAnswers: Bool, lxdAnswers: Bool) -> [ProgramNeed] {
        let family = LXDFamily.current
        return always + [client(of: family)] + (dockerAnswers ? [] : docker) + (lxdAnswers ? [] : daemon(of: family))
    }

    /// The programs that only some uses need.
    package static let optional = [
        ProgramNeed(
            program: "pdftotext", packages: ["poppler-utils"],
            purpose: Sentence("read reports in PDF", "leer memorias en PDF")),
        ProgramNeed(
            program: "unzip", packages: ["unzip"],
            purpose: Sentence("read reports in .docx and .odt", "leer memorias en .docx y .odt")),
        ProgramNeed(
            program: "xmllint", packages: ["libxml2-utils"],
            purpose: Sentence("read reports in HTML", "leer memorias en HTML")),
    ]

    /// The program without which every report is read that can be judged; set-up leaves it out.
    package static let guesser = ProgramNeed(
        program: "tesseract", packages: ["tesseract-ocr"],
        purpose: Sentence(
            "guess at the words of scanned reports, which are not judged",
            "adivinar las palabras de memorias escaneadas, que no se juzgan"))

    /// Whether this machine has it.
    package var isThere: Bool {
        if program == "busybox" { return (try? HostPrograms.staticBusyBox()) != nil }
        return ProgramPath.path(of: program) != nil
    }

    private static let always = [
        ProgramNeed(
            program: "docker", packages: ["docker-cli", "docker.io"],
            purpose: Sentence("speak to Docker", "hablar con Docker")),
        ProgramNeed(
            program: "busybox", packages: ["busybox-static"],
            purpose: Sentence("build images offline", "hacer imágenes sin red")),
        ProgramNeed(program: "ip", packages: ["iproute2"], purpose: Sentence("look at the network", "mirar la red")),
        ProgramNeed(
            program: "iptables", packages: ["iptables"],
            purpose: Sentence("look at address translation", "mirar la traducción de direcciones")),
        ProgramNeed(
            program: "nsenter", packages: ["util-linux"],
            purpose: Sentence("enter namespaces", "entrar en espacios de nombres")),
        ProgramNeed(
            program: "losetup", packages: ["mount"],
            purpose: Sentence("look at loop devices", "mirar los dispositivos loop")),
        ProgramNeed(program: "ps", packages: ["procps"], purpose: Sentence("list processes", "listar procesos")),
    ]

    private static func client(of family: LXDFamily) -> ProgramNeed {
        ProgramNeed(
            program: family.client, packages: family == .lxd ? ["lxd-client"] : ["incus-client", "incus"],
            purpose: Sentence("speak to \(family.title)", "hablar con \(family.title)"))
    }

    private static let docker = [
        ProgramNeed(program: "dockerd", packages: ["docker.io"], purpose: Sentence("run Docker", "ejecutar Docker"))
    ]

    private static func daemon(of family: LXDFamily) -> [ProgramNeed] {
        let daemon = ProgramNeed(
            program: family.daemon, packages: family == .lxd ? ["lxd"] : ["incus-base", "incus"],
            purpose: Sentence("run \(family.title)", "ejecutar \(family.title)"))
        return [daemon] + aroundLXD
    }

    private static let aroundLXD = [
        ProgramNeed(
            program: "lxcfs", packages: ["lxcfs"],
            purpose: Sentence(
                "show LXD's containers their own /proc", "mostrar a los contenedores de LXD un /proc propio")),
        ProgramNeed(
            program: "dnsmasq", packages: ["dnsmasq-base"],
            purpose: Sentence("give LXD's containers addresses", "dar direcciones a los contenedores de LXD")),
        ProgramNeed(
            program: "newuidmap", packages: ["uidmap"],
            purpose: Sentence("map LXD's users", "hacer los mapas de usuarios de LXD")),
        ProgramNeed(
            program: "mkfs.btrfs", packages: ["btrfs-progs"],
            purpose: Sentence("make LXD's pool", "hacer la zona de almacenamiento de LXD")),
        ProgramNeed(
            program: "mkfs.ext4", packages: ["e2fsprogs"],
            purpose: Sentence("make file systems", "hacer sistemas de ficheros")),
    ]
}
