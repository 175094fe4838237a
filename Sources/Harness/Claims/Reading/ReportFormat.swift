/// The kinds of files that can hold claims.
enum ReportFormat: String, CaseIterable {
    case claims, markdown, text, latex, pdf, word, openDocument, html

    /// The kinds that another program reads, in whole or in part.
    static let foreign: Set<ReportFormat> = [.pdf, .word, .openDocument, .html]

    /// The endings of the files of this kind, the first one as an example.
    var endings: [String] {
        switch self {
        case .claims: ["claims"]
        case .markdown: ["md", "markdown"]
        case .text: ["txt"]
        case .latex: ["tex"]
        case .pdf: ["pdf"]
        case .word: ["docx"]
        case .openDocument: ["odt"]
        case .html: ["html", "htm"]
        }
    }

    /// The kind of file for a path's ending, in small or capital letters.
    package init(path: String) throws(Problem) {
        let name = path.split(separator: "/").last ?? ""
        let ending = name.contains(".") ? name.split(separator: ".").last?.lowercased() ?? "" : ""
        guard let format = Self.allCases.first(where: { $0.endings.contains(ending) }) else {
            let endings = Self.allCases.flatMap(\.endings).map { "." + $0 }.joined(separator: ", ")
            throw Problem(
                "the file is of no kind that can be read; those that can: \(endings)",
                "el fichero no es de ningún tipo que se lea; los que se leen: \(endings)")
        }
        self = format
    }
}
