internal import Host

/// The words after the verb on the command line, sorted into options and operands.
struct Arguments: Sendable, Equatable {
    /// The values of the options given, in order; an option without a value has an empty one.
    var options: [String: [String]] = [:]
    /// All words that are not options.
    var operands: [String] = []

    /// Sorts words by the options that are known; everything after `--` is an operand.
    init(_ words: [String], knowing known: [Option] = []) throws {
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                return
            }
            guard word.hasPrefix("--") else {
                if word.hasPrefix("-") && word.count > 1 { throw UsageError("there is no option \(word)") }
                operands.append(word)
                continue
            }
            let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            guard let option = known.first(where: { $0.name == name }) else {
                let near = name.nearest(in: known.map(\.name)).map { ": is it --\($0)?" } ?? ""
                throw UsageError("there is no option --\(name)\(near)")
            }
            let given = parts.count == 2 ? String(parts[1]) : nil
            switch (option.value, given) {
            case (nil, .some): throw UsageError("the option --\(name) takes no value")
            case (nil, nil): options[name, default: []].append("")
            case (.some, .some(let value)): options[name, default: []].append(value)
            case (.some(let value), nil):
                guard let next = rest.popFirst() else { throw UsageError("the option --\(name) needs a \(value)") }
                options[name, default: []].append(next)
            }
        }
    }

    /// Whether an option was given.
    func has(_ name: String) -> Bool { options[name] != nil }

    /// The value given last for an option.
    func value(_ name: String) -> String? { options[name]?.last }
}
