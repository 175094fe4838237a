internal import Harness

extension Verb {
    /// Removes what interrupted runs have left.
    static let sweep = Verb(
        name: "sweep", summary: "Remove the containers, pools and folders that interrupted runs left behind.",
        operands: "[docker] [lxd]",
        details: "What a living run has made stays. An engine that does not answer is passed over.", run: sweepAway)
}

private func sweepAway(_ arguments: Arguments) throws -> Int32 {
    for engine in try engines(arguments) {
        guard engine.ask().isThere else {
            Interface.say("\(engine.rawValue): does not answer")
            continue
        }
        let removed = try Sweeper.sweep(engine)
        for name in removed { Interface.say("\(engine.rawValue): removed \(name)") }
        if removed.isEmpty { Interface.say("\(engine.rawValue): nothing was left behind") }
    }
    return 0
}
