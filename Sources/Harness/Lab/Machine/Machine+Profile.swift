internal import Synchronization

extension Machine {
    /// What the engines have told, once all in use have told everything.
    private static let told = Mutex<MachineProfile?>(nil)

    /// The properties of this machine on which values depend, as far as the engines in use tell them.
    ///
    /// They are asked once, and again while an engine keeps something back or another one has come into use.
    package static var profile: MachineProfile {
        let engines = Engine.ofTheSheet.compactMap { engine in version(of: engine).map { (engine, $0) } }
        let versions = Dictionary(uniqueKeysWithValues: engines)
        if let told = told.withLock({ $0 }), told.versions == versions { return told }
        let profile = profile(of: versions)
        let asked: [Dependence] =
            (versions[.docker] == nil ? [] : [.cgroupDriver]) + (versions[.lxd] == nil ? [] : [.pool, .profile])
        if asked.allSatisfy({ profile.properties[$0] != nil }) { told.withLock { $0 = profile } }
        return profile
    }

    /// The same with engines of these versions.
    package static func profile(of versions: [Engine: String]) -> MachineProfile {
        var profile = MachineProfile()
        profile.versions = versions
        profile[.cgroups] = (try? CgroupHierarchies.current().hierarchies.version)?.rawValue
        for engine in versions.keys {
            switch engine {
            case .docker: ask(docker: &profile)
            case .lxd:
                profile[.pool] = (try? LXD().defaultPool())?.driver
                profile[.profile] = (try? LXD().defaultSettings())
                    .map { $0.isEmpty ? "none" : $0.joined(separator: " ") }
                profile[.subordinateIDs] = (try? lxdIDs()).map { "\($0.start) \($0.count)" }
            case .kernel: break
            }
        }
        return profile
    }

    /// Has Docker tell its drivers; what it does not tell stays unknown.
    private static func ask(docker profile: inout MachineProfile) {
        guard let told = try? EngineCommand.docker(["info", "--format", DockerFormat.drivers]).run(), told.succeeded
        else { return }
        let words = told.text.split(separator: " ", maxSplits: 2).map(String.init)
        guard words.count == 3 else { return }
        profile[.cgroupDriver] = words[0]
        profile[.storageDriver] = MachineProfile.storageDriver(words[1]) ?? words[1]
        let isRootless = words[2].contains("name=rootless")
        profile[.remapping] = isRootless ? "rootless" : words[2].contains("name=userns") ? "userns-remap" : "none"
    }
}
