/// All things that a run may touch on this host, at one moment.
///
/// Two of them are compared to see whether something was left, or taken away: see ``Difference``.
package struct Footprint: Sendable, Equatable {
    /// The things, each once.
    package var things: Set<Thing>

    /// A footprint of these things.
    package init(_ things: some Sequence<Thing>) { self.things = Set(things) }

    private static let head = "kind\tname\tdetail\twhose"

    /// A line of four columns, divided by tabs, for each thing, in alphabetical order and under their titles.
    package var text: String { ([Self.head] + things.sorted().map(\.line)).map { $0 + "\n" }.joined() }

    /// A footprint from such a text; throws an ``Unreadable``.
    package init(parsing text: String) throws {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        guard lines.first == Self.head[...] else {
            throw Unreadable(
                Sentence("a footprint", "una huella"),
                Sentence("its first line is not a title of columns", "su primera línea no es un título de columnas"),
                line: String(lines.first ?? ""))
        }
        self.init(try lines.dropFirst().map { try Thing(parsing: String($0)) })
    }
}
