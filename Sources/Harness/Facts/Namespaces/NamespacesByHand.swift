/// Exercise 2 and 2bis, seen by hand: the kernel's links first, because they tell the value.
enum NamespacesByHand {
    /// The links of the host and the container, and an operation.
    static func hostAndContainer(_ kind: NamespaceKind, _ operation: [ByHand.Line]) -> ByHand {
        ByHand(["readlink /proc/self/ns/\(kind.rawValue) /proc/$PID/ns/\(kind.rawValue)"] + operation, .sameNamespace)
    }

    /// The links of both containers, and an operation.
    static func bothContainers(_ kind: NamespaceKind, _ operation: [ByHand.Line]) -> ByHand {
        ByHand(["readlink /proc/$PID/ns/\(kind.rawValue) /proc/$PID2/ns/\(kind.rawValue)"] + operation, .sameNamespace)
    }

    private static let queue = ByHand.Line.noted(
        "Q=$(nsenter --ipc=/proc/$PID/ns/ipc ipcmk -Q | grep -o '[0-9]*$')", "a message queue", "una cola de mensajes")
    private static let withoutQueue: ByHand.Line = "nsenter --ipc=/proc/$PID/ns/ipc ipcrm -q $Q"

    static let pid: [ByHand.Line] = ["{in} ps", "ps -e -o pid,args", "grep NSpid /proc/$PID/status"]

    static let uts: [ByHand.Line] = [
        "hostname; {in} hostname",
        .noted(
            "[ /proc/self/ns/uts -ef /proc/$PID/ns/uts ] || nsenter --uts -t $PID hostname otro",
            "not if they share it: it would rename the host", "no si lo comparten: cambiaría el nombre del anfitrión"),
        "{in} hostname; hostname",
    ]

    static let mnt: [ByHand.Line] = [
        "mount --namespace /proc/$PID/ns/mnt -t tmpfs sonda /mnt",
        "{in} grep sonda /proc/mounts; grep sonda /proc/mounts", "umount --namespace /proc/$PID/ns/mnt /mnt",
    ]

    static let ipc: [ByHand.Line] = [queue, "{in} cat /proc/sysvipc/msg; cat /proc/sysvipc/msg", withoutQueue]

    static let net: [ByHand.Line] = [
        "ip link; {in} ip link",
        .noted(
            "timeout 2 nc -l -p 40000 & {in} timeout 2 nc -l -p 40000; wait",
            "both at once, or: Address in use", "ambos a la vez, o bien: Address in use"),
    ]

    static let user: [ByHand.Line] = ["cat /proc/$PID/uid_map", "{in} id -u; grep ^Uid /proc/$PID/status"]

    static let cgroup: [ByHand.Line] = ["{in} cat /proc/self/cgroup", "cat /proc/$PID/cgroup"]

    static let time: [ByHand.Line] = [
        .noted(
            "{in} cut -d' ' -f22 /proc/1/stat; cut -d' ' -f22 /proc/$PID/stat",
            "when it started, by the clock of either side", "cuándo empezó, según el reloj de cada lado")
    ]

    static let pidOfBoth: [ByHand.Line] = ["{in} sleep 3 & {in2} ps; wait"]

    static let ipcOfBoth: [ByHand.Line] = [
        queue, "{in} cat /proc/sysvipc/msg; {in2} cat /proc/sysvipc/msg", withoutQueue,
    ]

    static let netOfBoth: [ByHand.Line] = [
        .noted(
            "{in} timeout 2 nc -l -p 40000 & {in2} timeout 2 nc -l -p 40000; wait", "both at once, or: Address in use",
            "ambos a la vez, o bien: Address in use")
    ]
}
