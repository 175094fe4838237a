internal import Foundation
import Synchronization

/// A Docker of this run's own that maps the users of its containers (`dockerd --userns-remap=default`, dockerd(8)).
///
/// It is started when a scenario first needs it, and ended with the scenes. Its mounts, its `/etc` and its network are
/// its own: they vanish with its last process, and nothing of the machine's is changed. Its processes carry a label of
/// their own, by which a sweep finds them if this process is killed.
final class RemappedDocker: Sendable {
    /// The one of this process.
    static let shared = RemappedDocker()

    /// A daemon that was started, or is about to be.
    private struct Started {
        let folder = RemapFolder(of: Owner(ofRun: Owner.current.pid, startedAt: Owner.current.startTime))
        var daemon: StartedDaemon?
    }

    private let starting = Mutex(())
    private let started = Mutex<Started?>(nil)
    private let failure = Mutex<(any Error)?>(nil)

    /// The driver of that daemon, which has the image; starts it if none runs.
    ///
    /// Throws a ``Lacking`` if this machine cannot have one. A start that has failed is not repeated.
    func docker(for scenario: Scenario, with image: Image) throws -> Docker {
        try Self.requireNoHostNetwork(in: scenario)
        return try starting.withLock { _ in
            if let failure = failure.withLock({ $0 }) { throw failure }
            if let one = started.withLock({ $0 }), one.daemon?.isAlive == true { return Docker(at: one.folder.socket) }
            do {
                try end()
                return try start(with: image)
            } catch {
                try? end()
                failure.withLock { $0 = error }
                throw error
            }
        }
    }

    /// Ends it with all that it has made, if it was started; nothing of it is needed any more, so that it gets no time.
    func end() throws {
        guard let one = started.withLock({ $0 }) else { return }
        _ = try one.folder.endProcesses()
        try one.folder.remove()
        started.withLock { $0 = nil }
    }

    private func start(with image: Image) throws -> Docker {
        try Self.requireDaemon()
        let files = try RemapAccounts.ofThisMachine()
        var one = Started()
        try Self.requireShortPath(of: one.folder)
        started.withLock { $0 = one }
        try one.folder.make(files)

        let words = ["--mount", "--net", "sh", "-c", Self.script, "sh", one.folder.path]
        var command = Command("unshare", words + ["--userns-remap=default"] + one.folder.arguments + Self.drivers())
        command.environment[Setting.run.rawValue] = one.folder.owner.description
        var daemon = try StartedDaemon.start(command, log: one.folder.log)
        daemon.name = "dockerd"
        one.daemon = daemon
        started.withLock { $0 = one }
        let docker = Docker(at: one.folder.socket)
        do {
            try daemon.waitUntilReady { try docker.docker("version").succeeded }
        } catch let error as LabFailure {
            throw Self.lack(behind: daemon.lastWords) ?? error
        }
        try Self.give(image, to: docker, through: one.folder.path + "/image.tar")
        return docker
    }

    /// Copies the image from the daemon in use.
    private static func give(_ image: Image, to docker: Docker, through archive: String) throws {
        let words = ["save", "--output", archive, image.reference]
        try EngineCommand.docker(words, deadline: .seconds(120)).run().orThrow()
        defer { unlink(archive) }
        try docker.docker("load", "--quiet", "--input", archive).orThrow()
    }

    /// The drivers of the daemon in use, so that the two differ in the map alone.
    private static func drivers() -> [String] {
        let profile = Machine.profile(of: [.docker: ""])
        let cgroups = profile[.cgroupDriver].flatMap { ["cgroupfs", "systemd"].contains($0) ? $0 : nil }
        return (cgroups.map { ["--exec-opt", "native.cgroupdriver=\($0)"] } ?? [])
            + (profile[.storageDriver] == "overlay2" ? ["--storage-driver", "overlay2"] : [])
    }

    /// Gives the daemon its own `/etc`, `/sys` and network, and hides the sockets of other daemons' containerd.
    ///
    /// `/sys` shows the network namespace of its mount (sysfs(5)); what others have mounted in it stays.
    private static let script = """
        set -e
        folder=$1
        shift
        mkdir "$folder/own"
        mount -t tmpfs -o mode=755 none "$folder/own"
        mkdir "$folder/own/etc" "$folder/own/work" "$folder/own/sys"
        cp "$folder"/etc/* "$folder/own/etc"
        mount -t overlay -o "lowerdir=/etc,upperdir=$folder/own/etc,workdir=$folder/own/work" none /etc
        mount --rbind /sys "$folder/own/sys"
        umount --recursive --lazy /sys
        mount -t sysfs none /sys
        for place in fs/cgroup kernel/security; do
          [ ! -d "$folder/own/sys/$place" ] || mount --rbind "$folder/own/sys/$place" "/sys/$place"
        done
        umount --recursive --lazy "$folder/own/sys"
        for place in /run/docker /run/containerd; do
          [ ! -d $place ] || mount -t tmpfs -o mode=711 none $place
        done
        ip link set lo up
        # The path of a socket has at most 107 bytes (unix(7)).
        exec=/run/docker
        [ -d $exec ] || exec=$folder/exec
        exec dockerd --exec-root "$exec" "$@"
        """
}
