internal import Harness
internal import Host

extension Verb {
    /// Removes the things that interrupted runs have left.
    static let sweep = Verb(
        name: "sweep", summary: "Remove the things that killed runs left behind.",
        operands: "[docker] [lxd] [kernel]",
        options: [Option(name: "quiet", summary: "print only what was removed")],
        details: """
            It removes containers, pools, folders, processes, bridges and rules with the label or the name of a run
            whose process has ended. It ends the private daemons that ci.sh started, if the runs that needed them have
            ended. Things of a living run stay. An engine that does not answer is skipped.
            """,
        run: sweepAway)
}

private func sweepAway(_ arguments: Arguments) throws -> Int32 {
    let engines = try engines(arguments)
    Sweeper.waitForOrphans()
    let isQuiet = arguments.has("quiet")
    for what in try Sweeper.sweepHost() { Interface.say("host: removed \(what)") }
    for engine in engines {
        guard engine.ask().isThere else {
            if !isQuiet { Interface.say("\(engine.rawValue): does not answer") }
            continue
        }
        let removed = try Sweeper.sweep(engine)
        for name in removed { Interface.say("\(engine.rawValue): removed \(name)") }
        if removed.isEmpty, !isQuiet { Interface.say("\(engine.rawValue): nothing was left behind") }
    }
    if arguments.operands.isEmpty { try TearDown.sweep(progress: Interface.say) }
    return 0
}
