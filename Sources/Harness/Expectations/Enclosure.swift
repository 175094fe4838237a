internal import Foundation
package import Harness
package import Host

/// A small machine beside the real one, for faults: mounts, a network and a folder of its own.
///
/// A shell holds its namespaces. At SIGTERM or at our end, however that comes, it kills the processes in them and
/// removes the folder. Mounts, loop devices and links go with the namespaces.
package final class Enclosure {
    /// The folder, which both sides see under this path.
    package let folder: String

    private let holder: RunningCommand

    /// Makes the namespaces and runs a script of the Bourne shell in them, with the folder in `$folder`.
    package init(_ script: String = "") throws {
        Shutdown.holdUp()
        let template = "/var/tmp/lab-\(Owner.current)-fault-XXXXXXXX"
        folder = try Command("mktemp", ["--directory", template]).run().orThrow().text
        let words = ["--mount", "--net", "sh", "-c", Self.script(script), folder]
        holder = try Command("unshare", words, deadline: .seconds(600)).start()
        do { _ = try holder.read(until: "enclosed") } catch {
            holder.end()
            _ = try? Command("rm", ["-r", folder]).run()
            throw error
        }
    }

    deinit { close() }

    /// A script after which every private subnet is routed somewhere.
    package static let withoutFreeSubnets = """
        ip link add taken type bridge
        for address in 10.0.0.1/8 172.16.0.1/12 192.168.0.1/16; do ip addr add $address dev taken; done
        ip link set taken up

        """
    /// A script after which there is no space left in the folder `small`.
    package static let smallFileSystem = """
        mount -t tmpfs -o size=64k none "$folder/small"
        dd if=/dev/zero of="$folder/small/fill" bs=4k 2>/dev/null || true

        """
    /// A script after which none of the machine's own daemons can be reached.
    package static let withoutDaemons = """
        for socket in \((["/var/run/docker.sock"] + LXDFamily.allCases.flatMap(\.sockets)).joined(separator: " ")); do
          [ ! -S $socket ] || mount --bind /dev/null $socket
        done

        """

    /// The words before a daemon's command that give it a PID namespace of its own, which ends with it.
    ///
    /// It has other mounts too.
    static let apart = behind + ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc"]

    /// The words before a daemon's command that gives it other mounts: this process keeps the enclosure's, by which the
    /// holder finds it and its children.
    package static let behind = ["unshare", "--fork", "--kill-child"]

    /// A command that runs in the enclosure.
    package func command(_ words: [String], environment: [String: String] = [:]) -> Command {
        let enter = ["--mount", "--net", "--target", "\(holder.pid)", "--"]
        return Command("nsenter", enter + words, environment: environment)
    }

    /// Runs a script of the Bourne shell in the enclosure, with the folder in `$folder`.
    @discardableResult
    package func run(_ script: String) throws -> Outcome {
        try command(["sh", "-e", "-c", "folder=$0\n" + script, folder]).run().orThrow()
    }

    /// Fills a folder's file system until no empty folder has room; removed files free their blocks late, with the
    /// journal or at the last close.
    func fill(_ name: String) throws {
        try run(
            """
            mkdir "$folder/\(name)/fill"
            cd "$folder/\(name)/fill"
            tries=0 refused=0
            while [ $refused -lt 3 ]; do
                tries=$((tries + 1))
                dd if=/dev/zero of=file$tries bs=64K 2>/dev/null || true
                sync -f .
                if mkdir folder$tries 2>/dev/null; then refused=0; else refused=$((refused + 1)); fi
            done
            """)
    }

    /// Frees that space again.
    func drain(_ name: String) throws { try run("rm -rf \"$folder/\(name)/fill\"") }

    /// Starts a daemon in the enclosure; its log is in the folder, under its name.
    package func start(_ words: [String], environment: [String: String] = [:]) throws -> StartedDaemon {
        let name = (words[0] as NSString).lastPathComponent
        return try StartedDaemon.start(
            command(words, environment: environment), log: "\(folder)/\(name).log")
    }

    /// Ends its processes, and removes it.
    package func close() {
        guard holder.isRunning else { return }
        holder.closeInput()
        _ = holder.finishFromNow()
        if TextFile.exists(folder) { StandardError.say("this is left of an enclosure: \(folder)") }
    }

    /// The shell's script; it kills a process of a container if its parent, or the parent's, has the same mounts.
    private static func script(_ own: String) -> String {
        #"""
        set -e
        folder=$0
        mkdir "$folder/sys"
        mount --rbind /sys/fs/cgroup "$folder/sys"
        umount --recursive --lazy /sys
        mount -t sysfs sysfs /sys
        mount --rbind "$folder/sys" /sys/fs/cgroup
        umount --lazy "$folder/sys"
        rmdir "$folder/sys"
        ip link set lo up
        \#(own)
        set +e
        mine=$(readlink /proc/self/ns/mnt)
        inhabitants() {
          seeds=$(find /proc/[0-9]*/ns/mnt -maxdepth 0 -printf '%h %l\n' | grep -F "$mine" | cut -d/ -f3 | paste -sd' ')
          ps -e -o pid=,ppid=,sid= | awk -v me=$$ -v seeds="$seeds" '
            BEGIN { n = split(seeds, s, " "); for (i = 1; i <= n; i++) kin[s[i]] = 1 }
            { parent[$1] = $2; session[$1] = $3 }
            END {
              do { more = 0; for (p in parent) if (!(p in kin) && (parent[p] in kin)) { kin[p] = 1; more = 1 } } while (more)
              for (p in parent) if ((p in kin) && session[p] != me) print p
            }'
        }
        leave() {
          trap '' TERM
          for round in 1 2 3 4 5 6 7 8 9 10; do
            pids=$(inhabitants)
            [ -n "$pids" ] || break
            groups="$groups $(for pid in $pids; do cut -d: -f3 "/proc/$pid/cgroup"; done | grep -E '/.+' | sort -u | paste -sd' ')"
            kill -KILL $pids
          done 2>/dev/null
          for group in $groups; do rmdir /sys/fs/cgroup$group /sys/fs/cgroup/*$group 2>/dev/null; done
          awk -v folder="$folder" '$5 == folder || index($5, folder "/") == 1 { print $5 }' /proc/self/mountinfo | sort -r |
            while read -r mount; do umount --lazy "$mount"; done
          rm -r --one-file-system "$folder"
          exit
        }
        trap leave TERM
        echo enclosed
        read -r word
        leave
        """#
    }
}
