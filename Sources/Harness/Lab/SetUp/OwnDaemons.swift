internal import Foundation

/// The private daemons, started if no daemon answers; each is recorded before anything waits for it.
enum OwnDaemons {
    /// The folder of their logs, which stay after their end.
    static let logs = Endpoint.state + "/log"

    /// A `docker` command for the private daemon, even if another one is in use.
    static func docker(_ arguments: [String], deadline: Duration = .seconds(20)) -> Command {
        let own = Endpoint.leading(toDocker: Endpoint.ownDockerSocket)
        return Command("docker", arguments, environment: ClientSettings.docker.merging(own) { $1 }, deadline: deadline)
    }

    /// Starts dockerd, with data, socket and settings separate from the machine's own.
    static func startDocker(_ record: inout SetUpRecord, _ progress: (String) -> Void) throws {
        let settings = Endpoint.runtime + "/daemon.json"
        try makeFolders()
        try "{}\n".write(toFile: settings, atomically: true, encoding: .utf8)
        let command = Command(
            "dockerd",
            [
                "--config-file", settings, "--host", "unix://" + Endpoint.ownDockerSocket,
                "--data-root", Endpoint.state + "/docker", "--exec-root", Endpoint.runtime + "/docker",
                "--pidfile", Endpoint.runtime + "/docker.pid",
            ])
        // After a killed dockerd the first start may fail on the remains of its containerd, and removes them.
        for isLast in [false, true] {
            let daemon = try start(command, &record)
            do {
                try daemon.waitUntilReady { Engine.docker.ask().isThere }
                return progress("docker: started (PID \(daemon.pid), log \(daemon.log))")
            } catch {
                daemon.stop()
                if isLast { throw error }
            }
        }
    }

    /// Starts LXD or Incus, and lxcfs before it.
    static func startLXD(_ record: inout SetUpRecord, _ progress: (String) -> Void) throws {
        try makeFolders()
        try LXCFS.start(&record, progress)
        let family = LXDFamily.current
        let folder = Endpoint.ownFolder(of: family)
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o711])
        let group = getgrnam(family.group) == nil ? "root" : family.group
        let log = "\(logs)/\(family)-daemon.log"
        let command = Command(
            family.daemon, ["--group", group, "--logfile", log], environment: [family.folderVariable: folder])
        let daemon = try start(command, &record)
        try daemon.waitUntilReady { Engine.lxd.ask().isThere }
        progress("\(family): started (PID \(daemon.pid), log \(log))")
    }

    static func start(_ command: Command, _ record: inout SetUpRecord) throws -> StartedDaemon {
        var command = command
        command.environment.merge(GoRuntime.sparing) { $1 }
        command.environment[SetUpRecord.variable] = record.token
        let daemon = try StartedDaemon.start(command, log: "\(logs)/\(command.program).log")
        record.daemons.append(daemon)
        try record.write()
        return daemon
    }

    private static func makeFolders() throws {
        for folder in [Endpoint.state, Endpoint.runtime, logs] {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        }
    }
}
