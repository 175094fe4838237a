internal import Foundation
internal import Harness
internal import Host

extension Verb {
    /// Makes the machine ready.
    static let setup = Verb(
        name: "setup", summary: "Make the machine ready: programs, daemons, images.",
        operands: "[docker] [lxd] [kernel]",
        options: [
            .owner,
            Option(
                name: "footprint", value: "FILE",
                summary: "write the host's footprint there before anything is started (see lab footprint)"),
        ],
        details: """
            It installs missing programs, if it is root and there is apt-get. It starts a private Docker or LXD if none
            answers, initialises LXD if nobody has, and provides images. A daemon that runs already is used unchanged.
            """,
        run: setUp)
}

extension Option {
    /// The process whose run needs the private daemons.
    static let owner = Option(
        name: "owner", value: "PID", summary: "only for the run of this process")
}

private func setUp(_ arguments: Arguments) throws -> Int32 {
    Interruption.watch(parent: false, marking: false)
    let failures = try SetUp.run(
        try engines(arguments), owner: try owner(arguments),
        beforeStart: { if let file = arguments.value("footprint") { try writeFootprint(to: file) } },
        progress: Interface.say)
    for failure in failures { Interface.complain("lab: \(failure.sentence)") }
    return failures.isEmpty ? 0 : 1
}

private func writeFootprint(to file: String) throws {
    let text = try Footprint.now().text
    do { try text.write(toFile: file, atomically: true, encoding: .utf8) } catch {
        throw UsageError("cannot write \(file): \(error.sentence)")
    }
}

/// The PID that `--owner` gives.
func owner(_ arguments: Arguments) throws -> Int32? {
    guard let text = arguments.value("owner") else { return nil }
    guard let pid = Int32(text), pid > 0 else { throw UsageError("\(text) is no PID") }
    return pid
}
