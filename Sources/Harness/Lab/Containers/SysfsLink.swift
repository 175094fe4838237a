/// A container's interface as `/sys/class/net` shows it on both sides (sysfs-class-net).
enum SysfsLink {
    /// Whether the container's named interface, or any in its `/sys`, and one of the host are each other's `iflink`.
    static func isPair(_ name: String?, of container: Container) throws -> (isPair: Bool, evidence: [Evidence]) {
        let folder = container.root + "/sys/class/net"
        if let name { return try isPair(folder + "/" + name) }
        let names = try KernelFile.names(in: folder).filter { $0 != "lo" }
        for name in names {
            let (isPair, evidence) = try isPair(folder + "/" + name)
            if isPair { return (true, evidence) }
        }
        return (false, [.seen(.same("\(folder): lo \(names.joined(separator: " "))"))])
    }

    private static func isPair(_ folder: String) throws -> (isPair: Bool, evidence: [Evidence]) {
        let (index, peer) = try (KernelFile.read(folder + "/ifindex"), KernelFile.read(folder + "/iflink"))
        guard index.text != peer.text else { return (false, [.file(index), .file(peer)]) }
        for host in try KernelFile.names(in: "/sys/class/net") {
            guard let theirs = try? KernelFile.read("/sys/class/net/\(host)/ifindex"), theirs.text == peer.text,
                let back = try? KernelFile.read("/sys/class/net/\(host)/iflink")
            else { continue }
            return (back.text == index.text, [.file(index), .file(peer), .file(theirs), .file(back)])
        }
        let seen = Sentence(
            "no interface of the host has that index", "ninguna interfaz del anfitrión tiene ese índice")
        return (false, [.file(index), .file(peer), .seen(seen)])
    }
}
