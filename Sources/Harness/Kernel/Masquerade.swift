/// A rule by which a machine sends packets of others under its own address.
package struct Masquerade: Sendable, Equatable {
    /// The senders; nil where the rule asks for none.
    package var source: IPv4Subnet?
    /// The interface through which packets must not leave.
    package var excludedOutput: String?
    /// The receivers to which packets must not go.
    package var excludedDestination: IPv4Subnet?
    /// Whether the rule asks for more than that (a protocol, a port, a mark, a receiver), so that it speaks only of
    /// some connections; Docker's rule for a published port that a container reaches through its host is such a one.
    package var isNarrow: Bool
    /// The rule as it was printed.
    package var rule: String

    /// A rule from its parts.
    package init(
        source: IPv4Subnet?, excludedOutput: String? = nil, excludedDestination: IPv4Subnet? = nil,
        isNarrow: Bool = false, rule: String
    ) {
        self.source = source
        self.excludedOutput = excludedOutput
        self.excludedDestination = excludedDestination
        self.isNarrow = isNarrow
        self.rule = rule
    }

    /// Whether connections of an address to the outside go under the machine's own address by this rule alone.
    package func covers(_ address: IPv4Address) -> Bool {
        !isNarrow && source?.contains(address) ?? true
    }
}
