internal import Foundation

/// The things that the private daemons, alive or dead, have made outside of their folders, as these folders show.
struct DaemonInventory: Sendable, Equatable {
    /// Docker's containers by their IDs, LXD's by the names in their cgroups.
    var containers: Set<String> = []
    /// The bridges of their networks.
    var bridges: Set<String> = []

    /// The things that the daemons of some engines have made; throws a ``PathError`` for what cannot be read.
    static func current(of engines: Set<Engine>, in state: String = Endpoint.state) throws -> DaemonInventory {
        var inventory = DaemonInventory()
        if engines.contains(.docker) {
            inventory.containers.formUnion(try TextFile.namesIfThere(in: state + "/docker/containers"))
            inventory.bridges.formUnion(try networks(in: state + "/docker/network/files/local-kv.db"))
        }
        if engines.contains(.lxd) {
            for family in LXDFamily.allCases {
                inventory.containers.formUnion(try TextFile.namesIfThere(in: "\(state)/\(family)/containers"))
                inventory.bridges.formUnion(try TextFile.namesIfThere(in: "\(state)/\(family)/networks"))
            }
        }
        return inventory
    }

    /// The bridges of Docker's networks, from the store of its bridge driver.
    private static func networks(in store: String) throws -> [String] {
        guard TextFile.exists(store) else { return [] }
        let text = try TextFile.read(store, limit: 64 << 20).text
        return text.matches(of: /"BridgeName":"([^"\/]+)"/).map { String($0.1) }
    }

    /// Whether a cgroup's folder is one of these containers'.
    func has(cgroup name: String) -> Bool { containers.contains(EngineCgroups.container(of: name)) }

    /// Removes the cgroups of these containers, and the new empty ones above them.
    ///
    /// A cgroup that is not in the inventory stays: another daemon may be about to put a process into it. A cgroup
    /// above all containers of an engine stays while another daemon of the engine may need it.
    func removeCgroups(except known: Set<String>, _ neighbours: Neighbours) throws {
        for folder in try EngineCgroups.folders().reversed() where !known.contains(folder) {
            let name = (folder as NSString).lastPathComponent
            if has(cgroup: name) {
                EngineCgroups.remove(folder)
            } else if EngineCgroups.parents.contains(name), !neighbours.has(EngineCgroups.engine(of: folder)) {
                rmdir(folder)
            }
        }
    }
}
