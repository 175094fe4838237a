/// The lacks of this machine behind an engine's refusal to launch a scenario's container.
enum LaunchRefusal {
    /// The lack behind a failure, or the failure itself if its lack is unknown.
    static func lack(behind failure: CommandFailure, of scenario: Scenario) -> any Error {
        let said = failure.tail.lowercased()
        let cannotShift = said.contains("idmapping abilities") || said.contains("shiftfs")
        if scenario.value(of: .shift) == "true", cannotShift {
            return Lacking(
                "shift",
                "This LXD cannot shift the owners of a shared folder (it says: \(failure.brief.english)): it takes a kernel and an "
                    + "LXD with idmapped mounts, or shiftfs.",
                "Este LXD no puede trasladar los dueños de una carpeta compartida (dice: \(failure.brief.spanish)): hace falta "
                    + "un núcleo y un LXD con montajes idmapped, o shiftfs.")
        }
        if scenario.hasRemappedUsers, let gap = refusal(toMap: failure, of: scenario) { return gap }
        if let map = scenario.value(of: .idMap), let gap = missing(of: map) { return gap }
        if scenario.value(of: .isolated) == "true", said.contains("not enough uid/gid") {
            return Lacking(
                "subuid",
                "The ids that /etc/subuid and /etc/subgid grant to LXD do not suffice for a map of the container's own.",
                "Los identificadores que /etc/subuid y /etc/subgid conceden a LXD no bastan para un mapa propio del contenedor."
            )
        }
        let borrows = scenario.engine == .docker && scenario.options.contains { $0.value == "host" }
        if borrows, said.contains("error mounting"), said.contains("operation not permitted") {
            return Lacking(
                "rootless",
                "A Docker without root, or in a container, cannot lend this namespace of the host: the kernel lets it mount no "
                    + "/proc or /sys there. A daemon of the machine's root can.",
                "Un Docker sin root, o dentro de un contenedor, no puede prestar este espacio de nombres del anfitrión: el núcleo "
                    + "no le deja montar ahí /proc ni /sys; un demonio del root de la máquina sí puede.", isExtra: true)
        }
        if said.contains("error while creating mount source path"), TextFile.exists(SharedFolder.base) {
            return otherFolder(of: scenario.engine, than: SharedFolder.base)
        }
        if said.contains("forkstart"), scenario.value(of: .privileged) != "true", let gap = missingRange {
            return gap
        }
        return failure
    }

    /// The lack of a folder that an engine's daemon sees under the same path as this program.
    static func otherFolder(of engine: Engine, than path: String) -> Lacking {
        Lacking(
            "folder",
            "\(engine.title) mounts another folder as /data than \(path): its daemon sees other folders than this "
                + "program, as a snap does. Name one in LAB_FOLDERS that both see, as below /home.",
            "\(engine.title) monta en /data otra carpeta que \(path): su demonio ve otras carpetas que este "
                + "programa, como un snap; indique en LAB_FOLDERS una que vean ambos, como las de /home")
    }

    /// The reason why Docker, or the kernel, makes no container with users of its own.
    private static func refusal(toMap failure: CommandFailure, of scenario: Scenario) -> Lacking? {
        let said = failure.tail.lowercased()
        let isMount = said.contains("operation not permitted") && said.contains("mount")
        let borrows = scenario.options.contains { $0.value == "host" }
        if said.contains("when user namespaces are enabled") || isMount && borrows {
            return Lacking(
                "userns-remap",
                "Docker lends no namespace of the host to a container whose users are mapped: add --userns=host.",
                "Docker no presta ningún espacio de nombres del anfitrión a un contenedor cuyos usuarios están en un mapa: añada "
                    + "--userns=host.", isExtra: true)
        }
        guard isMount else { return nil }
        return .userRemapping(
            Sentence(
                "the kernel does not let the root of a user namespace mount /proc here; run this on the host",
                "el núcleo no deja aquí al root de un espacio de nombres de usuarios montar /proc; ejecute esto en el anfitrión"
            ))
    }

    /// The lack of any IDs for LXD's containers; the snap has some without a grant, and so has LXD without these files.
    private static var missingRange: Lacking? {
        guard !TextFile.exists("/var/snap/lxd") else { return nil }
        let empty = ["/etc/subuid", "/etc/subgid"].filter { file in
            (try? TextFile.read(file)).flatMap { try? SubordinateIDs(parsing: $0.text) }?.range(for: "root") == nil
                && TextFile.exists(file)
        }
        if empty.isEmpty { return nil }
        return Lacking(
            "subuid",
            "LXD has no ids to give to its containers, because root has no range in \(empty.joined(separator: " and ")): add the line "
                + "root:1000000:65536 there, and restart LXD (systemctl restart lxd).",
            "LXD no tiene identificadores que dar a sus contenedores, pues root no tiene ningún rango en "
                + "\(empty.joined(separator: " y ")): añada allí la línea root:1000000:65536, y reinicie LXD (systemctl restart lxd)."
        )
    }

    /// The reason why `newuidmap` refuses a map: root's lines in `/etc/subuid` and `/etc/subgid` lack the host's ID.
    private static func missing(of map: String) -> Lacking? {
        let words = map.split(separator: " ").map(String.init)
        guard words.count == 3, let id = UInt32(words[1]) else { return nil }
        let files = ["/etc/subuid", "/etc/subgid"].filter { file in
            words[0] == "both" || file.hasSuffix(words[0])
        }
        let lacking = files.filter { file in
            guard let text = try? TextFile.read(file).text, let ids = try? SubordinateIDs(parsing: text) else {
                return false
            }
            return !ids.ranges(for: "root").contains { $0.start <= id && id - $0.start < $0.count }
        }
        if lacking.isEmpty { return nil }
        return Lacking(
            "subuid",
            "LXD may not map the host's id \(id): a line root:\(id):1 is missing in \(lacking.joined(separator: " and ")) "
                + "(add it, and restart LXD).",
            "LXD no puede usar en un mapa el identificador \(id) del anfitrión: falta una línea root:\(id):1 en "
                + "\(lacking.joined(separator: " y ")) (añádala, y reinicie LXD).")
    }
}
