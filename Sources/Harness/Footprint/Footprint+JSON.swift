internal import Foundation

extension Footprint {
    /// An array with an object for each thing, in the order of the lines.
    package func json() throws -> String { try Self.encoded(things.sorted().map(\.columns)) }

    fileprivate static func encoded(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

extension Footprint.Difference {
    /// An object with two such arrays, `added` and `removed`.
    package func json() throws -> String {
        try Footprint.encoded(["added": added.map(\.columns), "removed": removed.map(\.columns)])
    }
}

extension Footprint.Thing {
    fileprivate var columns: [String: String] {
        ["kind": kind.rawValue, "name": name, "detail": detail, "whose": whose.description]
    }
}
