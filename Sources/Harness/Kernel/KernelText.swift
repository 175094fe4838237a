/// Ways to take a text apart byte by byte.
///
/// Swift's own `split` sees grapheme clusters: a blank that a hostile name continues with a combining accent is not a
/// blank to it, and `\r\n` is one character. The kernel's separators are bytes.
extension String {
    /// The lines that are not empty; a line ends at LF and nowhere else.
    package var kernelLines: [String] { pieces(at: "\n", keepingEmpty: false) }

    /// The columns, separated by any number of blanks and tabs.
    var columns: [String] {
        utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.map { String(Substring($0)) }
    }

    /// The pieces between the separators, of which at most `limit` are cut out and the last keeps the rest.
    package func pieces(at separator: Unicode.Scalar, limit: Int = .max, keepingEmpty: Bool = true) -> [String] {
        utf8.split(
            separator: UInt8(ascii: separator), maxSplits: max(0, limit - 1), omittingEmptySubsequences: !keepingEmpty
        ).map { String(Substring($0)) }
    }

    /// The text after a prefix, compared byte by byte, or nil where it does not begin so.
    package func after(_ prefix: String) -> String? {
        guard utf8.starts(with: prefix.utf8) else { return nil }
        return String(Substring(utf8.dropFirst(prefix.utf8.count)))
    }

    /// The text before a suffix, compared byte by byte, or nil where it does not end so.
    package func before(_ suffix: String) -> String? {
        guard utf8.reversed().starts(with: suffix.utf8.reversed()) else { return nil }
        return String(Substring(utf8.dropLast(suffix.utf8.count)))
    }
}

extension FixedWidthInteger {
    /// A number of digits alone: no plus sign, no blanks, nothing out of range.
    package init?(digits: String, radix: Int = 10) {
        let unsigned = Self.isSigned ? digits.after("-") ?? digits : digits
        guard unsigned.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else { return nil }
        self.init(digits, radix: radix)
    }
}
