internal import Foundation
internal import Harness
internal import Host

/// The table of `docs/faults.md`: the message of `lab` for each fault, as the tests have read it.
package enum FaultTable {
    /// The file, beside the fixtures.
    package static let path = Fixtures.path("../docs/faults.md")

    private static let head = """
        # Faults

        What goes wrong under a run, and what `lab` says then: the cause, and what to do about it. The exit status is 3, for nothing
        could be seen, unless the message says otherwise; nothing is left behind, and no other claim suffers.

        The tests cause each of these on daemons, namespaces and file systems of their own, and compare what they hear with this
        table (`swift test --filter Fault`), the words of engines in it apart, which each release has of its own.
        `LAB_RECORD=faults swift test --filter Fault` writes it anew.

        | fault | how the test causes it | message |
        | --- | --- | --- |

        """

    /// The messages that the file has.
    package static func read() -> [Fault: String] {
        let text = (try? TextFile.read(path).text) ?? ""
        var messages: [Fault: String] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("| ") {
            let cells = line.components(separatedBy: " | ")
            guard cells.count == 3, let fault = Fault(rawValue: String(cells[0].dropFirst(2))) else { continue }
            messages[fault] = unescaped(String(cells[2].dropLast(2)))
        }
        return messages
    }

    /// The file's text for these messages.
    package static func text(of messages: [Fault: String]) -> String {
        let rows = Fault.allCases.compactMap { fault in
            messages[fault].map { "| \(fault.rawValue) | \(fault.cause) | \(escaped($0)) |\n" }
        }
        return head + rows.joined()
    }

    /// Writes the file with another message.
    static func record(_ message: String, of fault: Fault) throws {
        var messages = read()
        messages[fault] = message
        try Data(text(of: messages).utf8).write(to: URL(fileURLWithPath: path))
    }

    private static func escaped(_ message: String) -> String {
        let lines = message.split(separator: "\n").map { line in
            "`" + line.replacing("|", with: "\\|").replacing("`", with: "'") + "`"
        }
        return lines.joined(separator: "<br>")
    }

    private static func unescaped(_ cell: String) -> String {
        cell.components(separatedBy: "<br>").map { $0.dropFirst().dropLast().replacing("\\|", with: "|") }
            .joined(separator: "\n")
    }

    /// Our own part of a message: without parentheses, and without the lines between the first and the hint.
    static func ours(_ message: String) -> String {
        let lines = message.split(separator: "\n").map(String.init)
        guard let first = lines.first else { return "" }
        let hints = lines.dropFirst().filter {
            $0.hasPrefix("hint: ") || $0.wholeMatch(of: /exit status [0-9]+/) != nil
        }
        return ([first.replacing(/\s\(.*?\)(\. |$)/) { " (…)" + $0.1 }] + hints).joined(separator: "\n")
    }
}
