/// A known way in which the programs and the machine fail: the signs by which it is told, and its remedy.
///
/// The program acts on the case. The words of a remedy are for people alone.
package enum Trouble: String, Sendable, CaseIterable {
    case namespacesFull, diskFull, readOnly, socketForbidden, dockerAway, incusAway, lxdAway, notInitialised, noIDs,
        networkDown, noSubnet
    case imageMissing, containerGone, portTaken, notAVersion, clientHangs, isPodman, programMissingInside
    case controllerMissing, notFrozen, exhausted, brokenOff, elsewhere

    /// The trouble that a program has told of in words of its own; nil where it is not a known one.
    package static func of(_ said: String) -> Trouble? {
        let said = said.lowercased()
        return allCases.first { $0.signs.contains { words in words.allSatisfy(said.contains) } }
    }

    /// Whether the daemon was not there, or went away while it was asked.
    package var isBrokenOff: Bool { [.dockerAway, .lxdAway, .incusAway, .brokenOff].contains(self) }

    /// Whether the engine's daemon does not listen.
    package var isAway: Bool { [.dockerAway, .lxdAway, .incusAway].contains(self) }

    /// The words of Docker, LXD, Incus, runc and the kernel by which it is told; all words of one sign have to occur.
    ///
    /// The cases without signs are found out by this program itself.
    private var signs: [[String]] {
        switch self {
        // unshare(2) and clone(2) say so of a limit of user.max_*_namespaces.
        case .namespacesFull:
            ["namespace", "unshare", "clone", "/proc/self/exe"].map { ["no space left on device", $0] }
        case .diskFull: [["no space left on device"], ["disk quota exceeded"]]
        case .readOnly: [["read-only file system"]]
        case .socketForbidden:
            [
                ["permission denied", "socket"], ["permission denied", "docker daemon"],
                ["permission denied", "docker api"],
            ]
        case .dockerAway:
            [
                ["cannot connect to the docker daemon"], ["failed to connect to the docker api"],
                ["docker endpoint for", "not found"], ["context", "context not found"],
            ]
        case .incusAway:
            [
                ["incus/unix.socket", "no such file"], ["incus/unix.socket", "connection refused"],
                ["incus daemon doesn't appear to be started"],
            ]
        case .lxdAway:
            [
                ["unix.socket", "no such file"], ["unix.socket", "connection refused"],
                ["daemon doesn't appear to be started"],
            ]
        case .notInitialised: [["no root device could be found"], ["no storage pool found"]]
        case .noIDs: [["uid/gid allocation"], ["no uid/gid range"], ["not enough uid/gid"]]
        case .networkDown: [["network", "unavailable on this server"]]
        case .noSubnet:
            [
                ["non-overlapping ipv4 address pool"], ["no available network"],
                ["predefined address pools have been fully subnetted"],
            ]
        case .imageMissing: [["unable to find image"], ["error: image not found"]]
        case .containerGone: [["error: instance is not running"], ["no such container"], ["container is not running"]]
        case .portTaken: [["address already in use"], ["address in use"]]
        case .programMissingInside:
            [["executable file not found"], ["no such file or directory", "exec failed"], ["sh: ", ": not found"]]
        case .controllerMissing:
            [["cgroup", "not mounted"], ["cgroup", "isn't mounted"], ["cgroup mountpoint does not exist"]]
        case .notFrozen: [["unable to freeze"]]
        case .exhausted: [["too many open files"], ["cannot allocate memory"], ["resource temporarily unavailable"]]
        case .brokenOff: [["unexpected eof"], [": eof"], ["connection reset by peer"], ["broken pipe"]]
        case .notAVersion, .clientHangs, .isPodman, .elsewhere: []
        }
    }

    /// The words that a test gives to all remedies, to see that the program acts on none of them.
    @TaskLocal package static var rewording: (@Sendable (Sentence) -> Sentence)?

    /// The remedy: an order to a person, in both languages.
    package var sentence: Sentence { Self.rewording?(words) ?? words }

    private var words: Sentence {
        switch self {
        case .namespacesFull:
            Sentence(
                "This machine allows no more namespaces (sysctl -a 2>/dev/null | grep user.max_): raise the limit that is "
                    + "reached, as with sysctl -w user.max_user_namespaces=10000.",
                "Esta máquina no permite más espacios de nombres (sysctl -a 2>/dev/null | grep user.max_): suba el límite "
                    + "alcanzado, como con sysctl -w user.max_user_namespaces=10000.")
        case .diskFull:
            Sentence(
                "A file system or a pool is full (df -h, docker system df, lxc storage info NAME): free space in it (docker "
                    + "system prune, lxc delete, lxc image delete), or make it larger.",
                "Un sistema de ficheros o un pool está lleno (df -h, docker system df, lxc storage info NOMBRE): libere espacio "
                    + "(docker system prune, lxc delete, lxc image delete) o amplíelo.")
        case .readOnly:
            Sentence(
                "The file system is mounted read-only: mount it for writing (mount -o remount,rw), or repair it if errors made "
                    + "it so.",
                "El sistema de ficheros está montado de solo lectura: móntelo para escribir (mount -o remount,rw), o repárelo si "
                    + "se debe a errores.")
        case .socketForbidden:
            Sentence(
                "Run as root, or join the group that owns the socket.",
                "Ejecútelo como root, o entre en el grupo al que pertenece el socket.")
        case .dockerAway:
            Sentence(
                "Start Docker (systemctl start docker), or let ./ci.sh up start one of its own, as root.",
                "Arranque Docker (systemctl start docker), o deje que ./ci.sh up arranque uno propio, como root.")
        case .lxdAway:
            Sentence(
                "Start LXD (systemctl start lxd), or let ./ci.sh up start one of its own, as root.",
                "Arranque LXD (systemctl start lxd), o deje que ./ci.sh up arranque uno propio, como root.")
        case .incusAway:
            Sentence(
                "Start Incus (systemctl start incus), or let ./ci.sh up start one of its own, as root.",
                "Arranque Incus (systemctl start incus), o deje que ./ci.sh up arranque uno propio, como root.")
        case .notInitialised:
            Sentence(
                "The default profile has no root disk. Without any pool (lxc storage list), run lxd init --auto, or ./ci.sh setup "
                    + "lxd, as root; with one, lxc profile device add default root disk path=/ pool=NAME.",
                "El perfil default no tiene disco raíz. Sin ninguna zona (lxc storage list), ejecute lxd init --auto, o ./ci.sh "
                    + "setup lxd, como root; con alguna, lxc profile device add default root disk path=/ pool=NOMBRE.")
        case .noIDs:
            Sentence(
                "LXD has no ids to give to its containers: add the line root:1000000:65536 to /etc/subuid and to /etc/subgid, "
                    + "and restart LXD (systemctl restart lxd).",
                "LXD no tiene identificadores que dar a sus contenedores: añada la línea root:1000000:65536 a /etc/subuid y a "
                    + "/etc/subgid, y reinicie LXD (systemctl restart lxd).")
        case .networkDown:
            Sentence(
                "LXD could not bring up that network when it started, as when another LXD or a person has a link of that name or "
                    + "its address (ip addr; lxc network list), or dnsmasq is missing: see its log (journalctl -u lxd), remove "
                    + "the cause, and restart LXD (systemctl restart lxd).",
                "LXD no pudo levantar esa red al arrancar, como cuando otro LXD o una persona tiene un enlace de ese nombre o su "
                    + "dirección (ip addr; lxc network list), o falta dnsmasq: mire su registro (journalctl -u lxd), quite la "
                    + "causa y reinicie LXD (systemctl restart lxd).")
        case .noSubnet:
            Sentence(
                "Every private subnet is taken: free one (docker network prune, ip route show table all), or give Docker others "
                    + "(default-address-pools in /etc/docker/daemon.json).",
                "Todas las subredes privadas están ocupadas: libere una (docker network prune, ip route show table all), o dé "
                    + "otras a Docker (default-address-pools en /etc/docker/daemon.json).")
        case .imageMissing:
            Sentence(
                "Somebody has removed the image while it was needed: let ./ci.sh setup provide it again, or name another one in "
                    + "LAB_DOCKER_IMAGE or LAB_LXD_IMAGE.",
                "Alguien ha borrado la imagen mientras hacía falta: ./ci.sh setup la repone; o indique otra en "
                    + "LAB_DOCKER_IMAGE o LAB_LXD_IMAGE.")
        case .containerGone:
            Sentence(
                "Somebody has ended or removed the container in the middle of the run: try again, and see who does (docker "
                    + "events, lxc monitor, dmesg).",
                "Alguien ha terminado o borrado el contenedor a mitad: repítalo, y mire quién lo hace (docker events, lxc "
                    + "monitor, dmesg).")
        case .portTaken:
            Sentence(
                "Another program has the port: ss -tlnp tells which; end it.",
                "Otro programa tiene el puerto: ss -tlnp dice cuál; termínelo.")
        case .notAVersion:
            Sentence(
                "See what the command prints, and name another one in LAB_DOCKER or LAB_LXC.",
                "Mire qué imprime el mandato, e indique otro en LAB_DOCKER o LAB_LXC.")
        case .clientHangs:
            Sentence(
                "Install the command anew, or name another one in LAB_DOCKER or LAB_LXC.",
                "Reinstale el mandato, o indique otro en LAB_DOCKER o LAB_LXC.")
        case .isPodman:
            Sentence(
                "Install Docker (docker.io or docker-ce) in place of podman-docker, or name its command in LAB_DOCKER.",
                "Instale Docker (docker.io o docker-ce) en lugar de podman-docker, o indique su mandato en LAB_DOCKER.")
        case .programMissingInside:
            Sentence(
                "The container's image lacks the program: LAB_DOCKER_IMAGE and LAB_LXD_IMAGE name another image.",
                "La imagen del contenedor no tiene el programa: LAB_DOCKER_IMAGE y LAB_LXD_IMAGE indican otra imagen.")
        case .controllerMissing:
            Sentence(
                "A cgroup controller is missing: mount it (mount -t cgroup -o pids none /sys/fs/cgroup/pids; with cgroup v2 alone, "
                    + "mount -t cgroup2 none /sys/fs/cgroup), or, where /proc/cgroups has it not, start the kernel without "
                    + "cgroup_disable.",
                "Falta un controlador de cgroups: móntelo (mount -t cgroup -o pids none /sys/fs/cgroup/pids; con solo cgroup v2, "
                    + "mount -t cgroup2 none /sys/fs/cgroup) o, si no está en /proc/cgroups, arranque el núcleo sin cgroup_disable."
            )
        case .notFrozen:
            Sentence(
                "The container's processes were not frozen in time, as on a machine that has much to do: try again when it has "
                    + "less.",
                "Los procesos del contenedor no se congelaron a tiempo, como en una máquina muy ocupada: repítalo cuando lo esté "
                    + "menos.")
        case .exhausted:
            Sentence(
                "This machine has run out of memory, processes or open files: see free -m and ulimit -a, and end what takes them.",
                "A esta máquina no le quedan memoria, procesos o ficheros abiertos: mire free -m y ulimit -a, y termine lo que "
                    + "los ocupa.")
        case .brokenOff:
            Sentence(
                "The daemon broke off in the middle of its answer: look at its log (journalctl -u docker, journalctl -u lxd), "
                    + "and try again.",
                "El demonio se cortó a mitad de su respuesta: mire su registro (journalctl -u docker, journalctl -u lxd) y "
                    + "repítalo.")
        case .elsewhere:
            Sentence(
                "The daemon's processes are not visible here: it (or this program) runs on another machine, in a virtual machine "
                    + "(Docker Desktop) or in a container. Use this machine's daemon (unset DOCKER_HOST, docker context use "
                    + "default, lxc remote switch local), or run this beside the daemon, in a container with --pid=host.",
                "Los procesos del demonio no se ven aquí: él (o este programa) está en otra máquina, en una virtual (Docker "
                    + "Desktop) o en un contenedor. Use el demonio de esta máquina (unset DOCKER_HOST, docker context use default, "
                    + "lxc remote switch local), o ejecute esto junto al demonio, en un contenedor con --pid=host.")
        }
    }
}
