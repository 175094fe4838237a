extension Footprint {
    /// An array with an object for each thing, in the order of the lines.
    package var json: String { Self.json(things.sorted()).text }

    fileprivate static func json(_ things: [Thing]) -> JSON {
        .lines(
            things.map { thing in
                .object([
                    ("kind", .string(thing.kind.rawValue)), ("name", .string(thing.name)),
                    ("detail", .string(thing.detail)), ("whose", .string(thing.whose.description)),
                ])
            })
    }
}

extension Footprint.Difference {
    /// An object with two such arrays, `added` and `removed`.
    package var json: String {
        JSON.object([("added", Footprint.json(added)), ("removed", Footprint.json(removed))]).text
    }
}
