internal import Foundation
package import Harness
internal import Host
internal import XCTest

/// A test case that follows what `lab template` prints, in the shells that `./ci.sh shell` opens.
open class ByHandTestCase: FaultTestCase {
    /// Types every line of the template, takes the values that its rules give, and completes the template with them.
    ///
    /// Passes if every claim is confirmed, in both languages. Only the names of containers differ, and our label is
    /// added. The test is skipped if the sheet's images are not available under their names.
    package func followTemplate(
        of engine: Engine, _ exercises: [Exercise], without left: Set<String> = [], file: StaticString = #filePath,
        line: UInt = #line
    ) throws {
        try require(engine)
        guard engine == .kernel || Endpoint.isOwn(engine) else {
            let reason = "Only private daemons give the sheet's names to stand-ins: ./ci.sh up starts them."
            return try skip(Lacking("private-daemons", .same(reason)), nil, file: file, line: line)
        }
        let templates = Language.allCases.map { TypedTemplate(engine, in: $0) }
        XCTAssertEqual(templates[0].commands, templates[1].commands, "both languages", file: file, line: line)
        let home = "\(Setting.folders.value ?? "/var/tmp")/lab-\(Owner.current)-home"
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: home) }
        let typist = try Typist(engine, home: home, programs: netcat())
        defer { typist.leave() }

        var seen: [String: Seen]
        do { seen = try type(templates[0], exercises, without: left, typist) } catch let lacking as Lacking {
            return try skip(lacking, engine, file: file, line: line)
        }
        var results = try verify(templates[0], seen)
        // LXD before 5.14 loses output at times (lxd issue 11890), and the template says to type such a line again. A machine
        // may also be too busy for the seconds that a line waits for its neighbour.
        for _ in 0..<2 where results.total.exitStatus != 0 {
            let wrong = Set(seen.keys).subtracting(confirmed(results))
            for question in templates[0].questions where wrong.contains(question.fact) {
                seen[question.fact] = try look(question, typist)
            }
            results = try verify(templates[0], seen)
        }
        expect(results, seen, file, line)
        expect(try verify(templates[1], seen), seen, file, line)
    }

    /// The output of a question's lines, and the value that its rule gives.
    private struct Seen {
        var printed: Printed
        var value: String?
    }

    /// Types the lines of these exercises; returns what is seen by the facts' ids.
    private func type(
        _ template: TypedTemplate, _ exercises: [Exercise], without left: Set<String>, _ typist: Typist
    ) throws -> [String: Seen] {
        var (seen, launch): ([String: Seen], [ByHand.Line]?) = ([:], nil)
        for part in template.parts {
            switch part {
            case .launch(let lines): launch = lines
            case .question(let question):
                let isAsked = exercises.contains { $0 == Catalogue.fact(question.fact)?.exercise }
                guard isAsked, !left.contains(question.fact) else { continue }
                if let lines = launch { try typist.launch(lines) }
                launch = nil
                seen[question.fact] = try look(question, typist)
            }
        }
        return seen
    }

    private func look(_ question: TypedTemplate.Question, _ typist: Typist) throws -> Seen {
        let fact = try XCTUnwrap(Catalogue.fact(question.fact))
        let printed = try typist.type(question.lines)
        return Seen(printed: printed, value: fact.byHand.reading.value(printed))
    }

    /// The verdicts on the template, completed with what was seen.
    private func verify(_ template: TypedTemplate, _ seen: [String: Seen]) throws -> Results {
        let path = scratch + "/memoria.md"
        let values = seen.compactMapValues(\.value)
        try Data(template.completed(with: values).utf8).write(to: URL(fileURLWithPath: path))
        var verification = Verification()
        Intake.read(Delivery.find(path), into: &verification)
        return verification.run()
    }

    private func confirmed(_ results: Results) -> Set<String> {
        Set(results.judgements.filter { $0.verdict == .confirmed }.map(\.claim.fact.id))
    }

    /// Passes if every fact has led to a value, and every claim is confirmed.
    private func expect(_ results: Results, _ seen: [String: Seen], _ file: StaticString, _ line: UInt) {
        XCTAssertEqual(results.reports.flatMap(\.problems).map(\.english), [], file: file, line: line)
        XCTAssertGreaterThan(seen.count, 0, file: file, line: line)
        XCTAssertEqual(results.total.statements, seen.count, file: file, line: line)
        for id in Set(seen.keys).subtracting(confirmed(results)).sorted() {
            let printed = seen[id]?.printed.outputs.map { "$ \($0.command)\n\($0.text)" } ?? []
            let why = results.judgements.first { $0.claim.fact.id == id }?.explanation ?? "no claim"
            let value = seen[id]?.value ?? "no value"
            XCTFail(
                "\(id), by hand, is \(value):\n\(printed.joined(separator: "\n"))\n\(why)", file: file, line: line)
        }
    }

    /// A folder with an `nc` for a host that has none of its own, as the sheet wants it.
    private func netcat() throws -> String {
        let busyBox = try XCTUnwrap(ProgramPath.path(of: "busybox"))
        if ProgramPath.path(of: "nc") == nil {
            try FileManager.default.createSymbolicLink(atPath: scratch + "/nc", withDestinationPath: busyBox)
        }
        return scratch
    }
}
