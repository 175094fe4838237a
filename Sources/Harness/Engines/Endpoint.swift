internal import Foundation
import Synchronization

/// The places where the daemons listen: the machine's own, or the private ones that `ci.sh` starts if none runs.
package enum Endpoint {
    /// The folder with the data of the private daemons; this one and the next are in `LAB_DATA`, if that is set.
    package static let state = own.map { $0 + "/lib" } ?? "/var/lib/container-anatomy"
    /// The folder with the sockets and PID files of the private daemons.
    package static let runtime = own.map { $0 + "/run" } ?? "/run/container-anatomy"

    private static let own = Setting.data.value

    /// The variables that lead `docker` to its daemon; none if it finds the daemon by itself.
    package static var docker: [String: String] { known("docker", askDocker) }

    /// The variables that lead `lxc` to its daemon; none if it finds the daemon by itself.
    package static var lxd: [String: String] { known("lxd", askLXD) }

    /// The variables that lead `docker` to the daemon at a socket, whatever a person has set.
    static func leading(toDocker socket: String) -> [String: String] {
        ["DOCKER_HOST": "unix://" + socket, "DOCKER_CONTEXT": "", "DOCKER_TLS": "", "DOCKER_TLS_VERIFY": ""]
    }

    private static let cache = Mutex<[String: [String: String]]>([:])

    /// Forgets where the daemons listen, because one may have been started or stopped.
    static func forget() { cache.withLock { $0 = [:] } }

    private static func known(_ name: String, _ ask: () -> [String: String]) -> [String: String] {
        cache.withLock { cache in
            if let variables = cache[name] { return variables }
            let variables = ask()
            cache[name] = variables
            return variables
        }
    }

    private static func askDocker() -> [String: String] {
        if setting(of: .docker) != nil || UnixSocket.isAlive("/var/run/docker.sock") { return [:] }
        if UnixSocket.isAlive(ownDockerSocket) { return ["DOCKER_HOST": "unix://" + ownDockerSocket] }
        return ClientSettings.currentContext.map { ["DOCKER_CONTEXT": $0] } ?? [:]
    }

    private static func askLXD() -> [String: String] {
        let family = LXDFamily.current
        if setting(of: .lxd) != nil || family.sockets.contains(where: UnixSocket.isAlive) { return [:] }
        let folder = ownFolder(of: family)
        return UnixSocket.isAlive(folder + "/unix.socket") ? [family.folderVariable: folder] : [:]
    }

    /// Whether an engine's command uses the private daemon.
    package static func isOwn(_ engine: Engine) -> Bool {
        switch engine {
        case .docker: docker["DOCKER_HOST"] != nil
        case .lxd: !lxd.isEmpty
        case .kernel: false
        }
    }

    static let ownDockerSocket = runtime + "/docker.sock"

    /// The folder of a private LXD or Incus.
    static func ownFolder(of family: LXDFamily) -> String { state + "/" + family.rawValue }

    /// The person's setting that leads an engine's command to its daemon, as `DOCKER_HOST=…`; nil without one.
    static func setting(of engine: Engine) -> String? {
        ClientSettings.leading(engine).lazy.compactMap { name in EngineCommand.variable(name).map { "\(name)=\($0)" } }
            .first
    }

    /// The socket that an engine's command uses; nil if it is not in the file system.
    static func socket(of engine: Engine) -> String? {
        switch engine {
        case .docker:
            if let host = EngineCommand.variable("DOCKER_HOST") {
                return host.hasPrefix("unix://") ? String(host.dropFirst("unix://".count)) : nil
            }
            return docker.isEmpty ? "/var/run/docker.sock" : ownDockerSocket
        case .lxd:
            if let socket = EngineCommand.variable(LXDFamily.current.socketVariable) { return socket }
            let folder = EngineCommand.variable(LXDFamily.current.folderVariable) ?? lxd.values.first
            return folder.map { $0 + "/unix.socket" } ?? LXDFamily.current.sockets.first(where: UnixSocket.isAlive)
        case .kernel: return nil
        }
    }
}
