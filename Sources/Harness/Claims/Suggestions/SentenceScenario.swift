/// The engines and options of which a sentence speaks.
struct SentenceScenario: Sendable {
    /// The engines with the places of their words, but for those to which something is only compared.
    let engines: [(engine: Engine, place: Int)]
    /// Whether it speaks of both alike.
    let isBoth: Bool
    /// The options with the places of their words.
    let options: [(engine: Engine, text: String, place: Int)]
    /// Whether it has an option that no scenario has.
    let isForeign: Bool

    init(_ words: [ProseWord]) {
        engines = words.indices.compactMap { place in
            guard let engine = Self.engine(words[place].text), !Self.isCompared(words, place) else { return nil }
            return (engine, place)
        }
        isBoth = Self.isBoth(words, engines)
        var (options, isForeign): ([(Engine, String, Int)], Bool) = ([], false)
        let isUpdate = words.contains { ["update", "set"].contains($0.text) }
        // Options begin with a dash, or have a full stop or an equals sign.
        for place in words.indices
        where words[place].text.utf8.contains(where: { $0 == 0x2D || $0 == 0x2E || $0 == 0x3D }) {
            let text = words[place].text
            if Self.foreign.contains(where: { text.hasPrefix($0) }), !Self.isDenied(words, place) { isForeign = true }
            if let (engine, option) = Self.option(words, place), !Self.isDenied(words, place) {
                if !(isUpdate && (option.contains("limit"))) { options.append((engine, option, place)) }
            }
        }
        (self.options, self.isForeign) = (options.map { (engine: $0.0, text: $0.1, place: $0.2) }, isForeign)
    }

    /// The engines to which what stands at a place belongs; empty if the sentence does not tell.
    func engines(at match: Range<Int>) -> [Engine] {
        if isBoth { return Engine.ofTheSheet }
        let own = Set(engines.map(\.engine))
        if own.count <= 1 { return Array(own) }
        let before = engines.last { $0.place <= match.lowerBound } ?? engines.last { match.contains($0.place) }
        return before.map { [$0.engine] } ?? []
    }

    /// The scenario of an engine at a place; nil if a claim cannot name it.
    func scenario(of engine: Engine, at match: Range<Int>) -> Scenario? {
        guard !isForeign else { return nil }
        let own = options.filter { $0.engine == engine }
        guard own.count == options.count || own.isEmpty == options.isEmpty else { return nil }
        let near = own.last { $0.place < match.upperBound } ?? own.first { $0.place <= match.upperBound + 2 }
        return try? Scenario(parsing: ([engine.rawValue] + [near?.text].compactMap { $0 }).joined(separator: " "))
    }

    /// The engine that a word names.
    static func engine(_ word: String) -> Engine? {
        switch word {
        case "docker", "docker's", "dockerd", "docker0", "curl", "curlimages/curl", "curl_user": .docker
        case "lxd", "lxd's", "lxc", "incus", "lxdbr0", "myalpine", "myalpine2": .lxd
        default: nil
        }
    }

    private static func isCompared(_ words: [ProseWord], _ place: Int) -> Bool {
        let before = words[..<place].suffix(3).map(\.text)
        if isPaired(words.map(\.text)) { return false }
        return before.contains {
            ["como", "diferencia", "unlike", "like", "than", "igual", "contrario", "as"].contains($0)
        }
    }

    /// Whether a word stands for two engines, and not for two containers or sides: `ambos`, `los dos`.
    private static func isPair(_ texts: [String], _ place: Int) -> Bool {
        let isTwo = texts[place] == "dos" && place > 0 && ["los", "las"].contains(texts[place - 1])
        guard isTwo || ["ambos", "ambas", "both"].contains(texts[place]) else { return false }
        let next = place + 1 < texts.count ? texts[place + 1] : ""
        return ![
            "conten", "proces", "lado", "side", "host", "terminal", "extrem", "of", "end", "fich", "file", "usuar",
            "user",
        ]
        .contains { next.hasPrefix($0) }
    }

    /// Whether two things are named alike: `tanto en Docker como en LXD`.
    private static func isPaired(_ texts: [String]) -> Bool {
        guard let first = texts.firstIndex(of: "tanto") else { return false }
        return !["por", "lo"].contains(texts[..<first].last ?? "") && texts[first...].contains("como")
    }

    private static func isBoth(_ words: [ProseWord], _ engines: [(engine: Engine, place: Int)]) -> Bool {
        let texts = words.map(\.text)
        if Set(engines.map(\.engine)).count != 1,
            isPaired(texts) || texts.indices.contains(where: { isPair(texts, $0) })
        {
            return true
        }
        // Docker y LXD
        return zip(engines, engines.dropFirst()).contains { first, second in
            first.engine != second.engine && second.place - first.place <= 3
                && texts[first.place..<second.place].contains { ["y", "and", "e"].contains($0) }
                && texts[first.place..<second.place].dropFirst().allSatisfy {
                    ["y", "and", "e", "en", "in"].contains($0)
                }
        }
    }

    private static func isDenied(_ words: [ProseWord], _ place: Int) -> Bool {
        words[..<place].suffix(3).contains { ["sin", "without", "no", "omitir", "omite"].contains($0.text) }
    }

    private static let foreign = [
        "--privileged", "--cap-", "--security-opt", "--device=/", "--volumes-from", "--sysctl",
    ]

    /// The option at a word, as a scenario writes it.
    private static func option(_ words: [ProseWord], _ place: Int) -> (Engine, String)? {
        let (text, next) = (words[place].text, place + 1 < words.count ? words[place + 1].text : "")
        let name = String(text.prefix { $0 != "=" })
        // Typesetters make one dash of two.
        let typed = name.hasPrefix("-") && docker.contains("-" + name) ? "-" + name : name
        if docker.contains(typed) {
            let value = text.contains("=") ? String(text.dropFirst(name.count + 1)) : next
            if typed == "-u" || typed == "--user", !value.allSatisfy({ $0.isNumber || $0 == ":" }), value != "root" {
                return nil
            }
            let option = (typed.hasPrefix("--") ? typed + "=" : typed + " ") + value
            return (try? Scenario(parsing: "docker " + option)) == nil ? nil : (.docker, option)
        }
        if name == "shift", text == "shift=true" { return (.lxd, "--device=shift") }
        if name == "raw.idmap" {
            let value = words[(place + 1)...].prefix(3).map(\.text)
            guard value.count == 3, ["both", "uid", "gid"].contains(value[0]) else { return nil }
            return (.lxd, "-c raw.idmap=\"" + value.joined(separator: " ") + "\"")
        }
        guard lxd.contains(name) else { return nil }
        let value = text.contains("=") ? String(text.dropFirst(name.count + 1)) : next
        let option = "-c \(name)=\(value)"
        return (try? Scenario(parsing: "lxd " + option)) == nil ? nil : (.lxd, option)
    }

    private static let docker: Set<String> = [
        "--pid", "--uts", "--ipc", "--network", "--net", "--cgroupns", "--userns", "-u", "--user", "--pids-limit",
        "--init", "--read-only",
    ]
    private static let lxd: Set<String> = [
        "security.privileged", "security.nesting", "security.idmap.isolated", "limits.processes",
    ]
}
