/// A rule by which a machine sends the packets of others under its own address.
package struct Masquerade: Sendable, Equatable {
    /// The senders; nil if the rule names none.
    package var source: IPv4Subnet?
    /// The interface through which packets have to leave; nil if any will do.
    package var onlyOutput: String?
    /// The interface through which packets must not leave.
    package var excludedOutput: String?
    /// The receivers to which packets must not go.
    package var excludedDestination: IPv4Subnet?
    /// Whether a protocol, port, mark or receiver limits the rule, as with a port that Docker publishes and a container
    /// reaches through its host.
    package var isNarrow = false
    /// The rule as it was printed.
    package var rule: String

    /// Whether this rule alone puts an address's connections to the outside under the machine's own address, on
    /// whatever way they leave.
    package func covers(_ address: IPv4Address) -> Bool { onlyOutput == nil && coversSome(of: address) }

    /// Whether it does so at least on one way out.
    package func coversSome(of address: IPv4Address) -> Bool { !isNarrow && source?.contains(address) ?? true }

    /// A rule of a chain: its conditions, and what becomes of packets that meet them.
    struct Step {
        var conditions: Masquerade
        var action: Action

        enum Action {
            case translates
            /// It goes on in other chains, of which a map may name several.
            case leads(to: [String])
            /// It goes no further in this chain; whether that is true of most packets that come this far.
            case ends(forMost: Bool)
        }

        init(_ conditions: Masquerade, _ action: Action) { (self.conditions, self.action) = (conditions, action) }
    }

    /// The rules that packets reach from a chain on, each with the conditions on the way to it as well as its own.
    static func walk(from chain: String, rules: (String) -> [Step]) -> [Masquerade] {
        var left = 10_000
        return walk(from: chain, under: Masquerade(source: nil, rule: ""), on: [], rules, &left)
    }

    private static func walk(
        from chain: String, under conditions: Masquerade, on way: [String], _ rules: (String) -> [Step],
        _ left: inout Int
    ) -> [Masquerade] {
        // No chain leads back to itself, nor in ten thousand ways on; a text that says so is not the kernel's.
        if way.contains(chain) || left <= 0 { return [] }
        var conditions = conditions
        var found: [Masquerade] = []
        for step in rules(chain) {
            left -= 1
            let own = step.conditions.within(conditions)
            switch step.action {
            case .translates: found.append(own)
            case .leads(let chains):
                for next in chains { found += walk(from: next, under: own, on: way + [chain], rules, &left) }
            case .ends(let forMost):
                conditions.isNarrow = conditions.isNarrow || forMost && step.conditions.onlyOutput == nil
            }
        }
        return found
    }

    /// The rule with the conditions of the way to it.
    private func within(_ way: Masquerade) -> Masquerade {
        var rule = self
        if let outer = way.source {
            if let inner = source, !outer.overlaps(inner) { rule.isNarrow = true }
            if source.map({ $0.prefixLength < outer.prefixLength }) ?? true { rule.source = outer }
        }
        if let outer = way.onlyOutput {
            if onlyOutput ?? outer != outer { rule.isNarrow = true }
            rule.onlyOutput = outer
        }
        rule.excludedOutput = excludedOutput ?? way.excludedOutput
        rule.excludedDestination = excludedDestination ?? way.excludedDestination
        rule.isNarrow = rule.isNarrow || way.isNarrow
        return rule
    }
}
