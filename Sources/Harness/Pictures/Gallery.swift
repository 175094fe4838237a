/// Pictures of some scenarios side by side; what differs from the first one is marked.
package struct Gallery: Sendable {
    package let pictures: [Picture]
    private let language: Language

    /// The parts of the sheet that are drawn.
    private let wanted: [Exercise]

    package init(
        _ scenarios: [Scenario], _ observed: Observations, in language: Language, only wanted: [Exercise]? = nil
    ) {
        (self.language, self.wanted) = (language, wanted ?? Exercise.allCases)
        pictures = scenarios.enumerated().map { place, scenario in
            Picture(of: scenario, observed, comparedWith: place == 0 ? nil : scenarios[0], in: language)
        }
    }

    /// The parts of the sheet that a picture has.
    private var exercises: [Exercise] {
        wanted.filter { exercise in pictures.contains { $0.exercises.contains(exercise) } }
    }

    /// The line below a scenario's name: the number of differences from the first scenario.
    private func note(_ picture: Picture) -> String {
        guard let first = pictures.first, picture.scenario != first.scenario else { return "" }
        let facts = picture.facts.filter { wanted.contains($0.fact.exercise) }
        if facts.allSatisfy({ $0.value == nil }) { return PicturePhrases.nothingSeen.text(in: language) }
        let count = facts.count(where: \.differs)
        if count == 0 { return "\(PicturePhrases.nothingDiffers.text(in: language)) \(first.scenario)" }
        let words = count == 1 ? PicturePhrases.difference : PicturePhrases.differences
        return "\u{2260} \(count) \(words.text(in: language)) \(first.scenario)"
    }

    /// Whether all that can be drawn was observed.
    package var isWhole: Bool {
        pictures.allSatisfy { $0.facts.allSatisfy { $0.value != nil || !wanted.contains($0.fact.exercise) } }
    }

    /// All panels of all pictures as one SVG.
    package var svg: String {
        let (cell, row, margin) = (SVGDrawing.cell, SVGDrawing.row, 20)
        let step = Drawing.width * cell + 3 * cell
        var (body, y) = ("", margin)
        for (column, picture) in pictures.enumerated() {
            let x = margin + column * step
            for (offset, line) in "\(picture.scenario)".wrapped(to: 36).enumerated() {
                body +=
                    "<text class=\"head1\" x=\"\(x)\" y=\"\(y + 16 + offset * row)\">\(Markup.escaped(line))</text>\n"
            }
            body +=
                "<text class=\"soft\" x=\"\(x)\" y=\"\(y + 18 + headRows * row)\">\(Markup.escaped(note(picture)))</text>\n"
        }
        y += (headRows + 2) * row
        for exercise in exercises {
            let panels = pictures.map { $0.panel(exercise) }
            let height = (panels.map(\.height).max() ?? 0) * row
            let title = Markup.escaped(PicturePhrases.title(exercise, in: language))
            for (column, panel) in panels.enumerated() {
                let x = margin + column * step
                body += "<rect class=\"card\" x=\"\(x - 9)\" y=\"\(y - 8)\" width=\"\(Drawing.width * cell + 18)\""
                body +=
                    " height=\"\(height + 40)\" rx=\"10\"/>\n<text class=\"strong\" x=\"\(x + 3)\" y=\"\(y + 10)\">\(title)</text>\n"
                body += "<g transform=\"translate(\(x) \(y + 22))\">\n\(SVGDrawing.elements(of: panel))</g>\n"
            }
            y += height + 56
        }
        for line in PicturePhrases.key.text(in: language).wrapped(to: pictures.count * Drawing.width * 5 / 4) {
            body += "<text class=\"soft\" x=\"\(margin)\" y=\"\(y)\">\(Markup.escaped(line))</text>\n"
            y += row
        }
        let width = 2 * margin + pictures.count * step - 3 * cell
        let names = Markup.escaped(pictures.map { "\($0.scenario)" }.joined(separator: " · "))
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="lab" width="\(width)" height="\(y)" viewBox="0 0 \(width) \(y)" \
            role="img" aria-labelledby="lab-title lab-words" lang="\(language.rawValue)">
            <title id="lab-title">\(PicturePhrases.picture.text(in: language)): \(names)</title>
            <desc id="lab-words">\(Markup.escaped(words))</desc>
            <style>
            \(SVGDrawing.style)</style>
            <rect class="page" width="100%" height="100%"/>
            \(body)</svg>

            """
    }

    private var headRows: Int { pictures.map { "\($0.scenario)".wrapped(to: 36).count }.max() ?? 1 }

    /// All that is drawn, in words.
    private var words: String {
        pictures.map { picture in
            let parts = picture.exercises.filter(wanted.contains).map {
                "\(PicturePhrases.title($0, in: language)): \(picture.words(for: $0))"
            }
            return "\(picture.scenario). " + parts.joined(separator: ". ")
        }.joined(separator: ". ")
    }

    /// The same for a terminal of 80 columns: two pictures side by side, the others below, beside the first one again.
    package var text: String {
        var text = ""
        for start in stride(from: 0, to: pictures.count, by: 2) {
            let pair = pictures[start..<min(start + 2, pictures.count)]
            let heads = pair.map {
                "\($0.scenario)".wrapped(to: Drawing.width)
                    + (note($0).isEmpty ? [] : note($0).wrapped(to: Drawing.width))
            }
            text += Self.beside(heads)
            for exercise in exercises {
                let title = PicturePhrases.title(exercise, in: language)
                let panels = pair.map { TextDrawing.lines(of: $0.panel(exercise)) }
                guard panels.contains(where: { !$0.isEmpty }) else { continue }
                text += "\n" + Self.beside(panels.map { ["── \(title) "] + $0 })
            }
            text += "\n"
        }
        return text
    }

    /// Columns of lines beside each other, two blanks between them.
    private static func beside(_ columns: [[String]]) -> String {
        (0..<(columns.map(\.count).max() ?? 0)).map { row in
            let cells = columns.map { ($0.indices.contains(row) ? $0[row] : "").padded(to: Drawing.width) }
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}
