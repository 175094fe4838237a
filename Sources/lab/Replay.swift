internal import Foundation
internal import Harness
internal import Host

extension Verb {
    /// Repeats the engine commands of a run.
    static let replay = Verb(
        name: "replay", summary: "Repeat the engine commands of a run, one after the other, and time them.",
        operands: "FILE",
        details: """
            FILE is what a run has kept for LAB_COMMANDS=FILE. The time is what the engines themselves need; ./ci.sh bench
            holds a run against it.
            """
    ) { arguments in
        guard arguments.operands.count == 1, let file = arguments.operands.first else {
            throw UsageError("which file? lab replay FILE")
        }
        Interruption.watch(parent: false)
        let replay = try Replay(file: file)
        let (seconds, unlike) = try replay.run()
        let time = String(format: "%.2f", seconds)
        Interface.say("replay: commands=\(replay.commands.count) unlike=\(unlike) seconds=\(time) (docker, lxc)")
        return 0
    }
}
