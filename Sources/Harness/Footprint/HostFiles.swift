/// The contents of the folders in which runs put things.
struct HostFiles {
    /// The names in the folders of everybody's temporary files, of shared folders, and of the private daemons.
    let folders: [String: [String]]

    package static func read() throws -> HostFiles { try HostFiles() }

    private init() throws {
        let all = Set(["/tmp", "/var/tmp", TemporaryFolder.base, SharedFolder.base] + Self.own)
        folders = Dictionary(uniqueKeysWithValues: try all.map { ($0, try TextFile.namesIfThere(in: $0)) })
    }

    private static let own = [Endpoint.runtime, Endpoint.state, Recipe.folder, KernelImage.folder]

    /// The containers put together by hand, each a folder that names its owner.
    func boxes(_ register: inout Register) -> [Footprint.Thing] {
        (folders[Recipe.folder] ?? []).filter { Owner(inName: $0) == nil }.map { name in
            let label = try? TextFile.read(Recipe.box(of: name) + "/owner").text.trimmed
            let whose = register.claimant(label: label, otherwise: .other("kernel " + name))
            for word in [name, KernelNetwork.bridge(of: name)] { register.note(word, whose) }
            let isRunning = (try? KernelEngine().container(named: name)) != nil
            return Footprint.Thing(.container, "kernel " + name, isRunning ? "running" : "", of: whose)
        }
    }

    /// The contents of the folders, by their paths.
    func things(_ register: Register) -> [Footprint.Thing] {
        folders.flatMap { folder, names in
            names.map { name in
                let path = folder + "/" + name
                let whose = register.claimant(of: Self.own.contains(folder) ? path : name) ?? .other("")
                return Footprint.Thing(.file, path, of: whose == .harness && Self.isKept(path) ? .kept : whose)
            }
        }
    }

    /// Whether it stays for the next run: data, logs, unpacked layers and programs, locks.
    private static func isKept(_ path: String) -> Bool {
        if path.hasPrefix(KernelImage.folder + "/") { return true }
        return (path.hasPrefix(Endpoint.state + "/") && !path.hasPrefix(Recipe.folder + "/"))
            || path.hasSuffix(".lock")
    }
}
