/// A drawing on a grid of cells, each a character of a terminal, or a small rectangle of an image.
package struct Drawing: Sendable {
    /// The number of columns of every drawing: two fit side by side in a terminal of 80 columns.
    package static let width = 39

    /// The part of the world that a shape belongs to, which gives it its colour.
    enum Tone: String, Sendable {
        case host, own, second, unknown
    }

    /// The look of a text.
    enum Ink: String, Sendable {
        case plain, strong, soft
    }

    /// One thing to draw, in cells.
    enum Shape: Sendable {
        /// A frame with something inside.
        case box(x: Int, y: Int, width: Int, height: Int, Tone)
        /// A filled bar, one cell high.
        case strip(x: Int, y: Int, width: Int, Tone)
        /// A wall between two bars, or an opening.
        case wall(x: Int, y: Int, isOpen: Bool)
        /// A vertical line, perhaps with an arrow at its upper end.
        case cable(x: Int, y: Int, height: Int, hasArrow: Bool)
        case text(String, x: Int, y: Int, width: Int, Ink)
    }

    /// The shapes that show one fact.
    struct Element: Sendable {
        /// The fact; nil for what belongs to none.
        var fact: DrawnFact?
        var shapes: [Shape]
        /// The cell of the mark for a difference; nil if another element has it.
        var mark: (x: Int, y: Int)?
    }

    private(set) var elements: [Element] = []
    /// The number of rows.
    private(set) var height = 0

    /// Adds shapes that show a fact, with the cell where a difference is marked.
    mutating func add(_ fact: DrawnFact?, mark: (x: Int, y: Int)? = nil, _ shapes: [Shape]) {
        elements.append(Element(fact: fact, shapes: shapes, mark: mark))
        height = max(height, shapes.map(\.bottom).max() ?? 0)
    }

    /// Leaves rows empty.
    mutating func skip(_ rows: Int = 1) { height += rows }

    /// Adds a row for each fact that the picture has: its name and its value.
    mutating func addRows(_ picture: Picture, _ facts: [String]) {
        for fact in facts.compactMap(picture.fact) {
            let label = fact.label.wrapped(to: 16)
            let value = fact.word.wrapped(to: 20)
            let y = height
            add(
                fact, mark: (0, y),
                label.enumerated().map { .text($0.element, x: 2, y: y + $0.offset, width: 16, .soft) }
                    + value.enumerated().map {
                        .text($0.element, x: 19, y: y + $0.offset, width: 20, fact.value == nil ? .soft : .plain)
                    })
        }
    }

    /// Adds the reasons why facts were not observed, each once.
    mutating func addReasons(_ facts: [DrawnFact], in language: Language) {
        var told: Set<String> = []
        for fact in facts {
            guard case .failure(let error) = fact.result else { continue }
            let words = fact.isAsked ? error.told : PicturePhrases.notAsked
            let reason = words.text(in: language).replacing("\n", with: " ").printable
            guard told.insert(reason).inserted else { continue }
            for (offset, line) in "? \(reason)".wrapped(to: 38).prefix(8).enumerated() {
                add(nil, [.text(line, x: offset == 0 ? 0 : 1, y: height, width: 38, .soft)])
            }
        }
    }
}

extension Drawing.Shape {
    /// The row below the shape.
    fileprivate var bottom: Int {
        switch self {
        case .box(_, let y, _, let height, _), .cable(_, let y, let height, _): y + height
        case .strip(_, let y, _, _), .wall(_, let y, _), .text(_, _, let y, _, _): y + 1
        }
    }
}

extension String {
    /// The text in as many columns: a longer one loses its middle, as `/var/lib/…/default.img`.
    func shortened(to width: Int) -> String {
        guard count > width else { return self }
        let start = (width - 1) / 2
        return prefix(start) + "…" + suffix(width - 1 - start)
    }

    /// The text in lines of as many columns, broken at blanks where that is possible.
    func wrapped(to width: Int) -> [String] {
        var lines = [""]
        for word in split(separator: " ") {
            var rest = word[...]
            if lines[lines.count - 1].count + 1 + rest.count <= width, lines[lines.count - 1] != "" {
                lines[lines.count - 1] += " " + rest
                continue
            }
            if lines[lines.count - 1] != "" { lines.append("") }
            while rest.count > width {
                lines[lines.count - 1] = String(rest.prefix(width))
                rest = rest.dropFirst(width)
                lines.append("")
            }
            lines[lines.count - 1] = String(rest)
        }
        return lines
    }
}
