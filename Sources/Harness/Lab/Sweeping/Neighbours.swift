/// The engines' daemons on this machine except the private ones: things not known to be ours may be theirs.
struct Neighbours: Sendable, Equatable {
    /// A daemon with the numbers of its namespaces; nil for one that cannot be read.
    struct Daemon: Sendable, Equatable {
        var engine: Engine
        var network: UInt64?
        var mounts: UInt64?
    }

    let daemons: [Daemon]

    /// The daemons among some processes, all that run now unless told, without those that are ours.
    static func current(
        beside ours: Set<Int32> = [], among processes: [Int32] = OwnProcesses.everything()
    ) -> Neighbours {
        func namespace(_ kind: NamespaceKind, _ pid: Int32) -> UInt64? {
            try? NamespaceLink.of(kind, process: "\(pid)").link.inode
        }
        let daemons = processes.compactMap { pid -> Daemon? in
            guard !ours.contains(pid), let program = OwnProcesses.engineProgram(of: pid),
                let engine = engines[program]
            else { return nil }
            return Daemon(engine: engine, network: namespace(.net, pid), mounts: namespace(.mnt, pid))
        }
        return Neighbours(daemons: daemons)
    }

    /// The programs of their daemons.
    static let engines: [String: Engine] = ["dockerd": .docker, "lxd": .lxd, "incusd": .lxd]

    /// Whether there is a daemon of an engine, anywhere on this machine.
    func has(_ engine: Engine) -> Bool { daemons.contains { $0.engine == engine } }

    /// Whether a daemon of an engine, or of any, is in our network namespace; one with an unreadable namespace counts.
    func shareNetwork(_ engine: Engine? = nil) -> Bool { share(.net, \.network, engine) }

    /// Whether a daemon of an engine uses the folders seen here.
    func shareMounts(_ engine: Engine) -> Bool { share(.mnt, \.mounts, engine) }

    private func share(_ kind: NamespaceKind, _ theirs: KeyPath<Daemon, UInt64?>, _ engine: Engine?) -> Bool {
        let own = try? NamespaceLink.of(kind, process: "self").link.inode
        return daemons.contains { daemon in
            (engine == nil || daemon.engine == engine) && (daemon[keyPath: theirs] ?? own) == own
        }
    }
}
