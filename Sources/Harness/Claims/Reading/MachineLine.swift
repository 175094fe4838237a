internal import Foundation

/// A line in which a report says on what machine its author worked: `Machine: cgroup v2; Docker 24.0.7 systemd`.
package struct MachineLine: Sendable {
    /// Its place in the report.
    package var place: Place
    /// The properties that it tells.
    package var profile: MachineProfile
    /// Whether it is filled in, and nothing of it is understood.
    var isUnclear: Bool
    /// What is doubtful, because words anywhere in the report tell of a daemon with other settings.
    var doubts: Set<Dependence> = []

    /// The lines of a report that begin with the word, in any dress.
    static func all(in text: [UInt8], _ format: ReportFormat, _ path: String) -> [MachineLine] {
        var found: [MachineLine] = []
        let doubts = MentionedSettings.doubts(in: text)
        if !doubts.isEmpty {
            let place = Place(file: path, page: nil, line: 1)
            found.append(
                MachineLine(place: place, profile: MachineProfile(), isUnclear: false, doubts: doubts))
        }
        guard text[...].has("achine") || text[...].has("quina") || text[...].has("ACHINE") || text[...].has("QUINA")
        else { return found }
        var cursor = LineCursor(text, hasPages: format == .pdf)
        while let line = cursor.next(), found.count < most {
            guard mayBe(in: text[line.range]) else { continue }
            // The words may stand in the next cell of a table.
            let cells = ReportLine.texts(cursor.string(line, limit: 1000), format)
            if let first = cells.firstIndex(where: { Self.words(of: $0) != nil }) {
                let words = (words(of: cells[first]) ?? "") + " " + cells[(first + 1)...].joined(separator: " ")
                let profile = MachineProfile(parsing: words)
                let isUnclear = profile.isEmpty && words.contains { $0.isLetter }
                let place = Place(file: path, page: line.page, line: line.number)
                found.append(MachineLine(place: place, profile: profile, isUnclear: isUnclear))
            }
        }
        return found
    }

    /// The most lines that count.
    private static let most = 10

    /// A quick look at the beginning of a line.
    private static func mayBe(in line: ArraySlice<UInt8>) -> Bool {
        let start = line.prefix(80)
        return start.has(0x3A)
            && (start.has("achine") || start.has("quina") || start.has("ACHINE") || start.has("QUINA"))
    }

    /// The words behind `Machine:`; nil if the text does not begin so.
    static func words(of text: String) -> String? {
        let stripped = ListMarks.stripped(text[...])
        guard let colon = stripped.firstIndex(of: ":") else { return nil }
        let word = stripped[..<colon].trimming("*_` ")
            .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).lowercased()
        return ["machine", "maquina"].contains(word) ? String(stripped[stripped.index(after: colon)...]) : nil
    }
}
