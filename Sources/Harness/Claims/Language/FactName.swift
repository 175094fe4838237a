/// The names by which reports call facts.
enum FactName {
    /// The fact of an id, in which `-`, `_` and `.` may stand for one another or be left out.
    static func fact(_ name: String) -> Fact? {
        Catalogue.fact(name) ?? (name.utf8.count < 80 ? byLetters[letters(name)].flatMap(Catalogue.fact) : nil)
    }

    private static func letters(_ name: String) -> String { name.filter { !"-_.".contains($0) } }

    private static let byLetters: [String: String] = {
        let all = Dictionary(grouping: Catalogue.facts.map(\.id), by: letters)
        return all.compactMapValues { $0.count == 1 ? $0[0] : nil }
    }()

    /// The facts of the same kind that are nearest to an unknown name, in words; nil if none is near.
    static func nearest(to name: String) -> String? {
        let all = Catalogue.facts.map(\.id)
        let parts = name.split { ".-_".contains($0) }
        guard let kind = parts.first else { return nil }
        let same = all.filter { $0.hasPrefix("\(kind).") }
        if same.isEmpty { return name.nearest(in: all) }
        if parts.count == 1 { return same.prefix(8).joined(separator: ", ") }
        if let word = words[String(parts[1])], same.contains("\(kind).\(word)") { return "\(kind).\(word)" }
        return name.nearest(in: same) ?? same.prefix(8).joined(separator: ", ")
    }

    /// Other words for the kinds of namespaces.
    private static let words = [
        "red": "net", "redes": "net", "network": "net", "usuario": "user", "usuarios": "user", "users": "user",
        "montaje": "mnt", "montajes": "mnt", "mount": "mnt", "mounts": "mnt", "proceso": "pid", "procesos": "pid",
        "process": "pid", "host": "uts", "hostname": "uts", "nombre": "uts", "reloj": "time", "tiempo": "time",
        "clock": "time", "cgroups": "cgroup",
    ]
}
