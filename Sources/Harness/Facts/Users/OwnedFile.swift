/// A file of the shared folder, made on one side and looked at from the other.
struct OwnedFile {
    private let name: String
    private let folder: SharedFolder
    private let maker: Container?
    private let making: [Evidence]

    /// A name that no other probe uses.
    static func newName() -> String { "f\(UInt32.random(in: 0 ... .max))" }

    /// A file that a container makes, as its own default user or as the one named.
    ///
    /// If root is the default and no user is named, `id -u` inside shows that.
    static func made(in container: Container, as user: String?, folder: SharedFolder) throws -> OwnedFile {
        let name = newName()
        let made = try container.runShell("touch /data/\(name) && id -u && stat -c %u:%g /data/\(name)", user: user)
            .orThrow()
        return OwnedFile(name: name, folder: folder, maker: container, making: [.command(made)])
    }

    /// A file of the user `test`, whose account is made first, with UID 500 as in the sheet.
    static func made(byUserTestIn container: Container, folder: SharedFolder) throws -> OwnedFile {
        let name = newName()
        let account = try container.runShell("id -u test 2>/dev/null || adduser -D -u 500 test && id test").orThrow()
        let made = try container.run(["su", "test", "-c", "touch /data/\(name)"]).orThrow()
        return OwnedFile(name: name, folder: folder, maker: container, making: [.command(account), .command(made)])
    }

    /// A file that a user of the host makes.
    static func madeOnHost(by user: UInt32, folder: SharedFolder) throws -> OwnedFile {
        let name = newName()
        let path = try folder.createFile(name, uid: user, gid: user)
        return OwnedFile(
            name: name, folder: folder, maker: nil,
            making: [
                .seen(
                    Sentence(
                        "\(path) made on the host for \(user):\(user)",
                        "\(path), creado en el anfitrión para \(user):\(user)"))
            ])
    }

    /// Its owner on the host, compared with its maker's view of it through the id maps.
    func onHost() throws -> Observation {
        guard let maker else {
            throw ProbeFailure(
                "a file of the host has no maker inside", "un fichero del anfitrión no tiene autor dentro")
        }
        let status = try FileStatus.of(path)
        let (view, evidence) = try owner(inside: maker)
        let maps = try Self.maps(of: maker)
        let mapped = [maps.users.hostID(of: view.uid), maps.groups.hostID(of: view.gid)].map {
            $0.map(String.init) ?? "unmapped"
        }
        return try Observation(
            Witness(
                "stat on the host", "stat en el anfitrión", says: .text(status.owner),
                making + [.seen(.same("\(path): \(status.owner)"))]),
            Witness(
                "stat inside, through the id maps", "stat dentro, a través de los mapas de identificadores",
                says: .text(mapped.joined(separator: ":")),
                [.command(evidence)] + maps.evidence))
    }

    /// The maps between a container's ids and those of the files in its shared folder, which LXD may shift.
    private static func maps(of container: Container) throws -> (users: IDMap, groups: IDMap, evidence: [Evidence]) {
        let (uids, gids) = try (container.idMap(.user), container.idMap(.group))
        let files = [Evidence.file(uids.file), .file(gids.file)]
        let (table, file) = try MountTable.of(process: "\(container.pid)")
        guard let folder = table.entry(at: "/data"), folder.options.contains("idmapped") else {
            return (uids.map, gids.map, files)
        }
        let line = file.text.kernelLines.first { $0.hasPrefix("\(folder.id) ") } ?? ""
        return (uids.map.shifted, gids.map.shifted, files + [.file(TextFile(path: file.path, text: String(line)))])
    }

    /// Its owner as a container sees it, compared with the owner on the host through that container's id maps.
    ///
    /// An id outside the map is shown as the overflow id (user_namespaces(7), `/proc/sys/kernel/overflowuid`).
    func inside(_ container: Container) throws -> Observation {
        let status = try FileStatus.of(path)
        let maps = try Self.maps(of: container)
        let overflow = try ["overflowuid", "overflowgid"].map {
            try TextFile.read("/proc/sys/kernel/\($0)").text.trimmed
        }
        let mapped = [
            maps.users.containerID(of: status.uid).map(String.init) ?? overflow[0],
            maps.groups.containerID(of: status.gid).map(String.init) ?? overflow[1],
        ]
        let (view, evidence) = try owner(inside: container)
        return try Observation(
            Witness(
                "stat on the host, through the id maps",
                "stat en el anfitrión, a través de los mapas de identificadores",
                says: .text(mapped.joined(separator: ":")),
                making + [.seen(.same("\(path): \(status.owner)"))] + maps.evidence),
            Witness("stat inside", "stat dentro", says: .text("\(view.uid):\(view.gid)"), [.command(evidence)]))
    }

    private var path: String { folder.path + "/" + name }

    private func owner(inside container: Container) throws -> (owner: (uid: UInt32, gid: UInt32), outcome: Outcome) {
        let outcome = try container.run(["stat", "-c", "%u:%g", "/data/\(name)"]).orThrow()
        let ids = outcome.text.split(separator: ":").compactMap { UInt32($0) }
        guard ids.count == 2 else {
            throw ProbeFailure("stat inside does not say UID:GID", "stat, dentro, no dice UID:GID", [.command(outcome)])
        }
        return ((ids[0], ids[1]), outcome)
    }
}
