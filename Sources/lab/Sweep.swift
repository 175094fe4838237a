internal import Harness
internal import Host

extension Verb {
    /// Removes what interrupted runs have left.
    static let sweep = Verb(
        name: "sweep", summary: "Remove what runs left behind that were killed.",
        operands: "[docker] [lxd] [kernel]",
        options: [Option(name: "quiet", summary: "say only what was removed")],
        details: """
            Containers, pools, folders, processes, bridges and rules that carry the label or the name of a run of which the
            process lives no more; and the private daemons, if those runs live no more for which ci.sh had started them. What
            a living run has made stays. An engine that does not answer is passed over.
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
