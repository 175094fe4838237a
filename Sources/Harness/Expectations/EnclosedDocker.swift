internal import Foundation
internal import Harness
internal import Host

/// A Docker of a test's own in an enclosure, with its data on a loop device.
package final class EnclosedDocker {
    /// The variable that leads `docker` to it.
    package var environment: [String: String] { ["DOCKER_HOST": "unix://\(folder)/docker.sock"] }

    package let enclosure: Enclosure
    private var daemon: StartedDaemon?
    private var folder: String { enclosure.folder }
    private let prefix, suffix: [String]

    /// Settings of a daemon whose PIDs systemd does not know, and whose cgroups it therefore cannot make.
    private static let withoutSystemd = #", "exec-opts": ["native.cgroupdriver=cgroupfs"]"#

    /// Starts containerd and dockerd; if they are to be apart, in a PID namespace, in which dockerd starts containerd.
    package convenience init(in enclosure: Enclosure, apart: Bool = false) throws {
        try self.init(in: enclosure, behind: apart ? Enclosure.apart : [])
    }

    /// Starts dockerd behind other words, which give it namespaces of its own and containerd the same; without words,
    /// containerd and dockerd.
    ///
    /// It sees no containerd of the machine's, which it would use.
    package init(in enclosure: Enclosure, behind words: [String]) throws {
        self.enclosure = enclosure
        try enclosure.run(
            """
            mkdir "$folder/data" "$folder/exec"
            [ ! -d /run/containerd ] || mount -t tmpfs -o mode=711 none /run/containerd
            truncate --size 96M "$folder/disk"
            mkfs.ext4 -q "$folder/disk"
            mount -o loop "$folder/disk" "$folder/data"
            echo '{ "live-restore": true\(words.isEmpty ? "" : Self.withoutSystemd) }' >"$folder/daemon.json"
            cat >"$folder/containerd.toml" <<END
            version = 2
            root = "$folder/data/containerd"
            state = "$folder/exec/containerd"
            disabled_plugins = ["io.containerd.grpc.v1.cri"]
            [grpc]
              address = "$folder/containerd.sock"
            END
            """)
        (prefix, suffix) = (words, words.isEmpty ? ["--containerd", enclosure.folder + "/containerd.sock"] : [])
        if words.isEmpty {
            let containerd = try enclosure.start(["containerd", "--config", folder + "/containerd.toml"])
            try containerd.waitUntilReady { UnixSocket.isAlive(folder + "/containerd.sock") }
        }
        try start()
    }

    /// Starts dockerd again after its end.
    package func start() throws {
        let words = [
            "dockerd", "--config-file", folder + "/daemon.json", "--host", "unix://\(folder)/docker.sock",
            "--data-root", folder + "/data", "--exec-root", folder + "/exec", "--pidfile", folder + "/docker.pid",
        ]
        let daemon = try enclosure.start(prefix + words + suffix)
        try daemon.waitUntilReady {
            try Command("docker", ["version"], environment: environment).run().succeeded
        }
        self.daemon = daemon
    }

    /// Ends dockerd with SIGKILL.
    package func kill() throws {
        daemon?.kill()
        daemon = nil
        // Another process may get the PID at once, and dockerd would believe that it runs already.
        try FileManager.default.removeItem(atPath: folder + "/docker.pid")
    }

    /// Stops the daemon, which then neither answers nor ends.
    package func stop() { if let daemon { Glibc.kill(daemon.pid, SIGSTOP) } }

    /// Fills the file system that holds its data.
    package func fill() throws { try enclosure.fill("data") }

    /// Frees that space again.
    package func drain() throws { try enclosure.drain("data") }

    /// Runs a container of its first image, with our label.
    package func run(labelled owner: String, name: String) throws {
        let images = try Command("docker", ["images", "--quiet"], environment: environment).run().orThrow().lines
        let words = ["run", "-d", "-it", "--label", "\(Launch.label)=\(owner)", "--name", name] + images.prefix(1)
        try Command("docker", words + ["sh"], environment: environment).run().orThrow()
    }

    /// The PID of the first process of a scene's first container.
    package func containerPID() throws -> Int32 {
        let words = ["inspect", "--format", "{{.State.Pid}}"] + (try containers().filter { $0.hasSuffix("-1-1") })
        let text = try Command("docker", words, environment: environment).run().orThrow().text
        guard let pid = Int32(text), pid > 1 else {
            throw LabFailure(english: "\(text.quotedForReaders) is no PID of a container")
        }
        return pid
    }

    /// The names of its containers.
    package func containers() throws -> [String] {
        try Command("docker", ["ps", "-a", "--format", "{{.Names}}"], environment: environment).run().orThrow().lines
    }
}
