internal import Harness
internal import Host

extension Verb {
    /// Removes all that is ours.
    static let clean = Verb(
        name: "clean", summary: "Tear down, and remove our images, pools and data.",
        details: """
            If lab initialised the machine's own LXD, that is undone, unless it has containers. Installed packages stay.
            """,
        run: cleanUp)
}

private func cleanUp(_ arguments: Arguments) throws -> Int32 {
    try CleanUp.run(progress: Interface.say)
    return 0
}
