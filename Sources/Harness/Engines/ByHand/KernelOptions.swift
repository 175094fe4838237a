/// The parts of a container made by hand, and the parts that are left out of it.
///
/// Without options it has its own PIDs, host name, mounts, IPC, network and view of the cgroups. It shares users and
/// clocks with the host, as a container of Docker on cgroup v2 does. It has an overlay, a cgroup and a network.
package struct KernelOptions: Sendable, Equatable {
    /// A part that can be left out.
    package enum Part: String, Sendable, Hashable, CaseIterable {
        case overlay, cgroup, network
    }

    /// The host's IDs behind the container's, from its root on.
    package struct IDRange: Sendable, Equatable {
        /// The ID of its root on the host.
        var first: UInt32
        /// The number of its IDs.
        var count: UInt32
    }

    /// The namespaces that are the host's.
    package var shared: Set<NamespaceKind> = [.user, .time]
    /// The parts that are left out.
    package var without: Set<Part> = []
    /// The map of its users, or nil if they are the host's own.
    package var map: IDRange?
    /// The number of processes that it may have.
    package var pidsLimit: Int?

    /// Options from the words of a scenario: `--share=pid`, `--map=0:100000:65536`; throws a ``LabFailure``.
    package init(_ words: [String]) throws {
        var said: Set<NamespaceKind> = []
        for word in words {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            let value = parts.count == 2 ? parts[1] : ""
            let ids = value.split(separator: ":").compactMap { UInt32($0) }
            if parts[0] == "--share", let kind = NamespaceKind(rawValue: value) {
                said.insert(kind)
            } else if parts[0] == "--private", value == "time" {
                shared.remove(.time)
            } else if parts[0] == "--without", let part = Part(rawValue: value) {
                without.insert(part)
            } else if parts[0] == "--map", ids.count == 3, ids[0] == 0 {
                (map, _) = (IDRange(first: ids[1], count: ids[2]), shared.remove(.user))
            } else if parts[0] == "--pids-limit", let limit = Int(value) {
                pidsLimit = limit
            } else {
                throw LabFailure(
                    "\u{201c}\(word)\u{201d} is not an option of a container put together by hand",
                    "«\(word)» no es una opción de un contenedor hecho a mano")
            }
        }
        try Self.refuseContradictions(self, said)
        shared.formUnion(said)
    }

    /// The namespaces of its own, in the order in which they are listed everywhere.
    package var own: [NamespaceKind] {
        [.user, .mnt, .pid, .uts, .ipc, .net, .cgroup, .time].filter { !shared.contains($0) }
    }

    /// Whether it gets a link to a bridge.
    package var hasNetwork: Bool { !without.contains(.network) && !shared.contains(.net) }

    private static func refuseContradictions(_ options: KernelOptions, _ said: Set<NamespaceKind>) throws {
        if options.map != nil, let kind = [NamespaceKind.user, .mnt].first(where: said.contains) {
            throw LabFailure(
                "--map and --share=\(kind.rawValue) contradict each other: mapped users own their mounts",
                "--map y --share=\(kind.rawValue) se contradicen: los usuarios con mapa tienen sus propios montajes")
        }
        if said.contains(.time), !options.shared.contains(.time) {
            throw LabFailure(
                "--private=time and --share=time contradict each other",
                "--private=time y --share=time se contradicen")
        }
        if options.pidsLimit != nil, options.without.contains(.cgroup) {
            throw LabFailure(
                "--pids-limit and --without=cgroup contradict each other: the limit is the cgroup's",
                "--pids-limit y --without=cgroup se contradicen: el límite es del grupo de control")
        }
    }
}
