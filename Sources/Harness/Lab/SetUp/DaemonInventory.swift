internal import Foundation
internal import Host

/// What the private daemons have made outside of their own folders, as these folders tell, whether the daemons live or not.
struct DaemonInventory: Sendable, Equatable {
    /// Docker's containers by their ids, LXD's by the names that their cgroups carry.
    var containers: Set<String> = []
    /// The bridges of their networks.
    var bridges: Set<String> = []

    /// What those of a record have made.
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

    /// The bridges of Docker's networks, as the store of its bridge driver names them.
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

    /// Removes the cgroups of these containers, and the empty ones above them that were not there before.
    ///
    /// A cgroup that is not in the inventory stays: another daemon may be about to put a process into it. A cgroup above all
    /// containers of an engine stays as long as another daemon of the engine may need it.
    func removeCgroups(except known: Set<String>, _ neighbours: Neighbours) throws {
        for folder in try EngineCgroups.folders().reversed() where !known.contains(folder) {
            let name = (folder as NSString).lastPathComponent
            if has(cgroup: name) {
                // A cgroup is removed with rmdir(2); one that still has processes refuses, and stays.
                for inner in EngineCgroups.below(folder, depth: 8).reversed() + [folder] { rmdir(inner) }
            } else if EngineCgroups.parents.contains(name), !neighbours.has(EngineCgroups.engine(of: folder)) {
                rmdir(folder)
            }
        }
    }
}
