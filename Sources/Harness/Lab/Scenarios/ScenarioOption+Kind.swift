extension ScenarioOption.Kind {
    /// The values in Spanish words.
    var spanish: String {
        switch self {
        case .word, .truth: description
        case .user: "UID o UID:GID"
        case .number(let range): "un número de \(range.lowerBound) a \(range.upperBound)"
        case .idRange: "0:ANFITRIÓN:CUÁNTOS, con identificadores del anfitrión desde 65536, y al menos 65536 de ellos"
        case .idmap: "both HOST CONTAINER, o uid o gid en lugar de both"
        }
    }

    /// The value in its one spelling, or nil if it is not allowed.
    func checked(_ value: String) -> String? {
        switch self {
        case .word(let words):
            return words.contains(value) ? value : value == "container:" ? words.first { $0 == "container:first" } : nil
        case .truth:
            return ["true", "false"].contains(value.lowercased()) ? value.lowercased() : nil
        case .number(let range):
            return Int(value).flatMap { range.contains($0) ? "\($0)" : nil }
        case .user:
            let ids = value.split(separator: ":", omittingEmptySubsequences: false).map { UInt16($0) }
            guard (1...2).contains(ids.count), !ids.contains(nil) else { return nil }
            return ids.compactMap { $0 }.map(String.init).joined(separator: ":")
        case .idRange:
            let ids = value.split(separator: ":", omittingEmptySubsequences: false).map { UInt32($0) }
            guard ids.count == 3, ids[0] == 0, let first = ids[1], let count = ids[2], first >= 65536, count >= 65536,
                first <= UInt32(Int32.max), count <= UInt32(Int32.max)
            else { return nil }
            return "0:\(first):\(count)"
        case .idmap:
            let words = value.split(separator: " ")
            guard words.count == 3, ["both", "uid", "gid"].contains(String(words[0])),
                let host = UInt16(words[1]), let inside = UInt16(words[2])
            else { return nil }
            return "\(words[0]) \(host) \(inside)"
        }
    }
}
