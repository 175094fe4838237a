extension [UInt8] {
    /// Whether these bytes are somewhere from that place on.
    func contains(_ bytes: [UInt8], from start: Int) -> Bool {
        guard let first = bytes.first, count - start >= bytes.count else { return bytes.isEmpty }
        return withUnsafeBufferPointer { all in
            var place = start
            while place <= all.count - bytes.count {
                if all[place] == first, all[place..<(place + bytes.count)].elementsEqual(bytes) { return true }
                place += 1
            }
            return false
        }
    }

    /// The last place of these bytes.
    package func lastRange(of bytes: [UInt8]) -> Range<Int>? {
        guard count >= bytes.count else { return nil }
        return (0...(count - bytes.count)).last { self[$0..<($0 + bytes.count)].elementsEqual(bytes) }
            .map { $0..<($0 + bytes.count) }
    }
}

extension StringProtocol {
    /// The text for a reader: control, formatting and bidirectional characters as `\u{…}`, at most 200 characters.
    package var quotedForReaders: String {
        // A text of 200 bytes has at most 200 characters.
        if utf8.count <= 200 { return printable }
        let start = unicodeScalars.prefix(200)
        let shown = String(String.UnicodeScalarView(start)).printable
        return start.endIndex < unicodeScalars.endIndex ? shown + "…" : shown
    }

    /// The text with control, formatting and bidirectional characters as `\u{…}`.
    package var printable: String {
        if unicodeScalars.allSatisfy(\.isPrintable) { return String(self) }
        var shown = ""
        for scalar in unicodeScalars {
            if scalar.isPrintable { shown.unicodeScalars.append(scalar) } else { shown += scalar.escaped }
        }
        return shown
    }

    /// The text with blanks behind it, up to that width, so that columns align.
    package func padded(to width: Int) -> String {
        String(self) + String(repeating: " ", count: Swift.max(0, width - count))
    }

    /// The text in a colour of the terminal, if colours are wanted (ECMA-48, SGR).
    package func colored(_ code: String, if isWanted: Bool) -> String {
        isWanted ? "\u{1b}[\(code)m\(self)\u{1b}[0m" : String(self)
    }

    /// The text between the last place of one text and the next place of another.
    package func between(_ start: String, and end: String) -> String? {
        guard let opening = ranges(of: start).last, let closing = self[opening.upperBound...].firstRange(of: end) else {
            return nil
        }
        return String(self[opening.upperBound..<closing.lowerBound])
    }

    /// The text without these characters at its ends.
    package func trimming(_ characters: String) -> String {
        guard let start = firstIndex(where: { !characters.contains($0) }),
            let end = lastIndex(where: { !characters.contains($0) })
        else { return "" }
        return String(self[start...end])
    }

    /// The nearest of the words by edit distance, if any is near enough.
    package func nearest(in words: [String]) -> String? {
        let bytes = Array(utf8.prefix(64))
        var nearest: (word: String, distance: Int)?
        for word in words {
            let other = Array(word.utf8.prefix(64))
            let bound = nearest?.distance ?? Swift.max(3, bytes.count / 2 + 1)
            guard abs(other.count - bytes.count) < bound else { continue }
            let distance = Self.distance(bytes, other)
            if distance < bound { nearest = (word, distance) }
        }
        return nearest?.word
    }

    /// The number of bytes to insert, remove or replace to come to the other text (Levenshtein).
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for i in left.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in right.indices {
                let replaced = diagonal + (left[i] == right[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = Swift.min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }
}

extension Unicode.Scalar {
    /// Whether a reader sees the character, and nothing else.
    package var isPrintable: Bool {
        // Up to U+024F all are letters of Western Europe, except for the control characters and the soft hyphen.
        if value < 0x250 { return (0x20..<0x7f).contains(value) || (value >= 0xa0 && value != 0xad) }
        return switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: true
        }
    }

    /// The scalar as `\u{…}`.
    package var escaped: String { "\\u{\(String(value, radix: 16))}" }
}
