/// The bytes of a text file as UTF-8.
enum ReportDecoding {
    /// UTF-8 without its mark, from UTF-8 or from UTF-16 with a mark; anything else is a problem.
    static func text(_ bytes: [UInt8]) throws(Problem) -> [UInt8] {
        var text = bytes
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            text = try fromUTF16(bytes)
        } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            text.removeFirst(3)
        }
        if let place = text.firstIndex(of: 0) {
            let line = line(of: place, in: text)
            throw Problem(
                "the file is not text: there is a NUL byte on line \(line)",
                "el fichero no es texto: hay un byte nulo en la línea \(line)")
        }
        if String(validating: text, as: UTF8.self) == nil {
            let line = firstInvalidLine(text)
            let way = "(iconv -f ISO-8859-1 -t UTF-8)"
            throw Problem(
                "the file is not UTF-8: line \(line) has other bytes; save it as UTF-8, or convert it \(way)",
                "el fichero no es UTF-8: la línea \(line) tiene otros bytes; guárdelo como UTF-8 o conviértalo \(way)")
        }
        return text
    }

    private static func fromUTF16(_ bytes: [UInt8]) throws(Problem) -> [UInt8] {
        let isLittle = bytes[0] == 0xFF
        guard bytes.count % 2 == 0 else { throw halved }
        let units = stride(from: 2, to: bytes.count, by: 2).map { place -> UInt16 in
            let (one, other) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            return isLittle ? other << 8 | one : one << 8 | other
        }
        guard let text = String(validating: units, as: UTF16.self) else {
            throw halved
        }
        return Array(text.utf8)
    }

    private static let halved = Problem(
        "the file is UTF-16 with halves of characters: save it as UTF-8",
        "el fichero es UTF-16 con mitades de caracteres: guárdelo como UTF-8")

    private static func line(of place: Int, in text: [UInt8]) -> Int {
        var cursor = LineCursor(text)
        while let line = cursor.next() { if line.range.upperBound >= place { return line.number } }
        return 1
    }

    private static func firstInvalidLine(_ text: [UInt8]) -> Int {
        var cursor = LineCursor(text)
        while let line = cursor.next() {
            if String(validating: text[line.range], as: UTF8.self) == nil { return line.number }
        }
        return 1
    }
}
