/// Functions that take a text apart byte by byte.
///
/// Swift's own `split` sees grapheme clusters: to it a blank with a combining accent, as in a hostile name, is not a
/// blank, and `\r\n` is one character. The kernel's separators are bytes.
extension String {
    /// The lines that are not empty; only LF ends a line.
    package var kernelLines: [String] { pieces(at: "\n", keepingEmpty: false) }

    /// The columns, separated by blanks and tabs.
    package var columns: [String] {
        split(keepingEmpty: false) { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    /// The pieces between the separators, at most `limit` of them; the last one keeps the rest.
    package func pieces(at separator: Unicode.Scalar, limit: Int = .max, keepingEmpty: Bool = true) -> [String] {
        let separator = UInt8(ascii: separator)
        return split(limit: limit, keepingEmpty: keepingEmpty) { $0 == separator }
    }

    /// The pieces, found in the bytes themselves: tables of thousands of mounts are read again and again.
    private func split(limit: Int = .max, keepingEmpty: Bool, at isSeparator: (UInt8) -> Bool) -> [String] {
        var (text, pieces, start) = (self, [String](), 0)
        text.withUTF8 { bytes in
            func add(upTo end: Int) {
                guard keepingEmpty || end > start else { return }
                pieces.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self))
            }
            var position = 0
            while position < bytes.count, pieces.count < limit - 1 {
                if isSeparator(bytes[position]) {
                    add(upTo: position)
                    start = position + 1
                }
                position += 1
            }
            add(upTo: bytes.count)
        }
        return pieces
    }

    /// The text after a prefix, compared byte by byte, or nil if it does not begin so.
    package func after(_ prefix: String) -> String? {
        guard utf8.starts(with: prefix.utf8) else { return nil }
        return String(Substring(utf8.dropFirst(prefix.utf8.count)))
    }

    /// The text before a suffix, compared byte by byte, or nil if it does not end so.
    package func before(_ suffix: String) -> String? {
        guard utf8.reversed().starts(with: suffix.utf8.reversed()) else { return nil }
        return String(Substring(utf8.dropLast(suffix.utf8.count)))
    }
}

extension FixedWidthInteger {
    /// A number from digits alone: no plus sign, no blanks, nothing out of range.
    package init?(digits: String, radix: Int = 10) {
        let unsigned = Self.isSigned ? digits.after("-") ?? digits : digits
        guard unsigned.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else { return nil }
        self.init(digits, radix: radix)
    }
}
