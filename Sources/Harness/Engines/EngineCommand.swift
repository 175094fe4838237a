internal import Foundation
package import Host

/// The engines' command lines: `docker` and `lxc`, as a person types them, pointed at the daemon in use.
package enum EngineCommand {
    /// A `docker` command; the program may be named by `LAB_DOCKER`.
    package static func docker(
        _ arguments: [String], input: [UInt8] = [], deadline: Duration = .seconds(60)
    ) -> Command {
        let program = variable("LAB_DOCKER") ?? "docker"
        let environment = ClientSettings.docker.merging(Endpoint.docker) { _, needed in needed }
        return Command(program, arguments, input: input, environment: environment, deadline: deadline)
    }

    /// An `lxc` command; the program may be named by `LAB_LXC`, which is how Incus's `incus` is used.
    package static func lxc(
        _ arguments: [String], of family: LXDFamily = .current, input: [UInt8] = [], deadline: Duration = .seconds(60)
    ) -> Command {
        let named = family == .current ? variable("LAB_LXC") : nil
        let program = named ?? family.client
        let environment = ClientSettings.lxd.merging(Endpoint.lxd) { _, needed in needed }
        var command = Command(program, arguments, input: input, environment: environment, deadline: deadline)
        command.mayBeShutOut = true
        return command
    }

    /// The value of a variable of the environment, where it has one that is not empty.
    static func variable(_ name: String) -> String? {
        guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else { return nil }
        return value
    }
}
