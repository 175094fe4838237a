/// A ZIP that a test writes, byte by byte, so that it can be what no program makes (APPNOTE.TXT).
struct WrittenZIP {
    /// A part of it.
    struct Part {
        var name: String
        var bytes: [UInt8]
        /// Whether it is said to be encrypted.
        var isEncrypted = false
        /// The length that a deflated part is said to have; nil if the bytes are stored as they are.
        var inflated: Int?

        init(_ name: String, _ text: String) { (self.name, bytes) = (name, Array(text.utf8)) }

        init(_ name: String, _ bytes: [UInt8], inflated: Int? = nil, isEncrypted: Bool = false) {
            (self.name, self.bytes, self.inflated, self.isEncrypted) = (name, bytes, inflated, isEncrypted)
        }
    }

    /// The bytes of a ZIP with these parts.
    static func bytes(_ parts: [Part]) -> [UInt8] {
        var (file, directory): ([UInt8], [UInt8]) = ([], [])
        for part in parts {
            let place = file.count
            let (name, method) = (Array(part.name.utf8), part.inflated == nil ? 0 : 8)
            let common =
                short(20) + short(part.isEncrypted ? 1 : 0) + short(method) + short(0) + short(0x21)
                + long(Int(checksum(part.bytes))) + long(part.bytes.count) + long(part.inflated ?? part.bytes.count)
                + short(name.count) + short(0)
            file += long(0x0403_4B50) + common + name
            file += part.bytes
            directory += long(0x0201_4B50) + short(20) + common + short(0) + short(0) + short(0) + long(0)
            directory += long(place) + name
        }
        let end = short(0) + short(0) + short(parts.count) + short(parts.count) + long(directory.count)
        let last = long(0x0605_4B50) + end + long(file.count) + short(0)
        file += directory + last
        return file
    }

    /// Zero bytes, deflated: of 258 each, a match of that length with the byte before (RFC 1951, 3.2.6).
    static func deflatedZeros(_ count: Int) -> [UInt8] {
        var (bytes, bits, held): ([UInt8], UInt32, Int) = ([], 0, 0)
        func write(_ value: UInt32, _ length: Int) {
            bits |= value << UInt32(held)
            held += length
            while held >= 8 {
                bytes.append(UInt8(bits & 0xFF))
                (bits, held) = (bits >> 8, held - 8)
            }
        }
        write(0b011, 3)  // The last block, with the fixed codes.
        write(0b0000_1100, 8)  // The literal 0, whose code is 00110000.
        for _ in 0..<(count / 258) {
            write(0b1010_0011, 8)  // The length 258, whose code is 11000101.
            write(0, 5)  // The distance 1.
        }
        write(0, 7)
        write(0, 8)
        return bytes
    }

    private static func short(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
    private static func long(_ value: Int) -> [UInt8] { short(value & 0xFFFF) + short(value >> 16 & 0xFFFF) }

    /// The checksum that a ZIP has of each part (CRC-32).
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        let table = table
        var (sum, place) = (0xFFFF_FFFF as UInt32, 0)
        while place < bytes.count {
            sum = table[Int((sum ^ UInt32(bytes[place])) & 0xFF)] ^ sum >> 8
            place += 1
        }
        return ~sum
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(byte) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
}
