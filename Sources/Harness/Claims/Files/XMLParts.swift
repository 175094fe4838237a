internal import Foundation

/// An XML document part by part, without a document type: nothing in it stands for more than itself.
///
/// It is strict, and what it cannot read is a problem of the whole file: no part is passed over.
struct XMLParts {
    /// A part of a document.
    enum Part {
        case start(XMLTag)
        /// The end of an element, with the tag at its beginning.
        case end(XMLTag)
        case text(ArraySlice<UInt8>)
        case comment(ArraySlice<UInt8>)
    }

    private let bytes: [UInt8]
    private var place = 0
    private var open: [XMLTag] = []
    private var hasEnded = false
    private var isEmpty = false
    private var count = 0

    /// The most elements of a document, and the most within each other.
    private static let (most, deepest) = (500_000, 1000)

    /// Begins a document in UTF-8, or in UTF-16 with its mark.
    package init(_ document: [UInt8]) throws(Problem) {
        do throws(Problem) { bytes = try ReportDecoding.text(document) } catch {
            throw Problem(
                "its XML is not text in UTF-8: it is broken, or protected by a password",
                "su XML no es texto en UTF-8: está estropeado, o protegido con contraseña")
        }
    }

    /// The next part; nil at the end of the document.
    mutating func next() throws(Problem) -> Part? {
        if isEmpty {
            isEmpty = false
            return try end(open.last?.name)
        }
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "<") else {
                let text = take(to: "<") ?? rest()
                if !open.isEmpty { return .text(try resolved(text)) }
                guard text.allSatisfy({ $0 <= 0x20 }) else { throw broken }
                continue
            }
            guard place + 1 < bytes.count else { throw broken }
            switch bytes[place + 1] {
            case UInt8(ascii: "/"):
                guard let name = take(from: 2, through: ">") else { throw broken }
                return try end(String(decoding: name, as: UTF8.self).trimmed)
            case UInt8(ascii: "!"): return try declared()
            case UInt8(ascii: "?"): guard take(from: 2, through: "?>") != nil else { throw broken }
            default: return .start(try start())
            }
        }
        guard open.isEmpty, hasEnded else { throw broken }
        return nil
    }

    /// A comment, or text that is marked as such; nothing else begins so that is read.
    private mutating func declared() throws(Problem) -> Part {
        if begins("<!--") {
            guard let comment = take(from: 4, through: "-->") else { throw broken }
            return .comment(comment)
        }
        if begins("<![CDATA[") {
            guard !open.isEmpty, let text = take(from: 9, through: "]]>") else { throw broken }
            return .text(text)
        }
        throw Problem(
            "its XML has a document type, with which a text can stand for others, and is not read",
            "su XML tiene un tipo de documento, con el que un texto puede representar otros, y no se lee")
    }

    private mutating func start() throws(Problem) -> XMLTag {
        guard !hasEnded, let tag = XMLTag(in: bytes, at: place + 1) else { throw broken }
        place = tag.end
        open.append(tag)
        isEmpty = tag.isEmpty
        count += 1
        guard count <= Self.most, open.count <= Self.deepest else {
            throw Problem(
                "its XML has more than \(Self.most) elements, or more than \(Self.deepest) within each other",
                "su XML tiene más de \(Self.most) elementos, o más de \(Self.deepest) unos dentro de otros")
        }
        return tag
    }

    private mutating func end(_ name: String?) throws(Problem) -> Part {
        guard let tag = open.popLast(), tag.name == name else { throw broken }
        hasEnded = open.isEmpty
        return .end(tag)
    }

    private var broken: Problem {
        Problem("its XML is broken at byte \(place + 1)", "su XML está estropeado en el byte \(place + 1)")
    }

    private func begins(_ mark: StaticString) -> Bool { bytes[place...].prefix(mark.utf8CodeUnitCount).has(mark) }

    /// Takes what stands before a byte.
    private mutating func take(to byte: Unicode.Scalar) -> ArraySlice<UInt8>? {
        guard let end = bytes[place...].place(of: UInt8(ascii: byte)) else { return nil }
        defer { place = end }
        return bytes[place..<end]
    }

    private mutating func rest() -> ArraySlice<UInt8> {
        defer { place = bytes.count }
        return bytes[place...]
    }

    /// Takes what stands between here and a mark, and the mark.
    private mutating func take(from start: Int, through mark: String) -> ArraySlice<UInt8>? {
        let mark = Array(mark.utf8)
        var from = place + start
        while from <= bytes.count, let end = bytes[from...].place(of: mark[0]) {
            if bytes[end...].prefix(mark.count).elementsEqual(mark) {
                defer { place = end + mark.count }
                return bytes[(place + start)..<end]
            }
            from = end + 1
        }
        return nil
    }

    private func resolved(_ text: ArraySlice<UInt8>) throws(Problem) -> ArraySlice<UInt8> {
        guard text.has(UInt8(ascii: "&")) else { return text }
        guard let plain = XMLReference.resolved(text) else { throw broken }
        return plain[...]
    }
}

extension ArraySlice<UInt8> {
    /// The place of the first such byte.
    func place(of byte: UInt8) -> Int? {
        withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base, Int32(byte), bytes.count) else { return nil }
            return startIndex + (UnsafeRawPointer(found) - base)
        }
    }
}
