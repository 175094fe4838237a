/// The words in pictures, in both languages.
enum PicturePhrases {
    static let host = Sentence("host", "anfitrión")
    static let container = Sentence("container", "contenedor")
    static let second = Sentence("second", "segundo")
    static let made = Sentence("made it", "lo crea")
    static let unmapped = Sentence("no id inside", "sin id dentro")
    static let image = Sentence("image", "imagen")
    static let layer = Sentence("layer", "capa")
    static let upper = Sentence("upper", "superior")
    static let volume = Sentence("/data", "/data")
    static let beyond = Sentence("other networks", "otras redes")
    static let reached = Sentence("reached", "alcanzados")
    static let difference = Sentence("difference from", "diferencia con")
    static let differences = Sentence("differences from", "diferencias con")
    static let nothingDiffers = Sentence("no difference from", "sin diferencias con")
    static let nothingSeen = Sentence("nothing was observed", "no se ha observado nada")
    static let notAsked = Sentence("what has a question mark was not observed", "lo que lleva ? no se ha observado")
    static let key = Sentence(
        "Host, container and second container have a colour each: where it goes on, something is shared; a wall is private.",
        "Anfitrión, contenedor y segundo tienen cada uno su color: donde sigue, algo se comparte; una pared es privada."
    )
    static let picture = Sentence("What the container is made of", "De qué está hecho el contenedor")

    /// The title of a panel: `2 · namespaces`.
    static func title(_ exercise: Exercise, in language: Language) -> String {
        (exercise.isNumbered ? "\(exercise.rawValue) · " : "") + exercise.topic(in: language)
    }

    /// The short name of a fact; its id if it has none.
    static func label(of fact: String) -> Sentence { labels[fact] ?? .same(fact.after("namespace.") ?? fact) }

    private static let labels: [String: Sentence] = [
        "container.user": Sentence("user", "usuario"),
        "container.os": Sentence("distribution", "distribución"),
        "container.shell.bash": .same("bash"),
        "container.terminal": Sentence("terminal", "terminal"),
        "container.init": Sentence("first process", "primer proceso"),
        "container.on-exit": Sentence("at its end", "al terminar"),
        "cgroup.version": Sentence("version", "versión"),
        "cgroup.path": Sentence("path", "ruta"),
        "cgroup.controllers": Sentence("controllers", "controladores"),
        "cgroup.freezer": Sentence("freezer", "congelador"),
        "cgroup.freezer.by-engine": Sentence("engine's pause", "pausa del motor"),
        "cgroup.pids.limit": Sentence("most processes", "máx. procesos"),
        "cgroup.pids.limit.by-file": Sentence("limit by file", "límite por fichero"),
        "cgroup.pids.limit.by-update": Sentence("limit by engine", "límite por motor"),
        "namespace.pid.between-containers": Sentence("pid, second", "pid, segundo"),
        "namespace.ipc.between-containers": Sentence("ipc, second", "ipc, segundo"),
        "namespace.net.between-containers": Sentence("net, second", "net, segundo"),
        "users.uid-map": Sentence("map of users", "mapa de usuarios"),
        "users.gid-map": Sentence("map of groups", "mapa de grupos"),
        "users.root-inside-is": Sentence("root inside is", "root de dentro"),
        "owner.default-user-file.on-host": Sentence("the user's file", "fichero del usuario"),
        "owner.root-file.on-host": Sentence("root's file", "fichero de root"),
        "owner.test-file.on-host": Sentence("test's file", "fichero de test"),
        "owner.root-file.in-second-container": Sentence("root's file, second", "fichero de root, segundo"),
        "owner.test-file.in-second-container": Sentence("test's file, second", "fichero de test, segundo"),
        "owner.host-user-file.in-container": Sentence("host user's file", "fichero del usuario del anfitrión"),
        "owner.host-root-file.in-container": Sentence("host root's file", "fichero del root del anfitrión"),
        "owner.host-user-file.in-second-container": Sentence(
            "host user's file, second", "fichero del usuario del anfitrión, segundo"),
        "owner.host-root-file.in-second-container": Sentence(
            "host root's file, second", "fichero del root del anfitrión, segundo"),
        "volume.write-by-default-user": Sentence("user writes /data", "escribir en /data"),
        "volume.setuid-root-from-container": Sentence("setuid program", "programa setuid"),
        "root.filesystem": Sentence("root's files on", "raíz sobre"),
        "root.device": Sentence("root's device", "dispositivo"),
        "root.layers": Sentence("layers", "capas"),
        "root.layers.shared": Sentence("image is shared", "imagen compartida"),
        "root.copy-on-write": Sentence("changed file", "fichero cambiado"),
        "root.write-from-host": Sentence("host's writing", "escritura externa"),
        "root.on-removal": Sentence("root, removed", "raíz, al eliminar"),
        "volume.on-removal": Sentence("/data, removed", "/data, al eliminar"),
        "volume.filesystem": Sentence("/data on", "/data sobre"),
        "pool.driver": Sentence("pool", "zona"),
        "pool.source": Sentence("pool's source", "origen de la zona"),
        "network.bridge": Sentence("bridge", "puente"),
        "network.link": Sentence("link", "enlace"),
        "network.address": Sentence("address", "dirección"),
        "network.address.from": Sentence("address from", "dirección por"),
        "network.gateway": Sentence("gateway", "pasarela"),
        "network.nat": .same("NAT"),
        "connect.host-to-container": Sentence("host → container", "anfitrión → cont."),
        "connect.container-to-container": Sentence("second → container", "segundo → cont."),
        "coexistence.docker-in-lxd": Sentence("Docker inside", "Docker dentro"),
        "coexistence.process.on-host": Sentence("its process", "su proceso"),
        "coexistence.file.on-host": Sentence("its file", "su fichero"),
        "coexistence.root-file.on-host": Sentence("its root's file", "fichero de su root"),
        "coexistence.namespace.user": Sentence("user namespace", "usuarios"),
        "coexistence.namespace.pid.depth": Sentence("pid levels below", "niveles de pid"),
    ]
}
