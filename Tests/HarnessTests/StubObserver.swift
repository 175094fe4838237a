import Harness
import Host
import SheetTesting
import Synchronization

/// An observer that repeats what it was told, and remembers what it was asked.
final class StubObserver: Observing {
    private let answers: [String: Result<Observation, any Error>]
    private let asked = Mutex<[String]>([])
    private let left = Mutex<[String]>([])

    /// Knows values by scenario and fact: `docker --pid=host: namespace.pid`.
    init(_ values: [String: String], errors: [String: any Error] = [:]) {
        let seen = values.mapValues { value in
            Result<Observation, any Error> {
                let first = Witness("the kernel", says: .text(value), [.seen("a file")])
                return try Observation(first, Witness("an operation", says: .text(value), [.seen("its outcome")]))
            }
        }
        answers = seen.merging(errors.mapValues { .failure($0) }) { $1 }
    }

    func observe(_ fact: Fact, in scenario: Scenario) throws -> Observation {
        let question = "\(scenario): \(fact.id)"
        asked.withLock { $0.append(question) }
        guard let answer = answers[question] else { throw ProbeFailure("nobody has told what \(question) is") }
        return try answer.get()
    }

    func leave(_ scenario: Scenario) { left.withLock { $0.append("\(scenario)") } }

    /// The questions, in order.
    var questions: [String] { asked.withLock { $0 } }
    /// The scenarios of which nothing more was asked.
    var departures: [String] { left.withLock { $0 } }
}

/// Results without a kernel.
enum Told {
    /// What the claims come to, one report of the name for each list.
    static func results(
        _ reports: [(name: String, claims: [String])], _ observer: StubObserver, isDelivery: Bool = false
    ) -> Results {
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
        var results = verification.run(by: observer)
        results.machine = ["a machine"]
        return results
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
        StubObserver(
            ["docker: namespace.pid": "private", "docker: container.user": "100:101"],
            errors: ["lxd: namespace.user": Lacking("lxd", "LXD is not here: install it.")]))

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
        ], StubObserver(["docker: root.device": "overlay"]))
}
