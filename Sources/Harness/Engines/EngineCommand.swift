internal import Foundation

/// The engines' command lines: `docker` and `lxc`, as a person types them, pointed at the daemon in use.
public enum EngineCommand {
    /// A `docker` command; the program may be named by `LAB_DOCKER`.
    public static func docker(
        _ arguments: [String], input: [UInt8] = [], deadline: Duration = .seconds(60)
    ) -> Command {
        let program = variable("LAB_DOCKER") ?? "docker"
        return Command(program, arguments, input: input, environment: Endpoint.docker, deadline: deadline)
    }

    /// An `lxc` command; the program may be named by `LAB_LXC`, which is how Incus's `incus` is used.
    public static func lxc(_ arguments: [String], input: [UInt8] = [], deadline: Duration = .seconds(60)) -> Command {
        let program = variable("LAB_LXC") ?? LXDFamily.current.client
        let environment = settings.merging(Endpoint.lxd) { _, needed in needed }
        var command = Command(program, arguments, input: input, environment: environment, deadline: deadline)
        command.mayBeShutOut = true
        return command
    }

    /// Where `lxc` may keep its settings, which it insists on, when there is no home for them: as long as this run lasts.
    private static let settings: [String: String] = {
        let home = variable("HOME") ?? "/"
        let name = LXDFamily.current.settingsVariable
        if variable(name) != nil || FileManager.default.isWritableFile(atPath: home) { return [:] }
        atexit { try? FileManager.default.removeItem(atPath: settingsFolder) }
        return [name: settingsFolder]
    }()

    private static let settingsFolder = "\(TemporaryFolder.base)/lab-\(Owner.current)-lxc"

    /// The value of a variable of the environment, where it has one that is not empty.
    static func variable(_ name: String) -> String? {
        guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else { return nil }
        return value
    }
}
