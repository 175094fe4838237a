/// A drawing as lines of characters for a terminal.
struct TextDrawing {
    /// The lines, each as wide as every drawing.
    static func lines(of drawing: Drawing) -> [String] {
        let empty = [Character](repeating: " ", count: Drawing.width)
        var grid = [[Character]](repeating: empty, count: drawing.height)
        func put(_ character: Character, _ x: Int, _ y: Int) {
            if grid.indices.contains(y), grid[y].indices.contains(x) { grid[y][x] = character }
        }
        for element in drawing.elements {
            for shape in element.shapes { draw(shape, put) }
            if let mark = element.mark, element.fact?.differs == true { put("\u{2260}", mark.x, mark.y) }
        }
        return grid.map { String($0) }
    }

    private static func draw(_ shape: Drawing.Shape, _ put: (Character, Int, Int) -> Void) {
        switch shape {
        case .box(let x, let y, let width, let height, let tone):
            let (level, upright): (Character, Character) = tone == .unknown ? ("╌", "╎") : ("─", "│")
            let (right, bottom) = (x + width - 1, y + height - 1)
            for column in x...right { for row in [y, bottom] { put(level, column, row) } }
            for row in y...bottom { for column in [x, right] { put(upright, column, row) } }
            for (corner, column, row) in [("┌", x, y), ("┐", right, y), ("└", x, bottom), ("┘", right, bottom)] {
                put(Character(corner), column, row)
            }
        case .strip(let x, let y, let width, let tone):
            for column in x..<(x + width) { put(tone == .unknown ? "╌" : "─", column, y) }
        case .wall(let x, let y, let isOpen): put(isOpen ? "═" : "║", x, y)
        case .cable(let x, let y, let height, let hasArrow):
            for row in y..<(y + height) { put(hasArrow && row == y ? "▲" : "│", x, row) }
        case .text(let text, let x, let y, let width, _):
            for (offset, character) in narrow(text).shortened(to: width).enumerated() { put(character, x + offset, y) }
        }
    }

    /// The text in characters that take one column each: those of East Asia take two, and are named by their numbers.
    private static func narrow(_ text: String) -> String {
        String(
            text.flatMap { character -> String in
                character.unicodeScalars.allSatisfy { $0.value < 0x2e80 }
                    ? String(character) : character.unicodeScalars.map(\.escaped).joined()
            })
    }
}
