internal import Harness
internal import Host

extension Verb {
    /// Removes all that is ours.
    static let clean = Verb(
        name: "clean", summary: "Tear down, and remove images, pools and data that are ours.",
        details: """
            An LXD of the machine's own that was initialised here is taken back to where it was, unless it has
            containers. The packages that were installed stay.
            """,
        run: cleanUp)
}

private func cleanUp(_ arguments: Arguments) throws -> Int32 {
    try CleanUp.run(progress: Interface.say)
    return 0
}
