/// The addresses that begin with the same bits.
package struct IPv4Subnet: Sendable, Hashable, CustomStringConvertible {
    /// The lowest address.
    package var base: IPv4Address
    /// The number of bits that all addresses share, 0 to 32.
    package var prefixLength: Int

    /// The subnet of an address, whose bits after the prefix do not count; nil for a prefix beyond 32 bits.
    package init?(containing address: IPv4Address, prefixLength: Int) {
        guard (0...32).contains(prefixLength) else { return nil }
        base = IPv4Address(value: address.value & Self.mask(prefixLength))
        self.prefixLength = prefixLength
    }

    /// A subnet from `address/bits`, or from a single address; throws an ``Unreadable``.
    package init(parsing text: String) throws {
        let parts = text.pieces(at: "/", limit: 2)
        let bits = parts.count == 2 ? UInt8(digits: parts[1]).map(Int.init) : 32
        guard let bits, let subnet = IPv4Subnet(containing: try IPv4Address(parsing: parts[0]), prefixLength: bits)
        else {
            throw Unreadable(
                Sentence("an IPv4 subnet", "una subred IPv4"),
                Sentence(
                    "address/bits expected, with up to 32 bits", "se esperaba dirección/bits, con 32 bits como mucho"),
                line: text)
        }
        self = subnet
    }

    /// The subnet as `base/bits`: `172.17.0.0/16`.
    package var description: String { "\(base)/\(prefixLength)" }

    /// Whether the address begins with the subnet's bits.
    package func contains(_ address: IPv4Address) -> Bool {
        address.value & Self.mask(prefixLength) == base.value
    }

    /// Whether the two share an address.
    package func overlaps(_ other: IPv4Subnet) -> Bool {
        prefixLength <= other.prefixLength ? contains(other.base) : other.contains(base)
    }

    private static func mask(_ bits: Int) -> UInt32 { bits == 0 ? 0 : .max << UInt32(32 - bits) }
}
