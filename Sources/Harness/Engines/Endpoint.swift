internal import Foundation

/// Where the daemons listen: the machine's own, or the private ones that `ci.sh` starts where none runs.
public enum Endpoint {
    /// The folder with the data of the private daemons.
    public static let state = "/var/lib/container-anatomy"
    /// The folder with the sockets, PID files and logs of the private daemons.
    public static let runtime = "/run/container-anatomy"

    /// The variables that lead `docker` to its daemon; none where it finds it by itself.
    public static let docker: [String: String] = {
        let own = runtime + "/docker.sock"
        if set("DOCKER_HOST") || set("DOCKER_CONTEXT") || exists("/var/run/docker.sock") || !exists(own) { return [:] }
        return ["DOCKER_HOST": "unix://" + own]
    }()

    /// The variables that lead `lxc` to its daemon; none where it finds it by itself.
    public static let lxd: [String: String] = {
        let usual = ["/var/lib/lxd/unix.socket", "/var/snap/lxd/common/lxd/unix.socket", "/var/lib/incus/unix.socket"]
        let own = state + "/lxd"
        if set("LXD_DIR") || usual.contains(where: exists) || !exists(own + "/unix.socket") { return [:] }
        return ["LXD_DIR": own]
    }()

    private static func set(_ variable: String) -> Bool {
        ProcessInfo.processInfo.environment[variable].map { !$0.isEmpty } ?? false
    }

    private static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
