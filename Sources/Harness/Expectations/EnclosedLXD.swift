internal import Foundation
internal import Harness
internal import Host

/// An LXD of a test's own in an enclosure, not yet initialised, with its pools on a loop device.
package final class EnclosedLXD {
    /// The variables that lead `lxc` and `lab` to it, and to data of their own.
    package var environment: [String: String] {
        ["LXD_DIR": folder + "/lxd", "LXD_CONF": folder + "/lxc", "LAB_DATA": folder + "/data", "LAB_LXD_POOL": "dir"]
    }

    package let enclosure: Enclosure
    private var daemon: StartedDaemon?
    private var folder: String { enclosure.folder }
    private let prefix: [String]

    /// Starts lxd, in a PID namespace of its own if it is to be apart.
    package init(in enclosure: Enclosure, apart: Bool = false) throws {
        self.enclosure = enclosure
        prefix = apart ? Enclosure.apart : []
        try enclosure.run(
            """
            mkdir -p "$folder/lxd/storage-pools"
            truncate --size 64M "$folder/disk"
            mkfs.ext4 -q "$folder/disk"
            mount -o loop "$folder/disk" "$folder/lxd/storage-pools"
            chmod 711 "$folder" "$folder/lxd" "$folder/lxd/storage-pools"
            """)
        try start()
    }

    /// Starts lxd again after its end.
    package func start() throws {
        let daemon = try enclosure.start(prefix + ["lxd", "--group", "root"], environment: environment)
        try daemon.waitUntilReady {
            try Command("lxc", ["query", "/1.0"], environment: environment).run().succeeded
        }
        self.daemon = daemon
    }

    /// Ends lxd with SIGKILL.
    package func kill() {
        daemon?.kill()
        daemon = nil
    }

    /// Stops the daemon, which then neither answers nor ends.
    package func stop() { if let daemon { Glibc.kill(daemon.pid, SIGSTOP) } }

    /// Fills the file system that holds its pools.
    package func fill() throws { try enclosure.fill("lxd/storage-pools") }

    /// Frees that space again.
    package func drain() throws { try enclosure.drain("lxd/storage-pools") }

    /// Hides the ids that `/etc/subuid` and `/etc/subgid` grant, and restarts lxd, which reads them at its start.
    package func hideIDs() throws {
        kill()
        try enclosure.run(
            "for name in subuid subgid; do : >\"$folder/$name\"; mount --bind \"$folder/$name\" /etc/$name; done")
        try start()
    }

    /// Shows them again.
    package func showIDs() throws {
        kill()
        try enclosure.run("for name in subuid subgid; do umount /etc/$name; done")
        try start()
    }

    /// The PID of the first process of a scene's first container.
    package func containerPID() throws -> Int32 {
        let path = "/1.0/instances/\(try containers().first { $0.hasSuffix("-1-1") } ?? "")/state"
        let answer = try Command("lxc", ["query", path], environment: environment).run().orThrow()
        let state = try JSONText.decode(JSON.self, from: answer.output, of: path)
        guard case .number(let number)? = state["pid"], number > 1, let pid = Int32(exactly: number) else {
            throw LabFailure(english: "\(path) names no PID")
        }
        return pid
    }

    /// The names of its containers.
    package func containers() throws -> [String] {
        try Command("lxc", ["list", "--format", "csv", "--columns", "n"], environment: environment).run().orThrow()
            .lines
    }
}
