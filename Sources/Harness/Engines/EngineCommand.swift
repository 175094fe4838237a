internal import Foundation

/// The engines' command lines: `docker` and `lxc` as a person types them, for the daemon in use.
package enum EngineCommand {
    /// A `docker` command for the daemon in use, or for the one at a socket; `LAB_DOCKER` may name the program.
    package static func docker(
        _ arguments: [String], at socket: String? = nil, input: [UInt8] = [], deadline: Duration = .seconds(60)
    ) -> Command {
        let program = Setting.docker.value ?? "docker"
        let place = socket.map(Endpoint.leading(toDocker:)) ?? Endpoint.docker
        let environment = ClientSettings.docker.merging(place) { _, needed in needed }.merging(GoRuntime.sparing) { $1 }
        return Command(program, arguments, input: input, environment: environment, deadline: deadline)
    }

    /// An `lxc` command; `LAB_LXC` may name the program, such as Incus's `incus`.
    ///
    /// LXD 5.0 waits for the first bytes of each connection before it accepts the next. Its own client sometimes opens
    /// a connection, sends nothing, and waits for another.
    package static func lxc(
        _ arguments: [String], of family: LXDFamily = .current, input: [UInt8] = [], deadline: Duration = .seconds(60)
    ) -> Command {
        let named = family == .current ? Setting.lxc.value : nil
        let program = named ?? family.client
        let environment = ClientSettings.lxd.merging(Endpoint.lxd) { _, needed in needed }.merging(GoRuntime.sparing) {
            $1
        }
        var command = Command(program, arguments, input: input, environment: environment, deadline: deadline)
        command.mayBeShutOutOf = "/unix.socket"
        return command
    }

    /// The value of an environment variable, if it is not empty.
    static func variable(_ name: String) -> String? {
        guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else { return nil }
        return value
    }
}
