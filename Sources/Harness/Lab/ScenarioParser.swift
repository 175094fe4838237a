/// A scenario that cannot be used: what is wrong with it, and what is allowed instead.
public struct ScenarioError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The problem in a sentence.
    public var description: String
}

extension Scenario {
    /// Reads a scenario as a person types it: an engine's name, then options.
    ///
    /// Throws a ``ScenarioError`` for whatever is not in the table of options.
    public init(parsing text: String) throws(ScenarioError) {
        var words = text.split(whereSeparator: \.isWhitespace).map(String.init)[...]
        guard let name = words.popFirst(), let engine = Engine(rawValue: name.lowercased()) else {
            let engines = Engine.allCases.map(\.rawValue).joined(separator: " or ")
            throw ScenarioError(
                description: "a scenario begins with \(engines), not with \u{201c}\(text.quotedForReaders)\u{201d}")
        }
        var options: [ScenarioOption] = []
        while let word = words.popFirst() {
            let option = try Self.option(word, &words, engine)
            if options.contains(where: { $0.name == option.name }) {
                throw ScenarioError(description: "the option \(option.name) is there twice")
            }
            options.append(option)
        }
        self.init(engine: engine, options: options)
    }

    /// Reads one option, which may take the next words as its value.
    private static func option(
        _ word: String, _ rest: inout ArraySlice<String>, _ engine: Engine
    ) throws(ScenarioError) -> ScenarioOption {
        var spelled = word
        if word == "-c" || word == "--config" {
            guard let key = rest.popFirst() else { throw ScenarioError(description: "-c lacks its KEY=VALUE") }
            spelled = "-c " + key
        }
        let rows = ScenarioOption.table.filter { $0.engine == engine }
        for row in rows {
            for name in row.names {
                if spelled == name {
                    if let implied = row.implied { return ScenarioOption(name: row.names[0], value: implied) }
                    guard let next = rest.popFirst() else {
                        throw ScenarioError(description: "\(name) lacks its value: \(row.kind.description)")
                    }
                    return try row.option(next)
                }
                guard spelled.hasPrefix(name + "=") else { continue }
                var value = String(spelled.dropFirst(name.count + 1))
                if row.kind == .idmap, let host = rest.popFirst(), let inside = rest.popFirst() {
                    value += " \(host) \(inside)"
                }
                return try row.option(value.trimming("'\""))
            }
        }
        let known = rows.map { $0.names[0] }
        let nearest = spelled.prefix { $0 != "=" }.nearest(in: known) ?? known.joined(separator: ", ")
        throw ScenarioError(
            description:
                "\(engine.rawValue) \u{201c}\(spelled.quotedForReaders)\u{201d} is not an option of scenarios; "
                + "the nearest that is: \(nearest)")
    }
}

extension ScenarioOption.Row {
    /// The option with that value, in one spelling.
    fileprivate func option(_ value: String) throws(ScenarioError) -> ScenarioOption {
        guard let checked = kind.checked(value) else {
            throw ScenarioError(
                description:
                    "\(names[0]) does not take \u{201c}\(value.quotedForReaders)\u{201d}, but: \(kind.description)")
        }
        return ScenarioOption(name: names[0], value: checked)
    }
}

extension ScenarioOption.Kind {
    /// The value in its one spelling, or nil if it is out of bounds.
    func checked(_ value: String) -> String? {
        switch self {
        case .word(let words):
            return words.contains(value) ? value : value == "container:" ? words.first { $0 == "container:first" } : nil
        case .truth:
            return ["true", "false"].contains(value.lowercased()) ? value.lowercased() : nil
        case .number(let range):
            return Int(value).flatMap { range.contains($0) ? "\($0)" : nil }
        case .user:
            let ids = value.split(separator: ":", omittingEmptySubsequences: false).map { UInt16($0) }
            guard (1...2).contains(ids.count), !ids.contains(nil) else { return nil }
            return ids.compactMap { $0 }.map(String.init).joined(separator: ":")
        case .idmap:
            let words = value.split(separator: " ")
            guard words.count == 3, ["both", "uid", "gid"].contains(String(words[0])),
                let host = UInt16(words[1]), let inside = UInt16(words[2])
            else { return nil }
            return "\(words[0]) \(host) \(inside)"
        }
    }
}
