/// The names of namespaces, and of what they isolate, in running text.
enum NamespaceTerms {
    /// The kinds that are named at a word, each time with the place behind the name.
    static func found(_ slot: PhraseSlot, _ words: [ProseWord], _ start: Int) -> [([NamespaceKind], Int)] {
        let begin = start + (articles.contains(words[start].text) ? 1 : 0)
        guard begin < words.count else { return [] }
        switch slot {
        case .kind: return kinds[words[start].text].map { [([$0], start + 1)] } ?? []
        case .area: return area(words, begin)
        default: return space(words, begin)
        }
    }

    /// A namespace by its name: `espacio de nombres de red`, `PID and network namespaces`.
    private static func space(_ words: [ProseWord], _ start: Int) -> [([NamespaceKind], Int)] {
        var place = start
        if nouns.contains(words[place].text) {
            place += 1
            if place + 1 < words.count, words[place].text == "de", words[place + 1].text == "nombres" { place += 2 }
            while place < words.count, between.contains(words[place].text) { place += 1 }
            return list(words, place)
        }
        return list(words, place).compactMap { found, end in
            guard end < words.count, namespaces.contains(words[end].text) else { return nil }
            return (found, end + 1)
        }
    }

    /// Kinds with commas and conjunctions between them.
    private static func list(_ words: [ProseWord], _ start: Int) -> [([NamespaceKind], Int)] {
        var (found, place): ([NamespaceKind], Int) = ([], start)
        var end: Int?
        while place < words.count, let kind = kinds[words[place].text] {
            found.append(kind)
            place += 1
            end = place
            if place < words.count, words[place].text == "," { place += 1 }
            if place < words.count, ["y", "e", "and"].contains(words[place].text) { place += 1 }
            if place == end { break }
            while place < words.count, between.contains(words[place].text) { place += 1 }
        }
        return end.map { [(found, $0)] } ?? []
    }

    /// The things that a namespace isolates: `pila de red`, `hostname`.
    private static func area(_ words: [ProseWord], _ start: Int) -> [([NamespaceKind], Int)] {
        guard beginnings.contains(words[start].text) else { return [] }
        return (1...4).reversed().compactMap { count -> ([NamespaceKind], Int)? in
            guard start + count <= words.count else { return nil }
            let text = words[start..<start + count].map(\.text).joined(separator: " ")
            return areas[text].map { ([$0], start + count) }
        }
    }

    /// The words with which a name may begin.
    static let beginnings = articles.union(nouns).union(kinds.keys)
        .union(areas.keys.map { String($0.prefix { $0 != " " }) })

    private static let articles: Set<String> = ["el", "la", "los", "las", "the", "un", "una", "sus", "su"]
    private static let between: Set<String> = ["de", "del", "los", "la", "el", "para", "of", "the", "llamado"]
    private static let namespaces: Set<String> = ["namespace", "namespaces", "ns"]
    private static let nouns: Set<String> = ["espacio", "espacios", "namespace", "namespaces"]

    /// The kinds by their words.
    static let kinds: [String: NamespaceKind] = [
        "pid": .pid, "pids": .pid, "procesos": .pid, "process": .pid, "uts": .uts, "mnt": .mnt, "mount": .mnt,
        "montaje": .mnt, "montajes": .mnt, "ipc": .ipc, "net": .net, "network": .net, "red": .net, "user": .user,
        "usuario": .user, "usuarios": .user, "cgroup": .cgroup, "cgroups": .cgroup, "time": .time,
    ]

    private static let areas: [String: NamespaceKind] = [
        "red": .net, "pila de red": .net, "interfaces de red": .net, "network stack": .net, "network": .net,
        "network interfaces": .net, "procesos": .pid, "processes": .pid, "process tree": .pid,
        "arbol de procesos": .pid,
        "pid": .pid, "pids": .pid, "nombre de maquina": .uts, "nombre de host": .uts, "nombre de equipo": .uts,
        "nombre de la maquina": .uts, "hostname": .uts, "host name": .uts, "montajes": .mnt, "puntos de montaje": .mnt,
        "tabla de montajes": .mnt, "mounts": .mnt, "mount points": .mnt, "mount table": .mnt, "ipc": .ipc,
        "objetos de comunicacion": .ipc, "objetos ipc": .ipc, "objetos de ipc": .ipc, "colas de mensajes": .ipc,
        "message queues": .ipc, "ipc objects": .ipc,
    ]
}
