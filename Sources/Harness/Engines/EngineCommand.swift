internal import Foundation

/// The engines' command lines: `docker` and `lxc`, as a person types them, pointed at the daemon in use.
public enum EngineCommand {
    /// A `docker` command; the program may be named by `LAB_DOCKER`.
    public static func docker(_ arguments: [String], input: [UInt8] = [], deadline: Duration = .seconds(60)) -> Command {
        Command(
            variable("LAB_DOCKER") ?? "docker", arguments, input: input, environment: Endpoint.docker, deadline: deadline)
    }

    /// An `lxc` command; the program may be named by `LAB_LXC`, which is how Incus's `incus` is used.
    public static func lxc(_ arguments: [String], input: [UInt8] = [], deadline: Duration = .seconds(60)) -> Command {
        Command(variable("LAB_LXC") ?? "lxc", arguments, input: input, environment: Endpoint.lxd, deadline: deadline)
    }

    private static func variable(_ name: String) -> String? {
        guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else { return nil }
        return value
    }
}
