internal import Harness
internal import Host

extension Verb {
    /// Says how a shell reaches the engines in use.
    static let environment = Verb(
        name: "env", summary: "Print the lines that make docker and lxc in your shell those that lab uses.",
        details: """
            After ./ci.sh up on a machine without engines, Docker and LXD are private daemons with sockets of their own.
            eval "$(lab env)" leads this shell's docker and lxc to them. The commands of the sheet then work as printed,
            offline: curlimages/curl and images:alpine/3.13 are stand-ins, as a comment says. ./ci.sh shell opens a
            shell in which that is done.
            """,
        run: printEnvironment)
}

private func printEnvironment(_ arguments: Arguments) throws -> Int32 {
    for line in try SheetNames.environment() { Interface.say(line) }
    return 0
}
