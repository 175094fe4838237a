extension Value {
    /// The value without the names of one run, so that two scenarios can be compared.
    ///
    /// Two containers have different ids, names and pools, and two loop devices different numbers. A path or a bridge's
    /// name with a general word instead means the same.
    package var meaning: Value {
        switch self {
        case .text(let text): .text(Self.anonymous(text))
        case .list(let items): .list(items.map(Self.anonymous))
        case .number, .unlimited: self
        }
    }

    private static func anonymous(_ text: String) -> String {
        names.reduce(text) { text, name in
            text.utf8.count < name.length ? text : text.replacing(name.pattern, with: name.word)
        }
    }

    /// What one run gave out, the least length of such a name, and the word that takes its place.
    private nonisolated(unsafe) static let names: [(pattern: Regex<Substring>, length: Int, word: String)] = [
        (/[0-9a-f]{64}/, 64, "ID"), (/lab-[0-9a-f]{8}(?:-[0-9]+)*/, 12, "NAME"),
        (/\/dev\/loop[0-9]+/, 10, "/dev/loop…"),
    ]
}
