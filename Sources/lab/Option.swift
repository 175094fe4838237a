/// An option that a verb takes: `--name`, or `--name=VALUE`.
struct Option: Sendable, Equatable {
    /// The name without its dashes.
    var name: String
    /// The placeholder for its value in the help; nil if it has no value.
    var value: String?
    /// Its effect, in one line.
    var summary: String

    /// Its form in the help.
    var usage: String { value.map { "--\(name)=\($0)" } ?? "--\(name)" }
}
