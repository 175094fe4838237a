/// The catalogue's table of what values depend on, beyond the scenario.
extension Fact {
    /// The dependences of the value; empty if it is the same on every machine with the engine's defaults.
    package func dependences(in scenario: Scenario) -> [Dependence] {
        switch scenario.engine {
        case .docker: dependences(ofDocker: scenario)
        case .lxd: dependences(ofLXD: scenario) + (id == "cgroup.version" ? [] : [.profile])
        case .kernel: dependencesByHand
        }
    }

    /// All that it depends on with some engine, without options.
    package var dependences: [Dependence] {
        let all = engines.flatMap { dependences(in: scenario(of: $0)) }
        // Every fact about LXD depends on the profile, which has no settings by default.
        return Dependence.allCases.filter { all.contains($0) && $0 != .profile }
    }

    private func dependences(ofDocker scenario: Scenario) -> [Dependence] {
        let names = Set(scenario.options.map(\.name))
        // The scenario says itself whether the users are mapped.
        let decides = names.contains("--userns") || names.contains("--userns-remap")
        switch id {
        case "cgroup.version": return [.cgroups]
        case "cgroup.path": return [.cgroupDriver, .run]
        case "cgroup.controllers": return [.cgroups, .kernel]
        case "cgroup.pids.limit": return names.contains("--pids-limit") ? [] : [.cgroupDriver]
        case "namespace.cgroup": return names.contains("--cgroupns") ? [] : [.cgroups]
        case "users.uid-map", "users.gid-map", "owner.root-file.on-host", "owner.default-user-file.on-host":
            if scenario.hasRemappedUsers { return [.run] }
            return decides ? [] : [.remapping]
        case "namespace.user", "users.root-inside-is", "volume.write-by-default-user",
            "volume.setuid-root-from-container":
            return decides ? [] : [.remapping]
        case _ where id.hasPrefix("owner."): return decides ? [] : [.remapping]
        case "root.filesystem", "root.device", "root.layers.shared", "root.copy-on-write": return [.storageDriver]
        case "root.layers": return [.image, .storageDriver]
        case "volume.filesystem": return [.folder]
        case "network.bridge", "network.address", "network.gateway":
            return names.contains("--network") ? [] : [.network, .run]
        case _ where isOfTheNetwork: return names.contains("--network") ? [] : [.network]
        default: return []
        }
    }

    private func dependences(ofLXD scenario: Scenario) -> [Dependence] {
        let isPrivileged = scenario.value(of: .privileged) == "true"
        let isShifted = isPrivileged || scenario.value(of: .shift) == "true"
        let isIsolated = scenario.value(of: .isolated) == "true"
        let ids: [Dependence] = isIsolated ? [.subordinateIDs, .run] : [.subordinateIDs]
        let pool: [Dependence] = scenario.value(of: .storage) == nil ? [.pool] : []
        switch id {
        case "cgroup.version": return [.cgroups]
        case "cgroup.path": return [.run]
        case "cgroup.controllers": return [.cgroups, .kernel]
        case "cgroup.pids.limit": return scenario.value(of: .processes) == nil ? [.kernel] : []
        case "users.uid-map", "users.gid-map": return isPrivileged ? [.kernel] : ids
        case "owner.root-file.on-host": return isShifted ? [] : ids
        case "owner.test-file.on-host": return isShifted ? [.image] : ids + [.image]
        case "owner.test-file.in-second-container": return [.image]
        case "root.filesystem": return pool + [.folder]
        case "root.device", "pool.source": return pool + [.run]
        case "pool.driver", "root.layers.shared", "root.copy-on-write", "root.write-from-host": return pool
        case "volume.filesystem": return [.folder]
        case "coexistence.process.on-host", "coexistence.file.on-host", "coexistence.root-file.on-host": return ids
        case "coexistence.docker-in-lxd": return [.kernel]
        case "network.bridge", "network.address", "network.gateway": return [.network, .run]
        case _ where isOfTheNetwork: return [.network]
        default: return []
        }
    }

    private var dependencesByHand: [Dependence] {
        switch id {
        case "cgroup.version": [.cgroups]
        case "cgroup.path": [.run]
        case "cgroup.controllers": [.cgroups, .kernel]
        case "root.layers": [.image]
        case "volume.filesystem": [.folder]
        default: []
        }
    }

    private var isOfTheNetwork: Bool { id.hasPrefix("network.") || id.hasPrefix("connect.") }
}
