/// SHA-256, as the program `sha256sum` computes it.
enum Digest {
    /// The digest of each file.
    static func ofFiles(_ paths: [String]) throws -> [String: String] {
        if paths.isEmpty { return [:] }
        let outcome = try Command("sha256sum", ["--zero", "--"] + paths).run().orThrow()
        let lines = outcome.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        return Dictionary(uniqueKeysWithValues: zip(paths, lines.map { String($0.prefix(64)) }))
    }

    /// The digest of a text.
    static func of(_ text: String) throws -> String {
        String(try Command("sha256sum", [], input: Array(text.utf8)).run().orThrow().text.prefix(64))
    }
}
