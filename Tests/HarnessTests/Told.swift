import Host
import SheetTesting
import Synchronization

@testable import Harness

/// Observations, and results, without a kernel.
enum Told {
    /// An observation of which only the value is told.
    static func observation(_ value: Value) throws -> Observation {
        let first = Witness("the kernel", "el núcleo", says: value, [.seen(Sentence("a file", "un fichero"))])
        let outcome = Evidence.seen(Sentence("its outcome", "su resultado"))
        return try Observation(first, Witness("an operation", "una operación", says: value, [outcome]))
    }

    /// The same for several questions, by scenario and fact: `docker --pid=host: namespace.pid`.
    static func observed(_ values: [String: String], errors: [String: any Error] = [:]) -> Observations {
        let seen = values.mapValues { value in
            Result<Observation, any Error> { try observation(.text(value)) }
        }
        let all = seen.merging(errors.mapValues { .failure($0) }) { $1 }
        let results = all.compactMap { text, result -> (Question, Result<Observation, any Error>)? in
            guard let colon = text.lastIndex(of: ":"), let scenario = try? Scenario(parsing: String(text[..<colon]))
            else {
                return nil
            }
            return (Question(text[colon...].dropFirst(2).description, in: scenario), result)
        }
        precondition(results.count == all.count, "a scenario cannot be read")
        return Observations(Dictionary(uniqueKeysWithValues: results))
    }

    /// A verification that has taken in one report of the name for each list of claims.
    static func verification(
        _ reports: [(name: String, claims: [String])], isDelivery: Bool = false
    ) -> Verification {
        var verification = Verification()
        for (name, claims) in reports {
            var report = Report(name: name)
            report.isDelivery = isDelivery
            let file = isDelivery ? "/handed/in/\(name)/memoria.md" : name
            let statements = claims.enumerated().map { index, text in
                var statement = DocumentReader.statement(text)
                statement.place = Place(file: file, line: index + 1)
                return statement
            }
            verification.take(report, statements)
        }
        return verification
    }

    /// What the claims come to.
    static func results(
        _ reports: [(name: String, claims: [String])], _ observed: Observations, isDelivery: Bool = false
    ) -> Results {
        verification(reports, isDelivery: isDelivery).results(from: observed, on: ["a machine"])
    }

    /// One report with a statement of each verdict.
    static let mixed = results(
        [
            (
                "memoria.md",
                [
                    "docker: namespace.pid is private", "docker: container.user is 0:0",
                    "lxd: namespace.user is private", "docker --privileged: namespace.pid is private",
                ]
            )
        ],
        observed(
            ["docker: namespace.pid": "private", "docker: container.user": "100:101"],
            errors: ["lxd: namespace.user": Lacking("lxd", "LXD is not here: install it.", "LXD no está: instálelo.")]))

    /// A report that means harm: escapes, bidirectional marks, HTML, Markdown, XML and workflow commands.
    static let hostile = results(
        [
            (
                "<b>x</b>\u{202e}|`\u{1b}[31m\n::error::x",
                [
                    "docker: root.device is <script>alert(1)</script>|`x`\u{202e}\u{1b}[31m]]>&",
                    "docker: <img src=x onerror=alert(1)>\u{202e} ]]> | `rm` \n::error::boo",
                ]
            )
        ], observed(["docker: root.device": "overlay"]))
}
