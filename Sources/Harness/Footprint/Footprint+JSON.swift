internal import Foundation
internal import Host

extension Footprint {
    /// An array with an object for each thing, in the order of the lines.
    package var json: String { Self.encoded(things.sorted().map(\.columns)) }

    fileprivate static func encoded(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
}

extension Footprint.Difference {
    /// An object with two such arrays, `added` and `removed`.
    package var json: String {
        Footprint.encoded(["added": added.map(\.columns), "removed": removed.map(\.columns)])
    }
}

extension Footprint.Thing {
    fileprivate var columns: [String: String] {
        ["kind": kind.rawValue, "name": name, "detail": detail, "whose": whose.description]
    }
}
