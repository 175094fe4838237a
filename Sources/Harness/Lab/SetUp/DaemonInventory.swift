internal import Foundation

/// The things that the private daemons, alive or dead, have made outside of their folders, as these folders show.
struct DaemonInventory: Sendable, Equatable {
    /// Docker's containers by their IDs, LXD's by the names in their cgroups.
    var containers: Set<String> = []
    /// The bridges of their networks.
    var bridges: Set<String> = []

    /// The things that the daemons of a record have made.
    static func current(of record: SetUpRecord) -> DaemonInventory {
        var inventory = DaemonInventory()
        if record.engines.contains(.docker) {
            inventory.containers.formUnion(names("docker/containers"))
            inventory.bridges.formUnion(networks())
        }
        if record.engines.contains(.lxd) {
            inventory.containers.formUnion(names("lxd/containers"))
            inventory.bridges.formUnion(names("lxd/networks"))
        }
        return inventory
    }

    private static func names(_ folder: String) -> [String] {
        (try? KernelFile.names(in: Endpoint.state + "/" + folder)) ?? []
    }

    /// The bridges of Docker's networks, from the store of its bridge driver.
    private static func networks() -> [String] {
        let store = FileManager.default.contents(atPath: Endpoint.state + "/docker/network/files/local-kv.db")
        let text = store.map { String(decoding: $0, as: UTF8.self) } ?? ""
        return text.matches(of: /"BridgeName":"([^"\/]+)"/).map { String($0.1) }
    }

    /// Whether a cgroup's folder is one of these containers'.
    func has(cgroup name: String) -> Bool {
        let isDockers = containers.contains(name.after("docker-")?.before(".scope") ?? name)
        let prefixes = ["lxc.monitor.", "lxc.payload.", "lxc.pivot."]
        return isDockers || prefixes.contains { name.after($0).map(containers.contains) ?? false }
    }

    /// Removes the cgroups of these containers, and the new empty ones above them.
    ///
    /// A cgroup that is not in the inventory stays: another daemon may be about to put a process into it. A cgroup
    /// above all containers of an engine stays while another daemon of the engine may need it.
    func removeCgroups(except known: Set<String>, _ neighbours: Neighbours) throws {
        for folder in try EngineCgroups.folders().reversed() where !known.contains(folder) {
            let name = (folder as NSString).lastPathComponent
            if has(cgroup: name) {
                // rmdir(2) removes a cgroup; it fails, and the cgroup stays, while there are processes in it.
                for inner in EngineCgroups.below(folder, depth: 8).reversed() + [folder] { rmdir(inner) }
            } else if EngineCgroups.parents.contains(name), !neighbours.has(EngineCgroups.engine(of: folder)) {
                rmdir(folder)
            }
        }
    }
}
