internal import Foundation

/// Reads what a report claims.
public enum DocumentReader {
    /// Reads a report; whatever is wrong with the file is the document's problem, and nothing is thrown.
    ///
    /// A folder that it has to lie within is one whose symbolic links may not lead out of it.
    public static func read(_ path: String, within folder: String? = nil) -> Document {
        guard let data = FileManager.default.contents(atPath: path) else {
            return Document(path: path, problem: "the file cannot be read")
        }
        var statements: [Statement] = []
        for (index, line) in String(decoding: data, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        ).enumerated() {
            let text = String(line).trimmed
            if text.isEmpty || text.hasPrefix("#") { continue }
            var statement = statement(text)
            statement.place = Place(file: path, line: index + 1)
            statements.append(statement)
        }
        return Document(path: path, statements: statements)
    }

    /// Reads a claim that was given on the command line.
    public static func statement(_ text: String) -> Statement {
        let claim: Result<Claim, ClaimError>
        do throws(ClaimError) {
            claim = .success(try Claim(parsing: text))
        } catch {
            claim = .failure(error)
        }
        return Statement(place: Place(file: "--claim", line: 1), text: text.quotedForReaders, claim: claim)
    }
}
