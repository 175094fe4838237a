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
}
