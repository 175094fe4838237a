/// Exercise 3 and 3bis: users, and the owners of the shared folder's files on each side.
enum UserFacts {
    static let all = [
        uidMap, gidMap, rootInside, defaultUserFile, rootFile, testFile, rootFileInSecond, testFileInSecond,
        hostUserFile, hostRootFile, hostUserFileInSecond, hostRootFileInSecond, refusedWrite, setuid,
    ]

    private static let owners = [ValueShape.owner]

    static let uidMap = map(
        .user, english: "Which users of the host stand behind the container's?",
        spanish: "¿A qué usuarios del anfitrión corresponden los del contenedor?")
    static let gidMap = map(
        .group, english: "Which groups of the host stand behind the container's?",
        spanish: "¿A qué grupos del anfitrión corresponden los del contenedor?")

    private static func map(_ kind: IDMap.Kind, english: String, spanish: String) -> Fact {
        Fact(
            "users.\(kind == .user ? "uid" : "gid")-map", .users, Sentence(english, spanish),
            values: [.idMap],
            byHand: UsersByHand.map(kind)
        ) { scene in
            let trial = try RootTrial.of(scene)
            let (map, file) = try trial.container.idMap(kind)
            let inside = try trial.map(kind)
            let outside = (kind == .user ? trial.status.uids : trial.status.gids).effective
            let line = trial.statusFile.line(kind == .user ? "Uid" : "Gid")
            return try Observation(
                Witness(.same("/proc/PID/\(kind.rawValue)"), says: .text(map.text), [.file(file)]),
                Witness(
                    "the map read inside, and a process of root's seen from outside",
                    "el mapa leído dentro, y un proceso de root visto desde fuera",
                    says: inside.hostID(of: 0) == outside ? .text(inside.text) : .text("0 \(outside) …"),
                    [.command(trial.outcome), .file(line)]))
        }
    }

    static let rootInside = Fact(
        "users.root-inside-is", .users,
        Sentence("Who is the container's root on the host?", "¿Quién es en el anfitrión el root del contenedor?"),
        values: ["host root", "unprivileged"],
        byHand: UsersByHand.rootInside
    ) { scene in
        let trial = try RootTrial.of(scene)
        let (map, file) = try trial.container.idMap(.user)
        return try Observation(
            Witness(
                .same("/proc/PID/uid_map"), says: map.hostID(of: 0) == 0 ? "host root" : "unprivileged", [.file(file)]),
            Witness(
                "a process of root's inside, seen from outside", "un proceso del root de dentro, visto desde fuera",
                says: trial.status.uids.effective == 0 ? "host root" : "unprivileged",
                [.command(trial.outcome), .file(trial.statusFile.line("Uid"))]))
    }

    static let defaultUserFile = Fact(
        "owner.default-user-file.on-host", .users,
        Sentence(
            "To whom does a file belong, on the host, that the container's default user made in the shared folder?",
            "¿De quién es, en el anfitrión, un fichero que creó en la carpeta compartida el usuario por defecto del contenedor?"
        ),
        values: owners, engines: [.docker], byHand: UsersByHand.defaultUserFile
    ) { scene in
        let file = try OwnedFile.made(in: try scene.first(), as: nil, folder: scene.folder)
        return try file.onHost()
    }

    static let rootFile = Fact(
        "owner.root-file.on-host", .users,
        Sentence(
            "To whom does a file belong, on the host, that the container's root made in the shared folder?",
            "¿De quién es, en el anfitrión, un fichero que creó en la carpeta compartida el superusuario del contenedor?"
        ),
        values: owners,
        byHand: UsersByHand.rootFile
    ) { scene in
        try OwnedFile.made(in: try scene.first(), as: scene.root, folder: scene.folder).onHost()
    }

    static let testFile = Fact(
        "owner.test-file.on-host", .users,
        Sentence(
            "To whom does a file belong, on the host, that the container's user test, with UID 500, made in the shared folder?",
            "¿De quién es, en el anfitrión, un fichero que creó en la carpeta compartida el usuario test (UID 500) del contenedor?"
        ),
        values: owners, engines: [.lxd],
        byHand: UsersByHand.testFile
    ) { scene in
        try OwnedFile.made(byUserTestIn: try scene.first(), folder: scene.folder).onHost()
    }

    static let rootFileInSecond = Fact(
        "owner.root-file.in-second-container", .users,
        Sentence(
            "To whom does root's file belong when a second container looks at it?",
            "¿De quién es el fichero del superusuario visto desde el segundo contenedor?"),
        values: owners, byHand: UsersByHand.rootFileInSecond
    ) { scene in
        let (first, second) = try scene.pair()
        return try OwnedFile.made(in: first, as: scene.root, folder: scene.folder).inside(second)
    }

    static let testFileInSecond = Fact(
        "owner.test-file.in-second-container", .users,
        Sentence(
            "To whom does the file of the user test belong when a second container looks at it?",
            "¿De quién es el fichero del usuario test visto desde el segundo contenedor?"),
        values: owners, engines: [.lxd], byHand: UsersByHand.testFileInSecond
    ) { scene in
        let (first, second) = try scene.pair()
        return try OwnedFile.made(byUserTestIn: first, folder: scene.folder).inside(second)
    }

    static let hostUserFile = Fact(
        "owner.host-user-file.in-container", .users,
        Sentence(
            "To whom does a file belong, in the container, that a normal user of the host (1000:1000) made?",
            "¿De quién es, en el contenedor, un fichero que creó un usuario normal (1000:1000) del anfitrión?"),
        values: owners, byHand: UsersByHand.hostUserFile
    ) { scene in
        let user = SharedFolder.hostUser
        return try OwnedFile.madeOnHost(by: user, folder: scene.folder).inside(try scene.first())
    }

    static let hostRootFile = Fact(
        "owner.host-root-file.in-container", .users,
        Sentence(
            "To whom does a file belong, in the container, that the host's root made?",
            "¿De quién es, en el contenedor, un fichero que creó el superusuario del anfitrión?"),
        values: owners, byHand: UsersByHand.hostRootFile
    ) { scene in
        try OwnedFile.madeOnHost(by: 0, folder: scene.folder).inside(try scene.first())
    }

    static let hostUserFileInSecond = Fact(
        "owner.host-user-file.in-second-container", .users,
        Sentence(
            "To whom does the file of the host's normal user belong when a second container looks at it?",
            "¿De quién es el fichero del usuario normal del anfitrión visto desde el segundo contenedor?"),
        values: owners, byHand: UsersByHand.hostUserFileInSecond
    ) { scene in
        let user = SharedFolder.hostUser
        return try OwnedFile.madeOnHost(by: user, folder: scene.folder).inside(try scene.second())
    }

    static let hostRootFileInSecond = Fact(
        "owner.host-root-file.in-second-container", .users,
        Sentence(
            "To whom does the file of the host's root belong when a second container looks at it?",
            "¿De quién es el fichero del superusuario del anfitrión visto desde el segundo contenedor?"),
        values: owners, byHand: UsersByHand.hostRootFileInSecond
    ) { scene in
        try OwnedFile.madeOnHost(by: 0, folder: scene.folder).inside(try scene.second())
    }

    static let refusedWrite = Fact(
        "volume.write-by-default-user", .users,
        Sentence(
            "May the container's default user write where the folder is a host user's, with mode 755?",
            "¿Puede escribir el usuario por defecto del contenedor donde la carpeta es de un usuario del anfitrión, con modo 755?"
        ),
        values: ["refused", "allowed"], engines: [.docker], byHand: UsersByHand.refusedWrite
    ) { scene in
        let container = try scene.first()
        let control = try container.run(["touch", "/data/\(OwnedFile.newName())"]).orThrow()
        let name = OwnedFile.newName()
        let trial = try container.run(["touch", "/data/ajeno/\(name)"])
        let isThere = try TextFile.exists(scene.folder.path + "/ajeno/\(name)")
        let refused = !trial.succeeded && trial.errorText.contains("ermission denied")
        guard refused || trial.succeeded else {
            throw ProbeFailure(
                "touch fails otherwise", "touch falla por otra causa", [.command(control), .command(trial)])
        }
        let folder = try FileStatus.of(scene.folder.path + "/ajeno")
        let mode = String(folder.permissions, radix: 8)
        return try Observation(
            Witness(
                "the folder on the host", "la carpeta en el anfitrión", says: isThere ? "allowed" : "refused",
                [
                    .seen(
                        Sentence(
                            "ajeno belongs to \(folder.owner), mode \(mode); the file is \(isThere ? "" : "not ")there",
                            "ajeno es de \(folder.owner), modo \(mode); el fichero \(isThere ? "" : "no ")está"))
                ]),
            Witness(
                "touch inside", "touch dentro", says: refused ? "refused" : "allowed",
                [.command(control), .command(trial)]))
    }

    static let setuid = Fact(
        "volume.setuid-root-from-container", .users,
        Sentence(
            "Does a program run as root on the host if the container's root made it setuid in the shared folder?",
            "¿Se ejecuta como root en el anfitrión un programa al que el root del contenedor puso setuid en la carpeta compartida?"
        ),
        values: ["effective on the host", "not root on the host"],
        byHand: UsersByHand.setuid
    ) { scene in
        try SetuidTrial.observe(scene)
    }
}

extension Scene {
    /// The group that adduser gave to the user `test` of the first container; makes the account if it is missing.
    package func groupOfTest() throws -> UInt32 {
        let account = "id -g test 2>/dev/null || { adduser -D -u 500 test && id -g test; }"
        let asked = try first().runShell(account).orThrow()
        guard let group = asked.lines.last.flatMap({ UInt32($0) }) else {
            throw ProbeFailure(
                "id does not say the group of test", "id no dice el grupo de test", [.command(asked)])
        }
        return group
    }

    /// The user to name so that the container's root acts; nil if root is the scenario's default.
    var root: String? {
        let user = scenario.value(of: .user) ?? ""
        return engine != .docker || user == "0" || user == "0:0" ? nil : "0:0"
    }
}

extension TextFile {
    /// The line of that name alone, of a file with one field a line.
    func line(_ name: String) -> TextFile {
        let lines = text.split(separator: "\n").filter { $0.hasPrefix(name + ":") }
        return TextFile(path: path, text: lines.joined(separator: "\n"))
    }
}
