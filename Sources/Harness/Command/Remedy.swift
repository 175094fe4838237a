/// What a person can do about a failure, told by the words in which programs speak of it.
package enum Remedy {
    /// The remedy for what a program has said; nil where none is known.
    package static func of(_ said: String) -> String? {
        let said = said.lowercased()
        return table.first { $0.signs.contains { words in words.allSatisfy(said.contains) } }?.remedy
    }

    /// Whether these are the words of a client whose daemon is not there, or went away while it was asked.
    static func isBrokenOff(_ said: String) -> Bool {
        [startDocker, startLXD, startIncus, breakOff].contains(of(said))
    }

    /// What may have become of a container that was there before.
    package static let containerEnded =
        "Somebody has ended or removed the container in the middle of the run: try again, and see who does (docker events, lxc "
        + "monitor, dmesg)."

    /// What becomes of an engine whose containers are another kernel's, or are hidden from the harness.
    package static let daemonElsewhere =
        "The daemon runs on another machine, in a virtual one (Docker Desktop) or in a container, or this program does, and only "
        + "processes that are seen here can be looked at: use this machine's daemon (unset DOCKER_HOST, docker context use "
        + "default, lxc remote switch local), or run this beside the daemon, in a container with --pid=host."

    private static let provideImage =
        "Somebody has removed the image while it was needed: let ./ci.sh setup provide it again, or name another one in "
        + "LAB_DOCKER_IMAGE or LAB_LXD_IMAGE."

    /// Whether these are the words of an engine that has not the image of a container any more.
    package static func isImageMissing(_ said: String) -> Bool { of(said) == provideImage }

    private static let startDocker =
        "Start Docker (systemctl start docker), or let ./ci.sh up start one of its own, as root."
    private static let startLXD = "Start LXD (systemctl start lxd), or let ./ci.sh up start one of its own, as root."
    private static let startIncus = "Start Incus (systemctl start incus): ./ci.sh starts none."
    private static let breakOff =
        "The daemon broke off in the middle of its answer: look at its log (journalctl -u docker, journalctl -u lxd), and try "
        + "again."

    /// Each remedy with its signs: all words of one sign have to occur.
    private static let table: [(signs: [[String]], remedy: String)] = [
        (
            [["no space left on device"], ["disk quota exceeded"]],
            "A file system or a pool is full (df -h, docker system df, lxc storage info NAME): free space in it (docker system "
                + "prune, lxc delete, lxc image delete), or make it larger."
        ),
        (
            [["read-only file system"]],
            "The file system is mounted read-only: mount it for writing (mount -o remount,rw), or repair it if errors made it so."
        ),
        (
            [
                ["permission denied", "socket"], ["permission denied", "docker daemon"],
                ["permission denied", "docker api"],
            ],
            "Run as root, or join the group that owns the socket."
        ),
        (
            [
                ["cannot connect to the docker daemon"], ["failed to connect to the docker api"],
                ["docker endpoint for", "not found"],
            ],
            startDocker
        ),
        (
            [
                ["incus/unix.socket", "no such file"], ["incus/unix.socket", "connection refused"],
                ["incus daemon doesn't appear to be started"],
            ],
            startIncus
        ),
        (
            [
                ["unix.socket", "no such file"], ["unix.socket", "connection refused"],
                ["daemon doesn't appear to be started"],
            ],
            startLXD
        ),
        (
            [["no root device could be found"], ["no storage pool found"]],
            "Nobody has initialised this LXD: run lxd init --auto, or ./ci.sh setup lxd, as root."
        ),
        (
            [["uid/gid allocation"], ["no uid/gid range"], ["not enough uid/gid"]],
            "LXD has no ids to give to its containers: add the line root:1000000:65536 to /etc/subuid and to /etc/subgid, and "
                + "restart LXD (systemctl restart lxd)."
        ),
        (
            [
                ["non-overlapping ipv4 address pool"], ["no available network"],
                ["predefined address pools have been fully subnetted"],
            ],
            "Every private subnet is taken: free one (docker network prune, ip route show table all), or give Docker others "
                + "(default-address-pools in /etc/docker/daemon.json)."
        ),
        ([["unable to find image"], ["error: image not found"]], provideImage),
        ([["error: instance is not running"], ["no such container"]], containerEnded),
        (
            [["address already in use"], ["address in use"]],
            "Another program has the port: ss -tlnp tells which; end it."
        ),
        (
            [["in place of a version it prints"]],
            "See what the command prints, and name another one in LAB_DOCKER or LAB_LXC."
        ),
        (
            [["hangs, even when it is asked for its own version"]],
            "Install the command anew, or name another one in LAB_DOCKER or LAB_LXC."
        ),
        (
            [["podman's, which is no docker"]],
            "Install Docker (docker.io or docker-ce) in place of podman-docker, or name its command in LAB_DOCKER."
        ),
        (
            [["executable file not found"], ["no such file or directory", "exec failed"]],
            "The container's image lacks the program: LAB_DOCKER_IMAGE and LAB_LXD_IMAGE name another image."
        ),
        (
            [
                ["cgroup controller", "is not there"], ["cgroup", "not mounted"], ["cgroup", "isn't mounted"],
                ["cgroup mountpoint does not exist"],
            ],
            "A cgroup controller is missing: mount it (mount -t cgroup -o pids none /sys/fs/cgroup/pids), or, where /proc/cgroups has "
                + "it not, start the kernel without cgroup_disable."
        ),
        (
            [["unable to freeze"]],
            "The container's processes were not frozen in time, as on a machine that has much to do: try again when it has less."
        ),
        (
            [["too many open files"], ["cannot allocate memory"], ["resource temporarily unavailable"]],
            "This machine has run out of memory, processes or open files: see free -m and ulimit -a, and end what takes them."
        ),
        (
            [["unexpected eof"], [": eof"], ["connection reset by peer"], ["broken pipe"]],
            breakOff
        ),
    ]
}
