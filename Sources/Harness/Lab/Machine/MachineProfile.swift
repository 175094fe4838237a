internal import Foundation

/// The known properties of a machine on which values of facts depend.
///
/// In a report it is a line, `Machine: cgroup v2; Docker 24.0.7 systemd overlay2; LXD 5.0.2 btrfs; subuid 100000:65536`.
package struct MachineProfile: Sendable, Hashable {
    /// The known properties, each in one spelling.
    package private(set) var properties: [Dependence: String] = [:]
    /// The versions of the engines, which are told but never compared.
    package var versions: [Engine: String] = [:]

    /// A machine of which nothing is known.
    package init() {}

    /// A property; what is assumed of it if it is unknown; nil if nothing can be assumed.
    package subscript(_ dependence: Dependence) -> String? {
        get { properties[dependence] ?? dependence.usual }
        set { properties[dependence] = newValue }
    }

    /// Whether nothing is known of it.
    package var isEmpty: Bool { properties.isEmpty }

    /// The machine that a line describes; what is not understood is passed by.
    ///
    /// The words of an engine stand behind its name, up to a semicolon.
    package init(parsing line: String) {
        let folded = line.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).lowercased()
        for clause in folded.split(separator: ";") { read(clause) }
    }

    private mutating func read(_ clause: Substring) {
        var subject: Engine?
        let words = clause.split { " ,()\t=|`*".contains($0) }.map { String($0).trimming(".:") }
        for (index, word) in words.enumerated() {
            if let version = Self.cgroups(word, words.dropFirst(index + 1)) { self[.cgroups] = version }
            switch word {
            case "docker": subject = .docker
            case "lxd", "lxc", "incus": subject = .lxd
            case "snap" where subject == nil: subject = .lxd
            default: note(word, of: subject)
            }
            if word.first?.isNumber ?? false, let engine = subject, index > 0, versions[engine] == nil,
                word.contains("."), ["docker", "lxd", "lxc", "incus"].contains(words[index - 1])
            {
                versions[engine] = word
            }
        }
    }

    private mutating func note(_ word: String, of subject: Engine?) {
        if let ids = word.wholeMatch(of: #/(?:root:)?(\d{5,10}):(\d{4,10})/#) {
            if properties[.subordinateIDs] == nil { self[.subordinateIDs] = "\(ids.1) \(ids.2)" }
        }
        switch (subject, word) {
        case (.docker?, "rootless"), (nil, "rootless"): self[.remapping] = "rootless"
        case (.docker?, "userns-remap"), (.docker?, "remap"), (.docker?, "remapped"), (.docker?, "userns"),
            (nil, "userns-remap"):
            self[.remapping] = "userns-remap"
        case (.docker?, "cgroupfs"), (.docker?, "systemd"): self[.cgroupDriver] = word
        // Docker Desktop runs its daemon in a virtual machine: it maps owners, and its bridge is not the host's.
        case (.docker?, "desktop"): (self[.remapping], self[.network]) = ("Docker Desktop", "Docker Desktop")
        case (.docker?, _):
            if let driver = Self.storageDriver(word) { self[.storageDriver] = driver }
        case (.lxd?, "btrfs"), (.lxd?, "zfs"), (.lxd?, "dir"), (.lxd?, "lvm"), (.lxd?, "ceph"):
            if properties[.pool] == nil { self[.pool] = word }
        default: break
        }
    }

    /// The cgroup version that a word tells, with the next words: `cgroup v2`, `cgroups-v1`, `cgroup2`.
    private static func cgroups(_ word: String, _ next: ArraySlice<String>) -> String? {
        guard let rest = word.after("cgroup") ?? (word == "control" ? "" : nil) else { return nil }
        let spelled = rest.filter { $0.isLetter || $0.isNumber }
        let words = [spelled.hasPrefix("s") ? String(spelled.dropFirst()) : spelled] + next.prefix(3)
        for word in words {
            if word.hasPrefix("hybrid") || word.hasPrefix("hibrid") { return "hybrid" }
            if word == "v1" || word == "1" { return "v1" }
            if word == "v2" || word == "2" { return "v2" }
        }
        return nil
    }

    /// The storage driver that a word means, in Docker's spelling.
    static func storageDriver(_ word: String) -> String? {
        switch word {
        case "overlay", "overlay2", "overlayfs": "overlay2"
        case "fuse-overlayfs", "fuse.fuse-overlayfs", "fuse": "fuse-overlayfs"
        case "aufs", "btrfs", "zfs", "devicemapper", "vfs": word
        default: nil
        }
    }

    /// Notes what a value of a fact says of the machine, if it is known from nowhere else.
    package mutating func learn(_ fact: String, in scenario: Scenario, is value: String) {
        let learnt: (Dependence, String?)? =
            switch (fact, scenario) {
            case ("cgroup.version", _): (.cgroups, value)
            case ("pool.driver", .lxd): (.pool, value)
            case ("users.uid-map", .lxd): (.subordinateIDs, Self.ids(value))
            case ("users.uid-map", .docker): (.remapping, value.hasPrefix("0 0 ") ? "none" : "userns-remap")
            case ("namespace.user", .docker): (.remapping, value == "shared" ? "none" : nil)
            case ("users.root-inside-is", .docker): (.remapping, value == "host root" ? "none" : nil)
            case ("cgroup.path", .docker):
                (.cgroupDriver, value.contains(".slice") ? "systemd" : value.contains("/docker/") ? "cgroupfs" : nil)
            case ("root.filesystem", .docker): (.storageDriver, Self.storageDriver(value))
            default: nil
            }
        if let (dependence, property) = learnt, let property, properties[dependence] == nil {
            properties[dependence] = property
        }
    }

    /// The host's IDs in a map of one entry: `0 100000 65536`.
    private static func ids(_ map: String) -> String? {
        let words = map.split(separator: " ")
        return words.count == 3 && words[0] == "0" ? words.dropFirst().joined(separator: " ") : nil
    }

    /// The line that describes the machine in a report.
    package func line(in language: Language) -> String {
        let of = { (words: [String?]) in words.compactMap(\.self).joined(separator: " ") }
        let remapping = properties[.remapping].flatMap { $0 == "none" ? nil : $0 }
        let docker = versions[.docker].map {
            of(["Docker", $0, properties[.cgroupDriver], properties[.storageDriver], remapping])
        }
        let lxd = versions[.lxd].map { of(["LXD", $0, properties[.pool]]) }
        let ids = properties[.subordinateIDs].map { "subuid " + $0.replacing(" ", with: ":") }
        let parts = [properties[.cgroups].map { "cgroup " + $0 }, docker, lxd, ids].compactMap(\.self)
        return Sentence("Machine: ", "Máquina: ").text(in: language) + parts.joined(separator: "; ")
    }
}

/// The form in a record: an object with the known properties, and with the versions under the engines' names.
extension MachineProfile: Codable {
    /// A machine from its form in a record; a property that is unknown to this program is passed by.
    package init(from decoder: any Decoder) throws {
        for (name, value) in try decoder.singleValueContainer().decode([String: String].self) {
            if let dependence = Dependence(rawValue: name) { properties[dependence] = value }
            if let engine = Engine(rawValue: name) { versions[engine] = value }
        }
    }

    /// Writes the machine in its form in a record.
    package func encode(to encoder: any Encoder) throws {
        var form = encoder.singleValueContainer()
        let known = properties.map { ($0.rawValue, $1) } + versions.map { ($0.rawValue, $1) }
        try form.encode(Dictionary(uniqueKeysWithValues: known))
    }
}
