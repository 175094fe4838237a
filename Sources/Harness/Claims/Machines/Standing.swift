/// A report's description of the machine on which one of its claims was seen to be true.
package struct Standing: Sendable, Hashable {
    /// The properties of the machine on which the claim's value depends.
    var profile = MachineProfile()
    /// The other values that the report gives as an answer to the same question.
    var siblings: [String] = []
    /// Whether the claim is about the very machine that is observed.
    var isHere = false

    /// A claim about the machine that is observed.
    package static let here = Standing(isHere: true)
    /// A claim from a machine of which nothing is known.
    package static let unknown = Standing()
}
