internal import Foundation

/// The cgroups that container engines make and do not remove when they end.
enum EngineCgroups {
    /// The engines' folders in all hierarchies, wherever they are; Docker's containers are in `docker`.
    static func folders() throws -> [String] {
        try mountPoints().flatMap { below($0, depth: depth) }.filter { isEngines(folder: $0) }
    }

    /// The depth of the search: liblxc makes its cgroups below that of LXD's starter, as in
    /// `user.slice/user-0.slice/session-1.scope`.
    static let depth = 6

    /// The places where the hierarchies are mounted.
    static func mountPoints() throws -> [String] {
        let hierarchies = try CgroupHierarchies.current().hierarchies
        let unified = [hierarchies.unifiedMountPoint].compactMap(\.self)
        return Set(hierarchies.controllers.values.map(\.mountPoint) + unified).sorted()
    }

    /// Whether a folder is an engine's.
    static func isEngines(folder: String) -> Bool {
        let names = folder.split(separator: "/").suffix(2).map(String.init)
        return names.last.map { isEngines($0) } ?? false || names.first == "docker"
    }

    /// The names of the cgroups that liblxc makes; a container's own has a full stop and the container's name behind it.
    private static let liblxc = ["lxc.monitor", "lxc.payload", "lxc.pivot"]

    /// The cgroups that daemons make once for all of their containers.
    static let parents = ["docker"] + liblxc

    /// The container in the name of a cgroup: Docker's ID, LXD's name; the name itself if it has no other part.
    static func container(of name: String) -> String {
        name.after("docker-")?.before(".scope") ?? liblxc.lazy.compactMap { name.after($0 + ".") }.first ?? name
    }

    /// Removes the folders of a container of LXD, if no process is in them.
    static func remove(of name: String) throws {
        let names = liblxc.map { "\($0).\(name)" }
        for folder in try folders() where names.contains((folder as NSString).lastPathComponent) { remove(folder) }
    }

    /// Removes a cgroup with all below it; rmdir(2) fails, and a cgroup stays, while there are processes in it.
    static func remove(_ folder: String) { for inner in below(folder, depth: 8).reversed() + [folder] { rmdir(inner) } }

    /// The engine that a folder belongs to.
    static func engine(of folder: String) -> Engine {
        (folder as NSString).lastPathComponent.hasPrefix("lxc.") ? .lxd : .docker
    }

    /// Whether Docker, with either cgroup driver, or liblxc gives such a name to a cgroup.
    static func isEngines(_ name: String) -> Bool {
        if name == "docker" || (name.hasPrefix("docker-") && name.hasSuffix(".scope")) { return true }
        return liblxc.contains { name == $0 || name.hasPrefix($0 + ".") }
    }

    /// The folders below a folder, upper ones before lower ones.
    static func below(_ folder: String, depth: Int) -> [String] {
        guard depth > 0, let names = try? TextFile.names(in: folder) else { return [] }
        return names.map { folder + "/" + $0 }.filter { (try? FileStatus.link($0))?.isDirectory == true }
            .flatMap { [$0] + below($0, depth: depth - 1) }
    }
}
