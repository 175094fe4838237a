/// An address of the Internet protocol, version 4.
package struct IPv4Address: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The address as a number; its highest byte is written first.
    package var value: UInt32

    /// An address from its number.
    package init(value: UInt32) {
        self.value = value
    }

    /// An address from four decimal numbers without leading zeros, joined by dots; throws an ``Unreadable``.
    package init(parsing text: String) throws {
        let parts = text.pieces(at: ".")
        let bytes = parts.compactMap { part in
            part.utf8.count > 1 && part.utf8.first == UInt8(ascii: "0") ? nil : UInt8(digits: part)
        }
        guard parts.count == 4, bytes.count == 4 else {
            throw Unreadable(
                Sentence("an IPv4 address", "una dirección IPv4"),
                Sentence("four numbers up to 255 expected", "se esperaban cuatro números hasta 255"), line: text)
        }
        value = bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The address as four numbers: `172.17.0.2`.
    package var description: String {
        [24, 16, 8, 0].map { String(value >> UInt32($0) & 0xff) }.joined(separator: ".")
    }

    /// Whether the number is smaller.
    package static func < (left: IPv4Address, right: IPv4Address) -> Bool { left.value < right.value }
}
