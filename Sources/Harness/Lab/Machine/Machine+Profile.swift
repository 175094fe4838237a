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
        let asked = concurrently(
            Engine.ofTheSheet.filter { versions[$0] != nil }.map { engine in
                { @Sendable in engine == .docker ? toldByDocker() : toldByLXD() }
            })
        for told in asked { for (property, value) in (try? told.get()) ?? [:] { profile[property] = value } }
        return profile
    }

    /// What LXD tells of its default profile; what it does not tell is left out.
    private static func toldByLXD() -> [Dependence: String] {
        let lxd = LXD()
        let profile = try? lxd.defaultProfile()
        var told: [Dependence: String] = [:]
        told[.pool] = profile.flatMap { try? lxd.pool(of: $0) }?.driver
        told[.profile] = profile.map { $0.settings.isEmpty ? "none" : $0.settings.joined(separator: " ") }
        told[.subordinateIDs] = (try? lxdIDs()).map { "\($0.start) \($0.count)" }
        return told
    }

    /// The drivers that Docker tells; nothing if it does not.
    private static func toldByDocker() -> [Dependence: String] {
        guard let told = try? EngineCommand.docker(["info", "--format", DockerFormat.drivers]).run(), told.succeeded
        else { return [:] }
        let words = told.text.split(separator: " ", maxSplits: 2).map(String.init)
        guard words.count == 3 else { return [:] }
        let isRootless = words[2].contains("name=rootless")
        return [
            .cgroupDriver: words[0],
            .storageDriver: MachineProfile.storageDriver(words[1]) ?? words[1],
            .remapping: isRootless ? "rootless" : words[2].contains("name=userns") ? "userns-remap" : "none",
        ]
    }
}
