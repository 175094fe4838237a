internal import Foundation

/// Values out of a program's JSON.
package enum JSONText {
    /// Decodes a value; throws an ``Unreadable`` that names the place of any fault in the document.
    package static func decode<Value: Decodable>(_ type: Value.Type, from json: [UInt8], of what: String) throws
        -> Value
    {
        do {
            return try JSONDecoder().decode(type, from: Data(json))
        } catch let error as DecodingError {
            throw Unreadable(.same(what), reason(of: error), line: String(decoding: json.prefix(200), as: UTF8.self))
        } catch {
            throw Unreadable(
                .same(what), Sentence("it is not JSON", "no es JSON"),
                line: String(decoding: json.prefix(200), as: UTF8.self))
        }
    }

    private static func reason(of error: DecodingError) -> Sentence {
        let (context, key): (DecodingError.Context, (any CodingKey)?) =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                (context, nil)
            case .keyNotFound(let key, let context):
                (context, key)
            @unknown default:
                (DecodingError.Context(codingPath: [], debugDescription: ""), nil)
            }
        let path = (context.codingPath + [key].compactMap { $0 })
            .map { key in key.intValue.map(String.init) ?? key.stringValue }
            .joined(separator: "/")
        return path.isEmpty
            ? Sentence("it is not the JSON expected", "no es el JSON esperado")
            : Sentence("not the JSON expected at \(path)", "no es el JSON esperado en \(path)")
    }
}
