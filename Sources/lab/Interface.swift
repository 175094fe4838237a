internal import Foundation
internal import Harness
internal import Host

/// The command line: words in, exit status out.
enum Interface {
    /// Runs the verb that the words name: 0 if all went well, 1 if it did not, 2 if the words cannot be understood.
    static func run(_ words: [String]) -> Int32 {
        guard let first = words.first else {
            complain(help)
            return 2
        }
        if ["--help", "-h", "help"].contains(first) { return answerHelp(Array(words.dropFirst())) }
        do {
            let verb = try verb(first)
            let rest = Array(words.dropFirst())
            if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
                say(verb.help)
                return 0
            }
            return try verb.run(try Arguments(rest, knowing: verb.options))
        } catch let error as UsageError {
            complain("lab: \(error)")
            return 2
        } catch {
            complain("lab: \(error.sentence)")
            return 1
        }
    }

    private static func answerHelp(_ words: [String]) -> Int32 {
        guard let name = words.first else {
            say(help)
            return 0
        }
        return run([name, "--help"])
    }

    private static func verb(_ name: String) throws -> Verb {
        if let verb = Verb.all.first(where: { $0.name == name }) { return verb }
        let near = name.nearest(in: Verb.all.map(\.name)).map { ": is it \($0)?" } ?? "; lab --help lists them"
        throw UsageError("there is no verb \(name)\(near)")
    }

    /// The text of `lab --help`.
    static var help: String {
        let verbs = columns(Verb.all.map { ($0.name, $0.summary) })
        return (["usage: lab VERB [options]", ""] + verbs + ["", "lab VERB --help tells more."]).joined(separator: "\n")
    }

    /// Two columns, the second one aligned.
    static func columns(_ rows: [(String, String)]) -> [String] {
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { "  " + $0.padded(to: width + 2) + $1 }
    }

    /// Prints a line on standard output, at once; ignores that nobody listens.
    static func say(_ line: String) { try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8)) }

    /// Prints a line on standard error.
    static func complain(_ line: String) { try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8)) }
}
