/// The places of a file's content on its device, as `filefrag -v` prints them (filefrag(8), kernel: fiemap).
package struct FileExtents: Sendable, Equatable {
    /// A run of adjacent blocks.
    package struct Extent: Sendable, Hashable {
        /// Its first block on the device, in blocks of the size that `filefrag` chose.
        package var physical: UInt64
        /// The number of blocks.
        package var length: UInt64
        /// The file system's remarks on it: `last`, `shared`, `eof`, `inline`.
        package var flags: [String]
    }

    /// The runs, in the order of the file's content.
    package var extents: [Extent]

    /// The runs in the output of `filefrag -v`; throws an ``Unreadable``.
    package init(parsing text: String) throws {
        let lines = text.kernelLines
        guard let head = lines.firstIndex(where: { $0.columns.first == "ext:" }) else {
            // An empty file has no table.
            guard let line = lines.last, line.before(" 0 extents found") != nil else {
                throw Unreadable(
                    .same("filefrag -v"),
                    Sentence("a table of extents expected", "se esperaba una tabla de extensiones"), line: text)
            }
            extents = []
            return
        }
        let rows = lines[(head + 1)...].prefix { UInt64(digits: $0.pieces(at: ":")[0].trimmed) != nil }
        extents = try rows.map(Self.extent)
    }

    /// The first block of each run.
    package var physicalOffsets: [UInt64] { extents.map(\.physical) }

    /// Whether other files share all of this content, in the same place; false for an empty file.
    package var isShared: Bool { !extents.isEmpty && extents.allSatisfy { $0.flags.contains("shared") } }

    /// A row `0:  0..  1:  3377..  3378:  2:  [expected:]  flags`.
    private static func extent(_ row: String) throws -> Extent {
        let cells = row.pieces(at: ":").map(\.trimmed)
        guard cells.count == 5 || cells.count == 6, let length = UInt64(digits: cells[3]),
            let first = cells[2].pieces(at: ".").first, let physical = UInt64(digits: first)
        else {
            throw Unreadable(
                .same("filefrag -v"),
                Sentence("a row of the table of extents expected", "se esperaba una fila de la tabla de extensiones"),
                line: row)
        }
        let flags = cells[cells.count - 1].pieces(at: ",", keepingEmpty: false)
        return Extent(physical: physical, length: length, flags: flags)
    }
}
