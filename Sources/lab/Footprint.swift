internal import Foundation
internal import Harness
internal import Host

extension Verb {
    /// Lists what a run may touch on the host.
    static let footprint = Verb(
        name: "footprint", summary: "List all that a run may touch on this host, or compare it with an earlier list.",
        options: [
            Option(
                name: "diff", value: "FILE",
                summary: "print the changes since this earlier list; - is standard input"),
            Option(name: "ours", value: nil, summary: "with --diff: leave out things of other runs and other people"),
            Option(name: "json", value: nil, summary: "print JSON"),
        ],
        details: """
            It prints a line for each thing: its kind, its name, its details and its owner, divided by tabs. The owner
            is run with a label (1a2b3c4d.PID.START.BOOT), ours (no run in particular), kept (left on purpose for the
            next run), other (somebody else) or - (nobody who could be named).

            A difference begins with + (it is there now) or - (it was there before). With --ours, things of other living
            runs, of other people and kept ones are counted, not shown; it waits for things that are just being removed.
            The exit status is 0 without a difference, 1 with one, and 2 if FILE is not such a list.
            """,
        run: showFootprint)
}

private func showFootprint(_ arguments: Arguments) throws -> Int32 {
    guard arguments.operands.isEmpty else { throw UsageError("lab footprint takes no operands; is it --diff FILE?") }
    guard let file = arguments.value("diff") else {
        if arguments.has("ours") { throw UsageError("--ours is for --diff FILE") }
        let footprint = try Footprint.now()
        Interface.say(arguments.has("json") ? footprint.json : String(footprint.text.dropLast()))
        return 0
    }
    let earlier = try earlierFootprint(file)
    let difference = arguments.has("ours") ? try ours(since: earlier) : try Footprint.now().difference(since: earlier)
    if arguments.has("json") {
        Interface.say(difference.json)
    } else if !difference.isEmpty {
        Interface.say(difference.text)
    }
    return difference.isEmpty ? 0 : 1
}

/// The difference that may be a run's, once things that are being removed are gone.
private func ours(since earlier: Footprint) throws -> Footprint.Difference {
    let all = try Footprint.lasting(since: earlier)
    let ours = all.ours
    let others = all.added.count + all.removed.count - ours.added.count - ours.removed.count
    if others > 0 { Interface.complain("lab: \(others) more differences are kept, other runs' or other people's") }
    return ours
}

private func earlierFootprint(_ path: String) throws -> Footprint {
    let limit = 64 << 20
    let handle = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
    guard let data = try? handle?.read(upToCount: limit + 1), data.count <= limit,
        let text = String(validating: data, as: UTF8.self)
    else { throw UsageError("cannot read the footprint \(path)") }
    do { return try Footprint(parsing: text) } catch { throw UsageError("\(path) is not a footprint: \(error)") }
}
