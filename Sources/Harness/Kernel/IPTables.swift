/// The lines of `iptables -S` (iptables(8)).
package enum IPTables {
    /// The programs for a table of IPv4: `iptables`, and that of the other back end if this has the table too.
    ///
    /// The legacy program would make a table that is missing, so that it is only asked for one that is there. The kernel
    /// applies the rules of both (iptables-legacy(8), iptables-nft(8)).
    package static func backEnds(for table: String) -> [String] {
        guard let usual = ProgramPath.path(of: "iptables") else { return [] }
        let isLegacy = (try? TextFile.link(usual).text).map { $0.contains("legacy") } ?? false
        let isLegacys = (try? TextFile.link("/etc/alternatives/iptables").text.contains("legacy")) ?? isLegacy
        let other = isLegacys ? "iptables-nft" : "iptables-legacy"
        let names = (try? TextFile.read("/proc/net/ip_tables_names").text.kernelLines) ?? []
        let isThere = isLegacys || names.contains(table)
        return ["iptables"] + (isThere && ProgramPath.path(of: other) != nil ? [other] : [])
    }

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
