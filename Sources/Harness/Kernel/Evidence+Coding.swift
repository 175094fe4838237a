/// The form of evidence in a document: a command with its ending and output, a file with its content, or seen words.
extension Evidence: Codable {
    private enum Key: String, CodingKey {
        case command, output, errors, status, signal, deadline, unaccepted, file, content, seen, spanish
    }

    /// Evidence from its form in a document.
    package init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: Key.self)
        if form.contains(.command) {
            let words = try form.decode([String].self, forKey: .command)
            guard let program = words.first else {
                throw DecodingError.dataCorruptedError(
                    forKey: .command, in: form, debugDescription: "it has no program")
            }
            self = .command(
                Outcome(
                    command: Command(program, Array(words.dropFirst())), ending: try Self.ending(form),
                    output: Array(try form.decode(String.self, forKey: .output).utf8),
                    errors: Array(try form.decodeIfPresent(String.self, forKey: .errors)?.utf8 ?? "".utf8)))
        } else if form.contains(.file) {
            let content = try form.decode(String.self, forKey: .content)
            self = .file(TextFile(path: try form.decode(String.self, forKey: .file), text: content))
        } else {
            let seen = try form.decode(String.self, forKey: .seen)
            self = .seen(Sentence(seen, try form.decodeIfPresent(String.self, forKey: .spanish) ?? seen))
        }
    }

    private static func ending(_ form: KeyedDecodingContainer<Key>) throws -> Ending {
        if let signal = try form.decodeIfPresent(Int32.self, forKey: .signal) { return .signaled(signal) }
        if let deadline = try form.decodeIfPresent(Int64.self, forKey: .deadline) {
            return .timedOut(after: .milliseconds(deadline))
        }
        if try form.decodeIfPresent(Bool.self, forKey: .unaccepted) ?? false { return .shutOut }
        return .exited(try form.decode(Int32.self, forKey: .status))
    }

    /// Writes the evidence in its form in a document.
    package func encode(to encoder: any Encoder) throws {
        var form = encoder.container(keyedBy: Key.self)
        switch self {
        case .command(let outcome):
            try form.encode([outcome.command.program] + outcome.command.arguments, forKey: .command)
            try form.encode(String(decoding: outcome.output, as: UTF8.self), forKey: .output)
            if !outcome.errors.isEmpty {
                try form.encode(String(decoding: outcome.errors, as: UTF8.self), forKey: .errors)
            }
            switch outcome.ending {
            case .exited(let status): try form.encode(status, forKey: .status)
            case .signaled(let signal): try form.encode(signal, forKey: .signal)
            case .timedOut(let deadline):
                let (seconds, attoseconds) = deadline.components
                try form.encode(seconds * 1000 + attoseconds / 1_000_000_000_000_000, forKey: .deadline)
            case .shutOut: try form.encode(true, forKey: .unaccepted)
            }
        case .file(let file):
            try form.encode(file.path, forKey: .file)
            try form.encode(file.text, forKey: .content)
        case .seen(let sentence):
            try form.encode(sentence.english, forKey: .seen)
            try form.encodeIfPresent(sentence.ownSpanish, forKey: .spanish)
        }
    }
}
