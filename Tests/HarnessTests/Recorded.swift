import Host
import SheetTesting

@testable import Harness

/// Observations with every kind of value, evidence and error, to be recorded.
enum Recorded {
    static let lacking = Lacking("lxd", "LXD is not here: install it.", "LXD no está: instálelo.", isExtra: true)
    static let disagreement = Disagreement(
        witnesses: [
            Witness("one", "uno", says: "private", [.seen(.same("this"))]), Witness("two", "otro", says: "shared", []),
        ])
    static let failure = CommandFailure(
        command: Command("docker", ["exec", "a b"]), reason: .ended(.exited(3)), tail: "it did not work")

    static let observed: Observations = {
        let evidence: [Evidence] = [
            command(.exited(0)), command(.exited(3), errors: "no \u{1b}[31m\u{202e}such file\n"), command(.signaled(9)),
            command(.timedOut(after: .milliseconds(1500))), command(.shutOut),
            .file(TextFile(path: "/proc/1/status", text: "Name:\t\"sh\"\n")), .seen(.same("¿un núcleo?")),
        ]
        let values: [(String, Scenario, Value)] = [
            ("namespace.pid", .docker, "private"), ("cgroup.pids.limit", .docker, .unlimited),
            ("root.layers", .docker, .number(7)), ("cgroup.controllers", .docker, .list(["pids", "freezer"])),
        ]
        var results: [Question: Result<Observation, any Error>] = [
            Question("namespace.user", in: .lxd): .failure(lacking),
            Question("namespace.uts", in: .docker): .failure(disagreement),
            Question("namespace.ipc", in: .docker): .failure(
                ProbeFailure(
                    "the file is gone", "el fichero ya no está",
                    [.seen(Sentence("an empty folder", "una carpeta vacía"))])),
            Question("namespace.net", in: .docker): .failure(failure),
        ]
        for (fact, scenario, value) in values {
            let witness = Witness("the kernel", "el núcleo", says: value, evidence)
            results[Question(fact, in: scenario)] = Result {
                try Observation(
                    witness, Witness("an operation", "una operación", says: value, []),
                    Witness(.same("more"), says: value, []))
            }
        }
        return Observations(results, standIns: [.lxd])
    }()

    private static func command(_ ending: Ending, errors: String = "") -> Evidence {
        .command(
            Outcome(
                command: Command("docker", ["exec", "it's", "ps"]), ending: ending, output: Array("1 sh\n".utf8),
                errors: Array(errors.utf8)))
    }
}
