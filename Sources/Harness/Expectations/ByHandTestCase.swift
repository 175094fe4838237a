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
        of engine: Engine, _ exercises: [Exercise], file: StaticString = #filePath, line: UInt = #line
    ) throws {
        try require(engine)
        guard Endpoint.isOwn(engine) else {
            let reason = "Only private daemons give the sheet's names to stand-ins: ./ci.sh up starts them."
            return try skip(Lacking("private-daemons", reason), nil, file: file, line: line)
        }
        let templates = Language.allCases.map { TypedTemplate(engine, in: $0) }
        XCTAssertEqual(commands(templates[0]), commands(templates[1]), "both languages", file: file, line: line)

        let values: [String: String]
        do { values = try type(templates[0], exercises, engine, file, line) } catch let lacking as Lacking {
            return try skip(lacking, engine, file: file, line: line)
        }
        for (template, language) in zip(templates, Language.allCases) {
            try confirm(template.completed(with: values), language, values.count, file, line)
        }
    }

    private func commands(_ template: TypedTemplate) -> [String] {
        template.questions.flatMap { [$0.fact] + $0.lines.map(\.command) }
    }

    /// Types the lines of these exercises, and returns the values by the facts' ids.
    private func type(
        _ template: TypedTemplate, _ exercises: [Exercise], _ engine: Engine, _ file: StaticString, _ line: UInt
    ) throws -> [String: String] {
        let home = "\(Setting.folders.value ?? "/var/tmp")/lab-\(Owner.current)-home"
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: home) }
        let typist = try Typist(engine, home: home, programs: netcat())
        defer { typist.leave() }

        var (values, launch): ([String: String], [ByHand.Line]?) = ([:], nil)
        for part in template.parts {
            switch part {
            case .launch(let lines): launch = lines
            case .question(let question):
                let fact = try XCTUnwrap(Catalogue.fact(question.fact))
                guard exercises.contains(fact.exercise) else { continue }
                if let lines = launch { try typist.launch(lines) }
                launch = nil
                let printed = try typist.type(question.lines)
                let value = fact.byHand.reading.value(printed)
                let seen = printed.outputs.map { "$ \($0.command)\n\($0.text)" }.joined(separator: "\n")
                XCTAssertNotNil(value, "\(fact.id), by hand, leads to no value:\n\(seen)", file: file, line: line)
                values[fact.id] = value
            }
        }
        return values
    }

    /// A folder with an `nc` for a host that has none of its own, as the sheet wants it.
    private func netcat() throws -> String {
        let busyBox = try XCTUnwrap(ProgramPath.path(of: "busybox"))
        if ProgramPath.path(of: "nc") == nil {
            try FileManager.default.createSymbolicLink(atPath: scratch + "/nc", withDestinationPath: busyBox)
        }
        return scratch
    }

    /// Passes if a completed template has so many claims, and each is confirmed.
    private func confirm(
        _ text: String, _ language: Language, _ count: Int, _ file: StaticString, _ line: UInt
    ) throws {
        let path = "\(scratch)/memoria-\(language).md"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        var verification = Verification()
        Intake.read(Delivery.find(path), into: &verification)
        let results = verification.run()

        XCTAssertEqual(results.reports.flatMap(\.problems).map(\.english), [], file: file, line: line)
        XCTAssertEqual(results.total.count(of: .confirmed), count, "\(language)", file: file, line: line)
        for statement in results.reports.flatMap(\.statements) where results.verdict(of: statement) != .confirmed {
            let judgement = results.judgement(of: statement)
            XCTFail(
                "\(language): \(statement.text)\n\(judgement?.explanation ?? "\(statement.claim)")", file: file,
                line: line)
        }
    }
}
