/// The place of a statement: a file, its page if it has pages, and a line.
package struct Place: Sendable, Hashable, CustomStringConvertible {
    /// The file, as it was named.
    package var file: String
    /// The page of a PDF, from 1; nil for a file without pages.
    package var page: Int?
    /// The line of the file or of the page, from 1; in a document without lines, the paragraph or row of a table.
    package var line: Int

    /// The place as compilers write it, `memoria.md:41`, or in words, `memoria.pdf, page 2, line 7`.
    package var description: String {
        let name = file.quotedForReaders
        return page.map { "\(name), page \($0), line \(line)" } ?? "\(name):\(line)"
    }
}
