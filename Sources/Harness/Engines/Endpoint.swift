internal import Foundation
import Synchronization

/// Where the daemons listen: the machine's own, or the private ones that `ci.sh` starts where none runs.
public enum Endpoint {
    /// The folder with the data of the private daemons.
    public static let state = "/var/lib/container-anatomy"
    /// The folder with the sockets and PID files of the private daemons.
    public static let runtime = "/run/container-anatomy"

    /// The variables that lead `docker` to its daemon; none where it finds it by itself.
    public static var docker: [String: String] { known("docker", askDocker) }

    /// The variables that lead `lxc` to its daemon; none where it finds it by itself.
    public static var lxd: [String: String] { known("lxd", askLXD) }

    private static let cache = Mutex<[String: [String: String]]>([:])

    /// Forgets where the daemons listen, for one may have been started or stopped.
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
        if isSet("DOCKER_HOST") || isSet("DOCKER_CONTEXT") || UnixSocket.isAlive("/var/run/docker.sock") { return [:] }
        return UnixSocket.isAlive(ownDockerSocket) ? ["DOCKER_HOST": "unix://" + ownDockerSocket] : [:]
    }

    private static func askLXD() -> [String: String] {
        // A private one is always LXD itself.
        guard LXDFamily.current == .lxd else { return [:] }
        if isSet("LXD_DIR") || LXDFamily.lxd.sockets.contains(where: UnixSocket.isAlive) { return [:] }
        // The client keeps its own settings apart too, and needs no home for them.
        let own = ["LXD_DIR": ownLXDFolder, "LXD_CONF": runtime + "/lxc"]
        return UnixSocket.isAlive(ownLXDFolder + "/unix.socket") ? own : [:]
    }

    static let ownDockerSocket = runtime + "/docker.sock"
    static let ownLXDFolder = state + "/lxd"

    private static func isSet(_ variable: String) -> Bool { EngineCommand.variable(variable) != nil }
}
