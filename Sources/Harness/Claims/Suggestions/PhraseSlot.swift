/// A kind of value that a phrase may name.
enum PhraseSlot: String, Sendable {
    case space, area, kind, owner, ids, nobody, number, version, cgroup, distribution, filesystem, driver, bridge, map

    /// A value with what else it tells.
    struct Value: Sendable {
        var slot: PhraseSlot
        var text = ""
        var kinds: [NamespaceKind] = []
        /// The engine of which alone it can be said.
        var engine: Engine?
    }

    /// The values of the kind at a word, each with the place behind it.
    func values(in words: [ProseWord], at start: Int) -> [(Value, Int)] {
        guard start < words.count else { return [] }
        func value(_ text: String, _ engine: Engine? = nil, count: Int = 1) -> [(Value, Int)] {
            [(Value(slot: self, text: text, engine: engine), start + count)]
        }
        let (word, next) = (words[start].text, start + 1 < words.count ? words[start + 1].text : "")
        switch self {
        case .space, .area, .kind:
            return NamespaceTerms.found(self, words, start).map { kinds, end in (Value(slot: self, kinds: kinds), end) }
        case .owner:
            if let owner = Self.owner(word) { return value(owner) }
            return word == "uid" || word == "usuario" || word == "user"
                ? Self.owner(next).map { value($0, count: 2) } ?? [] : []
        case .ids: return word.contains(":") ? ValueSpelling.owner(word).map { value($0) } ?? [] : []
        case .nobody:
            return ["nobody", "65534", "65534:65534", "nobody:nogroup"].contains(word) ? value("65534:65534") : []
        case .number: return ValueSpelling.number(word).map { value($0) } ?? []
        case .version:
            if let version = ["v1": "v1", "v2": "v2", "hibrido": "hybrid", "hibrida": "hybrid", "hybrid": "hybrid"][
                word]
            {
                return value(version)
            }
            let version = ["1": "v1", "2": "v2", "v1": "v1", "v2": "v2"][next]
            return word == "version" ? version.map { value($0, count: 2) } ?? [] : []
        case .cgroup:
            return Self.cgroup(word)
                .map { value($0.part, $0.engine) } ?? []
        case .distribution:
            return ["alpine", "ubuntu", "debian", "fedora", "centos"].contains(word) ? value(word) : []
        case .filesystem:
            let name = ["overlay2": "overlay", "overlayfs": "overlay"][word] ?? word
            return ["overlay", "btrfs", "zfs", "ext4", "xfs"].contains(name) ? value(name) : []
        case .driver: return ["btrfs", "dir", "zfs", "lvm"].contains(word) ? value(word) : []
        case .bridge:
            return word == "docker0"
                ? value(word, .docker) : word == "lxdbr0" || word == "incusbr0" ? value(word, .lxd) : []
        case .map:
            let numbers = words[start...].prefix(3).map(\.text)
            return numbers.count == 3 && numbers.allSatisfy { ValueSpelling.number($0) != nil }
                ? value(numbers.joined(separator: " "), count: 3) : []
        }
    }

    /// The owner that a word names for certain.
    private static func owner(_ word: String) -> String? {
        if word == "root" { return "0:0" }
        if word == "65534" { return "65534:65534" }
        // Root of a container with a map of its own: the group begins where the user does.
        if let number = UInt32(word), number >= 100_000, number % 1000 == 0 { return "\(number):\(number)" }
        guard word == "nobody" || word.contains(":") else { return nil }
        return ValueSpelling.owner(word)
    }

    /// The part of a cgroup's path that every container of an engine has.
    private static func cgroup(_ word: String) -> (part: String, engine: Engine)? {
        if word.hasPrefix("/docker/") { return ("/docker/", .docker) }
        if word.contains("/docker-") || word.hasPrefix("docker-") && word.contains(".scope") {
            return ("docker-", .docker)
        }
        if word.hasPrefix("/lxc.payload") || word.hasPrefix("lxc.payload") { return ("lxc.payload", .lxd) }
        return nil
    }
}
