extension Machine {
    /// The properties of this machine on which values depend, as far as the engines in use tell them.
    package static var profile: MachineProfile {
        let engines = Engine.ofTheSheet.compactMap { engine in version(of: engine).map { (engine, $0) } }
        return profile(of: Dictionary(uniqueKeysWithValues: engines))
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
