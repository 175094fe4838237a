extension Lacking {
    /// The lack of a Docker that maps users, with the reason and the remedy.
    static func userRemapping(_ reason: Sentence) -> Lacking {
        Lacking(
            "userns-remap", "docker --userns-remap takes a second daemon, which cannot run here: \(reason.english).",
            "docker --userns-remap requiere un segundo demonio, que no se puede tener aquí: \(reason.spanish).",
            isExtra: true)
    }
}

extension RemappedDocker {
    /// Throws a ``Lacking`` if this machine has no program for the daemon, or lets nobody have users of their own.
    static func requireDaemon() throws {
        guard ProgramPath.path(of: "dockerd") != nil else {
            throw Lacking.userRemapping(
                Sentence(
                    "there is no program dockerd; install the package docker.io, or docker-ce",
                    "no existe el programa dockerd; instale el paquete docker.io, o docker-ce"))
        }
        let limit = "/proc/sys/user/max_user_namespaces"
        guard (try? TextFile.read(limit).text.trimmed) != "0" else {
            throw Lacking.userRemapping(
                Sentence(
                    "this machine allows no user namespaces; let it (sysctl user.max_user_namespaces=10000)",
                    "esta máquina no permite espacios de nombres de usuarios; permítalos (sysctl user.max_user_namespaces=10000)"
                ))
        }
    }

    /// Throws a ``Lacking`` if the path of the daemon's socket is longer than a socket's address (unix(7)).
    static func requireShortPath(of folder: RemapFolder) throws {
        guard folder.socket.utf8.count > 104 else { return }
        throw Lacking.userRemapping(
            Sentence(
                "the path of its socket would be too long; name a folder with a shorter one in LAB_FOLDERS",
                "la ruta de su socket sería demasiado larga; indique en LAB_FOLDERS una carpeta de ruta más corta"))
    }

    /// Throws a ``Lacking`` if the scenario has the host's network, which would be the daemon's and not this machine's.
    static func requireNoHostNetwork(in scenario: Scenario) throws {
        guard scenario.value(of: .network) == "host" else { return }
        throw Lacking(
            "userns-remap",
            "The daemon for --userns-remap has a network of its own, and --network=host would mean that one: leave one of the "
                + "two options out.",
            "El demonio de --userns-remap tiene una red propia, y --network=host sería esa: quite una de las dos opciones.",
            isExtra: true)
    }

    /// The lack behind the last words of a daemon that has ended; nil if they tell of another failure.
    static func lack(behind said: String) -> Lacking? {
        let last = said.split(whereSeparator: \.isNewline).last.map { String($0).quotedForReaders } ?? ""
        let words = said.lowercased()
        if words.contains("operation not permitted") || words.contains("permission denied") {
            return .userRemapping(
                Sentence(
                    "this machine lets root mount nothing (\(last)); run this on the host, and not in a container",
                    "esta máquina no deja a root montar nada (\(last)); ejecute esto en el anfitrión, y no en un contenedor"
                ))
        }
        guard let trouble = Trouble.of(said) else { return nil }
        return .userRemapping(
            Sentence(
                "\(last). \(trouble.sentence.english.withoutStop)", "\(last). \(trouble.sentence.spanish.withoutStop)"))
    }
}

extension String {
    /// The sentence without its full stop.
    fileprivate var withoutStop: Substring { hasSuffix(".") ? dropLast() : self[...] }
}
