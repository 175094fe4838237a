/// The lines of `iptables -S` (iptables(8)).
package enum IPTables {
    /// The words of a line, with the quotes of `iptables -S`: double quotes, and a backslash before a quote.
    package static func words(of line: String) -> [String]? {
        var words: [String] = []
        var word: [UInt8] = []
        var (isQuoted, isEscaped, isWord) = (false, false, false)
        for byte in line.utf8 {
            if isEscaped {
                word.append(byte)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                (isEscaped, isWord) = (true, true)
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
                isWord = true
            } else if byte == UInt8(ascii: " ") && !isQuoted {
                if isWord { words.append(String(decoding: word, as: UTF8.self)) }
                (word, isWord) = ([], false)
            } else {
                word.append(byte)
                isWord = true
            }
        }
        if isWord { words.append(String(decoding: word, as: UTF8.self)) }
        return isQuoted || isEscaped ? nil : words
    }
}
