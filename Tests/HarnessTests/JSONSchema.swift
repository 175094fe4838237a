import Foundation

/// As much of JSON Schema as the project's own schema uses.
struct JSONSchema {
    private let root: [String: Any]

    init(_ text: String) throws {
        guard let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
            throw CocoaError(.propertyListReadCorrupt)
        }
        self.root = root
    }

    /// Where and why a value is not as the schema describes it, in the order of the paths.
    func violations(of value: Any) -> [String] { check(value, root, "").sorted() }

    private func check(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        let here = path.isEmpty ? "/" : path
        if let reference = schema["$ref"] as? String {
            let name = String(reference.dropFirst("#/$defs/".count))
            guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
                return ["\(here): there is no \(reference)"]
            }
            return check(value, target, path)
        }
        var found: [String] = []
        if let type = schema["type"] as? String, !Self.is(value, type) { return ["\(here): no \(type)"] }
        if let allowed = schema["enum"] as? [AnyHashable], !allowed.contains(where: { $0 == value as? AnyHashable }) {
            found.append("\(here): none of the values")
        }
        if let items = schema["items"] as? [String: Any], let values = value as? [Any] {
            found += values.enumerated().flatMap { check($1, items, "\(path)/\($0)") }
        }
        guard let object = value as? [String: Any] else { return found }
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        for name in schema["required"] as? [String] ?? [] where object[name] == nil {
            found.append("\(here): \(name) is missing")
        }
        if let most = schema["maxProperties"] as? Int, object.count > most { found.append("\(here): too many members") }
        if let least = schema["minProperties"] as? Int, object.count < least {
            found.append("\(here): too few members")
        }
        for (name, member) in object {
            if let property = properties[name] {
                found += check(member, property, "\(path)/\(name)")
            } else if schema["additionalProperties"] as? Bool == false {
                found.append("\(path)/\(name): not in the schema")
            }
        }
        return found
    }

    private static func `is`(_ value: Any, _ type: String) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "boolean": value is Bool
        case "integer": (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
        default: false
        }
    }
}
