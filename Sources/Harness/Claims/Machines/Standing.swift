/// A report's description of the machine on which one of its claims was seen to be true.
package struct Standing: Sendable, Hashable {
    /// The properties of the machine on which the claim's value depends.
    var profile = MachineProfile()
    /// The other values that the report gives as an answer to the same question.
    var siblings: [String] = []
    /// The dependences of which the report tells something that is not understood: a mention of rootless Docker.
    var doubts: Set<Dependence> = []
    /// Whether the report's LXD is a distribution's package, which takes its IDs from `/etc/subuid`.
    var isPackaged = false
    /// Whether the report names the bridge of the claim's engine.
    var namesBridge = false
    /// Whether the claim is about the very machine that is observed.
    var isHere = false

    /// A claim about the machine that is observed.
    package static let here = Standing(isHere: true)
    /// A claim from a machine of which nothing is known.
    package static let unknown = Standing()
}
