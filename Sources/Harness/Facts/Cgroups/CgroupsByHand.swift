/// Exercise 1 and 1bis, seen by hand.
///
/// G is the container's folder under `/sys/fs/cgroup`, on cgroup v1 and v2.
enum CgroupsByHand {
    static let version = ByHand(
        ["awk '$3 ~ /^cgroup/ {print $3}' /proc/mounts | sort -u", "cat /proc/self/cgroup"],
        Reading(
            "v1 if the first command prints only cgroup, v2 if only cgroup2, hybrid if both",
            "v1 si el primer mandato solo imprime cgroup, v2 si solo cgroup2, híbrido si ambos"
        ) { printed in
            let types = printed.lines(of: "awk")
            return types == ["cgroup"] ? "v1" : types == ["cgroup2"] ? "v2" : types.count == 2 ? "hybrid" : nil
        })

    static let path = ByHand(
        ["cat /proc/$PID/cgroup", "grep -rlx $PID /sys/fs/cgroup --include=cgroup.procs"],
        Reading(
            "it contains what the line with pids (with v2, the only one) has behind its last colon, up to the id or name",
            "contiene lo que hay en la línea de pids (con v2, la única) tras los últimos dos puntos, hasta el identificador o nombre",
            isPart: true
        ) { printed in
            let lines = printed.lines(of: "/proc/$PID/cgroup")
            let line = lines.first { $0.split(separator: ":").dropFirst().first?.contains("pids") ?? false }
            let path = (line ?? lines.last)?.split(separator: ":", maxSplits: 2).last.map(String.init)
            return path.map { String($0[..<($0.firstRange(of: Self.identity)?.lowerBound ?? $0.endIndex)]) }
        })

    /// An id of Docker's, or one of the names to type.
    private nonisolated(unsafe) static let identity = /[0-9a-f]{64}|myalpine|anidado|byhand/

    static let controllers = ByHand(
        [
            "grep {id} /proc/$PID/cgroup | cut -d: -f2 | grep -v -e = -e '^$' | paste -sd,", "{pids}",
            .noted("cat $G/cgroup.controllers", "only with cgroup v2", "solo con cgroup v2"),
        ],
        Reading(
            "it is the list that the first command prints; with v2, the list that the last one prints",
            "es la lista que imprime el primer mandato; con v2, la que imprime el último"
        ) { $0.lines.first })

    static let freezer = ByHand(
        [
            "{freezer}", "{in} sh -c 'for i in $(seq 80); do echo $i; sleep .1; done' > ~/datos/reloj &",
            .noted("sleep 1; echo FROZEN > $G/freezer.state || echo 1 > $G/cgroup.freeze", "v1, or v2", "v1, o v2"),
            "sleep 1; cat $G/freezer.state $G/cgroup.events", "wc -l < ~/datos/reloj",
            "sleep 1; wc -l < ~/datos/reloj", "echo THAWED > $G/freezer.state || echo 0 > $G/cgroup.freeze",
            "sleep 1; wc -l < ~/datos/reloj",
        ],
        Reading(
            "stops and resumes if the first two numbers of lines are equal and the third is greater, keeps running if the second is already greater",
            "se detiene y se reanuda si los dos primeros números de líneas son iguales y el tercero mayor, sigue en marcha si ya el segundo es mayor"
        ) { printed in
            let counts = printed.outputs.filter { $0.command.contains("wc -l") }.map { Int($0.text.trimmed) ?? 0 }
            guard counts.count == 3 else { return nil }
            if counts[1] > counts[0] { return "keeps running" }
            return counts[2] > counts[1] ? "stops and resumes" : nil
        })

    static let freezerByEngine = ByHand(
        [
            "{freezer}", .docker("docker pause {name}"), .lxd("lxc pause {name}"),
            "cat $G/freezer.state $G/cgroup.events", .docker("docker unpause {name}"), .lxd("lxc start {name}"),
        ],
        .either(
            "same mechanism", "no effect", "same mechanism if it says FROZEN (with v2: frozen 1), no effect if not",
            "mismo mecanismo si dice FROZEN (con v2: frozen 1), sin efecto si no"
        ) { $0.says("FROZEN") || $0.says("frozen 1") })

    static let pidsLimit = ByHand(
        ["{pids}", "cat $G/pids.max", "{forks}", "cat $G/pids.current $G/pids.events"],
        Reading("it is the first line; max means unlimited", "es la primera línea; max significa ilimitado") {
            printed in printed.lines.first.map { $0 == "max" ? "unlimited" : $0 }
        })

    private static let enforced = Reading.either(
        "enforced", "not enforced",
        "enforced if the shell inside cannot fork (Resource temporarily unavailable), not enforced if it can",
        "aplicado si el shell de dentro no puede crear procesos (Resource temporarily unavailable), no aplicado si puede"
    ) { $0.says("fork") || $0.says("Resource temporarily unavailable") }

    static let pidsByFile = ByHand(
        [
            "{pids}", "OLD=$(cat $G/pids.max); echo $(($(cat $G/pids.current) + 20)) > $G/pids.max", "{forks}",
            "cat $G/pids.events; echo $OLD > $G/pids.max",
        ], enforced)

    static let pidsByUpdate = ByHand(
        [
            "{pids}", .docker("docker update --pids-limit $(($(cat $G/pids.current) + 20)) {name}"),
            .lxd("lxc config set {name} limits.processes $(($(cat $G/pids.current) + 20))"), "cat $G/pids.max",
            "{forks}", .docker("docker update --pids-limit -1 {name}"),
            .lxd("lxc config unset {name} limits.processes"),
        ], enforced)
}
