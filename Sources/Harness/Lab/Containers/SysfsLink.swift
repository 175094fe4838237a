/// A container's interface as `/sys/class/net` shows it on both sides (sysfs-class-net).
enum SysfsLink {
    /// Whether the container's named interface, or any in its `/sys`, and one of the host are each other's `iflink`.
    static func isPair(_ name: String?, of container: Container) throws -> (isPair: Bool, evidence: [Evidence]) {
        let folder = container.root + "/sys/class/net"
        let host = try container.daemonApart(in: .net).map { "/proc/\($0)/root" } ?? ""
        if let name { return try isPair(folder + "/" + name, on: host + "/sys/class/net") }
        let names = try TextFile.names(in: folder).filter { $0 != "lo" }
        for name in names {
            let (isPair, evidence) = try isPair(folder + "/" + name, on: host + "/sys/class/net")
            if isPair { return (true, evidence) }
        }
        return (false, [.seen(.same("\(folder): lo \(names.joined(separator: " "))"))])
    }

    private static func isPair(_ folder: String, on links: String) throws -> (isPair: Bool, evidence: [Evidence]) {
        let (index, peer) = try (TextFile.read(folder + "/ifindex"), TextFile.read(folder + "/iflink"))
        guard index.text != peer.text else { return (false, [.file(index), .file(peer)]) }
        for host in try TextFile.names(in: links) {
            guard let theirs = try? TextFile.read("\(links)/\(host)/ifindex"), theirs.text == peer.text,
                let back = try? TextFile.read("\(links)/\(host)/iflink")
            else { continue }
            return (back.text == index.text, [.file(index), .file(peer), .file(theirs), .file(back)])
        }
        let seen = Sentence(
            "no interface of the host has that index", "ninguna interfaz del anfitrión tiene ese índice")
        return (false, [.file(index), .file(peer), .seen(seen)])
    }
}
