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
        text.replacing(/[0-9a-f]{64}/, with: "ID")
            .replacing(/lab-[0-9a-f]{8}(-[0-9]+)*/, with: "NAME")
            .replacing(/\/dev\/loop[0-9]+/, with: "/dev/loop…")
    }
}
