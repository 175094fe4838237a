internal import Harness
internal import Host

extension Verb {
    /// Undoes the set-up.
    static let teardown = Verb(
        name: "teardown", summary: "End the private daemons, and leave the machine as it was found.", options: [.owner],
        details: "Images and the private daemons' data stay for the next time; lab clean removes them too.",
        run: tearDown)
}

private func tearDown(_ arguments: Arguments) throws -> Int32 {
    try TearDown.run(owner: try owner(arguments), progress: Interface.say)
    return 0
}
