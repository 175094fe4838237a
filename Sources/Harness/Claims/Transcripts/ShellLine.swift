/// A line that a person types to a shell, divided into its commands; nothing is expanded.
struct ShellLine {
    /// A command with its words.
    struct Part {
        var words: [String] = []
        /// The file into which its output goes.
        var target: String?
        /// Whether it reads what the part before it writes.
        var isPiped = false
        /// Whether its output is read by the next part.
        var isRead = false
    }

    private(set) var parts: [Part] = []

    init(_ text: String) {
        bytes = Array(text.utf8.prefix(4000))
        read()
    }

    private let bytes: [UInt8]
    private var place = 0
    private var part = Part()
    private var word: [UInt8]?
    /// The use of the next word: an argument, the target, or nothing.
    private var isTarget = false
    private var isSkipped = false

    private mutating func read() {
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "'"), UInt8(ascii: "\""): readQuoted(until: byte)
            case UInt8(ascii: "`"): readQuoted(until: byte, keeping: true)
            case UInt8(ascii: "$") where place < bytes.count && bytes[place] == UInt8(ascii: "("): readSubstitution()
            case UInt8(ascii: "\\") where place < bytes.count:
                append(bytes[place])
                place += 1
            case 0x20, 0x09: endWord()
            case UInt8(ascii: "#") where word == nil: place = bytes.count
            case UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: ";"): endPart(byte)
            case UInt8(ascii: ">"): redirect()
            case UInt8(ascii: "<"):
                endWord()
                isSkipped = true
            default: append(byte)
            }
        }
        endPart(UInt8(ascii: ";"))
    }

    private mutating func append(_ byte: UInt8) {
        if word == nil { word = [] }
        word?.append(byte)
    }

    private mutating func readQuoted(until quote: UInt8, keeping: Bool = false) {
        if keeping { append(quote) } else { word = word ?? [] }
        while place < bytes.count, bytes[place] != quote {
            if quote == UInt8(ascii: "\""), bytes[place] == UInt8(ascii: "\\"), place + 1 < bytes.count { place += 1 }
            word?.append(bytes[place])
            place += 1
        }
        place += 1
        if keeping { append(quote) }
    }

    private mutating func readSubstitution() {
        append(UInt8(ascii: "$"))
        var depth = 0
        while place < bytes.count {
            let byte = bytes[place]
            word?.append(byte)
            place += 1
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if depth == 0 { return }
        }
    }

    private mutating func redirect() {
        let isError = word == [UInt8(ascii: "2")]
        if isError || word == [UInt8(ascii: "1")] { word = nil }
        endWord()
        while place < bytes.count, bytes[place] == UInt8(ascii: ">") { place += 1 }
        if place < bytes.count, bytes[place] == UInt8(ascii: "&") { place += 1 }
        (isTarget, isSkipped) = (!isError, isError)
    }

    private mutating func endWord() {
        guard let bytes = word else { return }
        word = nil
        let text = String(decoding: bytes, as: UTF8.self)
        if isTarget { part.target = text } else if !isSkipped { part.words.append(text) }
        (isTarget, isSkipped) = (false, false)
    }

    private mutating func endPart(_ sign: UInt8) {
        endWord()
        var isPipe = sign == UInt8(ascii: "|")
        while place < bytes.count, bytes[place] == UInt8(ascii: "|") || bytes[place] == UInt8(ascii: "&") {
            if bytes[place] == UInt8(ascii: "|") { isPipe = false }
            place += 1
        }
        part.isRead = isPipe
        if !part.words.isEmpty || part.target != nil { parts.append(part) }
        part = Part(isPiped: isPipe)
        (isTarget, isSkipped) = (false, false)
    }
}
