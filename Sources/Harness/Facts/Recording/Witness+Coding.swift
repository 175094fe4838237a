/// The form of a witness in a record: its name, the value that it says, and its evidence.
extension Witness: Codable {
    private enum Key: String, CodingKey {
        case name, spanish, says, evidence
    }

    /// A witness from its form in a record; one without Spanish has its English name.
    package init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: Key.self)
        let name = try form.decode(String.self, forKey: .name)
        self.init(
            Sentence(name, try form.decodeIfPresent(String.self, forKey: .spanish) ?? name),
            says: try form.decode(Value.self, forKey: .says),
            try form.decode([Evidence].self, forKey: .evidence))
    }

    /// Writes the witness in its form in a record.
    package func encode(to encoder: any Encoder) throws {
        var form = encoder.container(keyedBy: Key.self)
        try form.encode(name.english, forKey: .name)
        try form.encodeIfPresent(name.ownSpanish, forKey: .spanish)
        try form.encode(value, forKey: .says)
        try form.encode(evidence, forKey: .evidence)
    }
}
