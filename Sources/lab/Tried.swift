internal import Foundation
internal import Harness
internal import Host

extension Verb {
    /// Tells on which machines all tests ran.
    static let tried = Verb(
        name: "tried", summary: "Tell on which machines all tests ran, or add up a run for that list.",
        operands: "[EVIDENCE.JSON…]",
        details: """
            Without operands it prints the page docs/tried.md, of Fixtures/tried.jsonl.

            Each EVIDENCE.JSON is a file that a run of tests has left on the same machine (./ci.sh test leaves out/evidence.json,
            ./ci.sh faults out/faults/evidence.json). They become one line for Fixtures/tried.jsonl, with the day of the newest.
            """
    ) { arguments in
        guard !arguments.operands.isEmpty else {
            Interface.say(String(TriedMachine.markdown(try TriedMachine.all()).dropLast()))
            return 0
        }
        var newest = Date.distantPast
        let evidence = try arguments.operands.map { path in
            let file = URL(fileURLWithPath: path)
            newest = max(
                newest,
                try file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate ?? newest)
            return try JSONDecoder().decode(EvidenceFile.self, from: Data(contentsOf: file))
        }
        let day = newest.formatted(Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day())
        Interface.say(try TriedMachine(evidence, on: day).line)
        return 0
    }
}
