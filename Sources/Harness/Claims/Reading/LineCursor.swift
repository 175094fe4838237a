internal import Foundation

/// A place in a text that is read line by line; copies advance separately.
///
/// Lines end with LF, CR or both, and in a text with pages also with the form feed that ends a page.
struct LineCursor {
    /// A line: where its bytes are, and its number within its page.
    struct Line {
        var range: Range<Int>
        var page: Int?
        var number: Int
    }

    /// The whole text.
    let text: [UInt8]

    /// The place behind the lines that were read, in bytes.
    private(set) var offset = 0
    private var page: Int?
    private var number = 1
    /// The next places of the bytes that end lines, if they are not before the offset.
    private var (lineFeed, carriageReturn, formFeed) = (-1, -1, -1)

    package init(_ text: [UInt8], hasPages: Bool = false) {
        self.text = text
        page = hasPages ? 1 : nil
    }

    /// The next line without its end; nil at the end of the text.
    mutating func next() -> Line? {
        guard offset < text.count else { return nil }
        let start = offset
        Self.find(0x0A, in: text, from: offset, &lineFeed)
        Self.find(0x0D, in: text, from: offset, &carriageReturn)
        if page != nil { Self.find(0x0C, in: text, from: offset, &formFeed) }
        let end = min(lineFeed, carriageReturn, page == nil ? text.count : formFeed)
        let line = Line(range: start..<end, page: page, number: number)
        offset = end + 1
        number += 1
        guard end < text.count else { return line }
        if text[end] == 0x0D, offset < text.count, text[offset] == 0x0A { offset += 1 }
        if let current = page, text[end] == 0x0C { (page, number) = (current + 1, 1) }
        return line
    }

    /// Finds the next place of a byte, unless it is known; that is the end of the text if there is none.
    private static func find(_ byte: UInt8, in text: [UInt8], from offset: Int, _ place: inout Int) {
        if place >= offset { return }
        place = text.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base + offset, Int32(byte), bytes.count - offset)
            else { return bytes.count }
            return UnsafeRawPointer(found) - base
        }
    }

    /// The text of a line, cut at a number of bytes.
    func string(_ line: Line, limit: Int = 10_000) -> String {
        String(decoding: text[line.range.prefix(limit)], as: UTF8.self)
    }
}

extension ArraySlice<UInt8> {
    /// Whether a byte is among them.
    func has(_ byte: UInt8) -> Bool {
        withUnsafeBytes { bytes in
            bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
        }
    }
}
