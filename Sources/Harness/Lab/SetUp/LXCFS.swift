internal import Foundation

/// The daemon that shows LXD's containers a `/proc` of their own; they start without it, too.
enum LXCFS {
    private static let folder = "/var/lib/lxcfs"

    /// The hook with which LXC mounts it over a container's `/proc` (Debian's package lxcfs).
    private static let hook = "/usr/share/lxcfs/lxc.mount.hook"

    /// Starts it if it is installed and not mounted; ends it again if it does not answer or breaks what LXC does with it.
    static func start(_ record: inout SetUpRecord, _ progress: (String) -> Void) throws {
        guard ProgramPath.path(of: "lxcfs") != nil, try !isMounted() else { return }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let command = Command("lxcfs", ["--pidfile=" + Endpoint.runtime + "/lxcfs.pid", folder])
        let daemon = try OwnDaemons.start(command, &record)
        do {
            try daemon.waitUntilReady(within: .seconds(10)) { try isMounted() }
            try tryHook()
            progress("lxcfs: started (PID \(daemon.pid), log \(daemon.log))")
        } catch {
            daemon.stop()
            if try isMounted() { _ = try Command("umount", ["--lazy", folder]).run() }
            record.daemons.removeAll { $0 == daemon }
            try record.write()
            progress("lxcfs: does not work here, and containers do without it: \(error.sentence)")
        }
    }

    private static func isMounted() throws -> Bool {
        try MountTable.of(process: "self").table.entry(at: folder) != nil
    }

    /// Runs the hook as for an unprivileged container, in namespaces that end with it; throws what it says if it fails.
    private static func tryHook() throws {
        guard TextFile.exists(hook) else { return }
        let script = """
            mkdir "$1/proc" "$1/sys"; mount -t proc proc "$1/proc"; mount -t sysfs sysfs "$1/sys"
            LXC_ROOTFS_MOUNT=$1 sh -e "$2"; head -c 1 "$1/proc/meminfo" > /dev/null
            """
        try TemporaryFolder.with { root in
            let own = ["--user", "--map-root-user", "--mount", "--pid", "--net", "--fork", "--kill-child"]
            // Where a user's namespaces are not to be had, LXD's containers will tell.
            guard try Command("unshare", own + ["true"]).run().succeeded else { return }
            try Command("unshare", own + ["sh", "-ec", script, "sh", root, hook], deadline: .seconds(20)).run()
                .orThrow()
        }
    }
}
