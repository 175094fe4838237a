/// The facts about the sheet's first command, seen by hand.
enum LaunchByHand {
    static let user = ByHand(
        ["{in} sh -c 'echo $(id -u):$(id -g)'", "grep -E '^(Uid|Gid)' /proc/$PID/status"], .firstLine)

    static let os = ByHand(
        ["{in} cat /etc/os-release", "cat /proc/$PID/root/etc/os-release"],
        Reading(
            "it is what follows ID=; if that is stand-in: stand-in for, and what follows ID_LIKE=",
            "es lo que sigue a ID=; si es stand-in: sustituto de, y lo que sigue a ID_LIKE="
        ) { printed in
            let value = { (name: String) in
                printed.lines.first { $0.hasPrefix(name) }.map { String($0.dropFirst(name.count)).trimming("\"") }
            }
            guard value("ID=") == "stand-in" else { return value("ID=") }
            return value("ID_LIKE=").map { "stand-in for " + $0 }
        })

    static let bash = ByHand(
        ["{in} sh -c 'command -v sh; command -v bash'"],
        .either(
            "present", "absent", "present if a line ends in bash, absent if not",
            "presente si una línea acaba en bash, ausente si no"
        ) { printed in printed.lines.contains { $0.hasSuffix("bash") } })

    static let terminal = ByHand(
        [.inside("tty")],
        .either(
            "allocated", "none", "allocated if it names a file of /dev, none if it says that it is not a tty",
            "asignado si nombra un fichero de /dev, ninguno si dice que no es un tty"
        ) { $0.says("/dev/") })

    static let initialisation = ByHand(
        ["cat /proc/$PID/comm", "{in} ps"],
        .either(
            "init", "application", "init if the first line names one: init, systemd, docker-init…; application if not",
            "init si la primera línea nombra uno: init, systemd, docker-init…; aplicación si no"
        ) { printed in printed.lines.first.map(LaunchFacts.inits.contains) })

    static let onExit = ByHand(
        [
            .docker("docker run {rm}{options}--name {name3} curlimages/curl sh -c exit"),
            .docker("docker ps -aq --filter name={name3}"),
            .noted("docker rm {name3}", "if it was kept", "si se conservó").only(.docker),
            ByHand.Line("{third}").only(.lxd), .lxd("lxc stop --force {name3}"),
            .lxd("lxc list --format csv --columns n {name3}"),
            .noted("lxc delete {name3}", "if it was kept", "si se conservó").only(.lxd),
        ],
        .either(
            "kept", "removed", "kept if the engine still lists it (ps -a, list), removed if not",
            "conservado si aún figura en la lista (ps -a, list), eliminado si no"
        ) { printed in !(printed.lines(of: "docker ps") + printed.lines(of: "lxc list")).isEmpty })
}
