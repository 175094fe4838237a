/// What the programs of zfs print (zfs-list(8), zpool-status(8)).
package enum ZFSText {
    /// The bytes that a data set holds alone, and all to which it refers, as `zfs list` prints both in columns of these
    /// names; nil if the text has no such table.
    package static func space(of dataset: String, in text: String) -> (used: Double, referred: Double)? {
        let rows = text.kernelLines.map { $0.split(separator: " ").map(String.init) }
        guard let head = rows.first(where: { $0.first == "NAME" }), let used = head.firstIndex(of: "USED"),
            let referred = head.firstIndex(of: "REFER"), let row = rows.first(where: { $0.first == dataset }),
            row.count > max(used, referred), let own = bytes(row[used]), let all = bytes(row[referred])
        else { return nil }
        return (own, all)
    }

    /// A size such as `52K` or `1.41M` in bytes.
    private static func bytes(_ text: String) -> Double? {
        guard let unit = "BKMGTPE".firstIndex(of: text.last ?? " ") else { return nil }
        let power = "BKMGTPE".distance(from: "BKMGTPE".startIndex, to: unit)
        return Double(text.dropLast()).map { number in (0..<power).reduce(number) { size, _ in size * 1024 } }
    }

    /// The paths of the files and devices of which a pool is made, as `zpool status -P` prints them.
    package static func devices(of pool: String, in text: String) -> [String] {
        var (paths, isIts): ([String], Bool) = ([], false)
        for line in text.kernelLines {
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            if words.first == "pool:" { isIts = words.last == pool }
            if isIts, let path = words.first, path.hasPrefix("/") { paths.append(path) }
        }
        return paths
    }
}
