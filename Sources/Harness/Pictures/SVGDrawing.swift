/// A drawing as the elements of an SVG.
struct SVGDrawing {
    /// The width and the height of a cell, in points.
    static let (cell, row) = (9, 20)

    /// The elements, moved to a place.
    static func elements(of drawing: Drawing) -> String {
        drawing.elements.map { element in
            let body = element.shapes.map(shape).joined()
            guard let fact = element.fact else { return body + "\n" }
            let title = Markup.escaped("\(fact.id): \(fact.word)")
            let mark = fact.differs ? element.mark.map(sign) ?? "" : ""
            let name = fact.differs ? "differs" : fact.value == nil ? "unknown" : "seen"
            return "<g class=\"\(name)\" data-fact=\"\(fact.id)\"><title>\(title)</title>\(body)\(mark)</g>\n"
        }.joined()
    }

    private static func sign(at place: (x: Int, y: Int)) -> String {
        let (x, y) = (place.x * cell, place.y * row)
        return "<rect class=\"mark\" x=\"\(x - 4)\" y=\"\(y + 3)\" width=\"13\" height=\"14\" rx=\"4\"/>"
            + "<text class=\"sign\" x=\"\(x + 2)\" y=\"\(y + 14)\">\u{2260}</text>"
    }

    private static func shape(_ shape: Drawing.Shape) -> String {
        switch shape {
        case .box(let x, let y, let width, let height, let tone):
            let (left, top) = (x * cell + 4, y * row + 10)
            return "<rect class=\"\(tone)\" x=\"\(left)\" y=\"\(top)\" width=\"\(width * cell - 8)\""
                + " height=\"\((height - 1) * row)\" rx=\"6\"/>"
        case .strip(let x, let y, let width, let tone):
            return "<rect class=\"\(tone)\" x=\"\(x * cell)\" y=\"\(y * row + 2)\" width=\"\(width * cell)\""
                + " height=\"16\" rx=\"3\"/>"
        case .wall(let x, let y, let isOpen):
            let name = isOpen ? "open" : "wall"
            return "<rect class=\"\(name)\" x=\"\(x * cell + (isOpen ? 0 : 3))\" y=\"\(y * row + (isOpen ? 7 : 0))\""
                + " width=\"\(isOpen ? 9 : 3)\" height=\"\(isOpen ? 6 : 20)\"/>"
        case .cable(let x, let y, let height, let hasArrow):
            let (column, top, bottom) = (x * cell + 4, y * row - (hasArrow ? 2 : 9), (y + height) * row + 9)
            let head = hasArrow ? "<path class=\"head\" d=\"M\(column - 5) \(top + 8)l5 -8l5 8z\"/>" : ""
            return "<path class=\"cable\" d=\"M\(column) \(top + (hasArrow ? 6 : 0))V\(bottom)\"/>" + head
        case .text(let text, let x, let y, let width, let ink):
            let shown = Markup.escaped(text.shortened(to: width))
            return "<text class=\"\(ink)\" x=\"\(x * cell + 3)\" y=\"\(y * row + 14)\">\(shown)</text>"
        }
    }

    /// The rules for colours and letters, light and dark; every text has a contrast of at least 4.5.
    ///
    /// They name no variables, because `rsvg-convert` knows none.
    package static let style = """
        .lab text{font:12px system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:#1d2430}
        .lab .strong{font-weight:600}.lab .soft{fill:#4f5866}.lab .head1{font-size:15px;font-weight:700}
        .lab .page{fill:#fff}.lab .card{fill:#f7f8fa;stroke:#e1e5ea}
        .lab .host{fill:#dbe3ee;stroke:#64748b}.lab .own{fill:#c7ece3;stroke:#0f766e}
        .lab .second{fill:#e7defa;stroke:#6d4bb3}.lab .unknown>rect,.lab rect.unknown{fill:none;stroke:#6b7280;stroke-dasharray:4 3}
        .lab .wall{fill:#1d2430}.lab .open{fill:#64748b}.lab .cable{stroke:#1d2430;stroke-width:2;fill:none}
        .lab .head{fill:#1d2430}.lab .mark{fill:#ffe7b0;stroke:#9a4b00}.lab text.sign{fill:#7a3300;font-weight:700;text-anchor:middle}
        @media (prefers-color-scheme:dark){.lab text{fill:#e7eaef}.lab .soft{fill:#aab3bf}.lab .page{fill:#12151a}
        .lab .card{fill:#1a1e25;stroke:#2c323c}.lab .host{fill:#2c3646;stroke:#8ea2c0}.lab .own{fill:#0f413b;stroke:#4fd1bd}
        .lab .second{fill:#37295c;stroke:#b79cf2}.lab .unknown>rect,.lab rect.unknown{fill:none;stroke:#9aa4b2}
        .lab .wall,.lab .head{fill:#e7eaef}.lab .open{fill:#8ea2c0}.lab .cable{stroke:#e7eaef}
        .lab .mark{fill:#4a3505;stroke:#f5b942}.lab text.sign{fill:#ffd27a}}

        """
}
