/// The description of this machine in reports, because every observation depends on it.
extension Machine {
    /// The distribution, kernel and cgroup version, and the engines used, with their images.
    package static var portrait: [String] {
        let system = (try? TextFile.read("/etc/os-release")).flatMap { try? OSRelease(parsing: $0.text).prettyName }
        let kernel = (try? TextFile.read("/proc/sys/kernel/osrelease").text.trimmed) ?? "unknown"
        let version = (try? CgroupHierarchies.current().hierarchies.version.rawValue) ?? "unknown"
        let engines = Engine.allCases.compactMap { engine -> String? in
            guard let answer = Machine.version(of: engine) else { return nil }
            let image = imageInUse(of: engine).map { image in
                ", image \(image.reference)" + (image.isStandIn ? ", a stand-in for the sheet's" : "")
            }
            return "\(engine.title) \(answer)\(image ?? "")"
        }
        let inside = imageWithDockerInUse.map { ["Docker inside LXD, image \($0.reference) (\($0.origin))"] } ?? []
        let confined = (try? TextFile.read("/sys/module/apparmor/parameters/enabled").text.trimmed) == "Y"
        let first = "\(system ?? "Linux"), kernel \(kernel), cgroup \(version)" + (confined ? ", AppArmor" : "")
        return [first] + engines + inside
    }

    /// The cgroup version, by the file system type of `/sys/fs/cgroup` (statfs(2)).
    package static func cgroupVersion() throws -> CgroupVersion {
        let magic = try FileSystemType.magic(at: "/sys/fs/cgroup")
        let unified = (try? FileSystemType.magic(at: "/sys/fs/cgroup/unified")) == 0x6367_7270
        guard let version = CgroupVersion(fileSystemMagic: magic, hasUnified: unified) else {
            let type = FileSystemType.name(ofMagic: magic)
            throw ProbeFailure("/sys/fs/cgroup is of type \(type)", "/sys/fs/cgroup es de tipo \(type)")
        }
        return version
    }

    /// The host's ids for LXD's containers: root's range in `/etc/subuid`, or LXD's default, which the snap always
    /// uses.
    package static func lxdIDs() throws -> (start: UInt32, count: UInt32) {
        let own: (UInt32, UInt32) = (1_000_000, 1_000_000_000)
        guard !TextFile.exists("/var/snap/lxd/common/lxd/unix.socket"), TextFile.exists("/etc/subuid") else {
            return own
        }
        let table = try SubordinateIDs(parsing: TextFile.read("/etc/subuid").text)
        return table.range(for: "root").map { ($0.start, $0.count) } ?? own
    }
}
