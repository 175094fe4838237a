/// What lies in the folders where runs put things.
enum HostFiles {
    /// The folders for everybody's temporary files, the shared folders', and the private daemons'.
    static let folders = Set(["/tmp", "/var/tmp", TemporaryFolder.base, SharedFolder.base]).sorted() + own
    private static let own = [Endpoint.runtime, Endpoint.state, Recipe.folder, KernelImage.folder]

    /// The names in a folder; none where it is not there.
    static func names(in folder: String) -> [String] { (try? KernelFile.names(in: folder)) ?? [] }

    /// The containers put together by hand, each a folder that names its owner.
    static func boxes(_ register: inout Register) -> [Footprint.Thing] {
        names(in: Recipe.folder).filter { Owner(inName: $0) == nil }.map { name in
            let label = try? KernelFile.read(Recipe.box(of: name) + "/owner").text.trimmed
            let whose = register.claimant(label: label, otherwise: .other("kernel " + name))
            for word in [name, KernelNetwork.bridge(of: name)] { register.note(word, whose) }
            let isRunning = (try? KernelEngine().container(named: name)) != nil
            return Footprint.Thing(.container, "kernel " + name, isRunning ? "running" : "", of: whose)
        }
    }

    /// What is in the folders, by their paths.
    static func look(_ register: Register) -> [Footprint.Thing] {
        folders.flatMap { folder in
            names(in: folder).map { name in
                let path = folder + "/" + name
                let whose = register.claimant(of: own.contains(folder) ? path : name) ?? .other("")
                return Footprint.Thing(.file, path, of: whose == .harness && isKept(path) ? .kept : whose)
            }
        }
    }

    /// Whether it is there for the next run as well: data, logs, unpacked layers and programs, the settings of `lxc`.
    private static func isKept(_ path: String) -> Bool {
        if path.hasPrefix(KernelImage.folder + "/") { return true }
        return (path.hasPrefix(Endpoint.state + "/") && !path.hasPrefix(Recipe.folder + "/"))
            || path.contains("/container-anatomy-lxc-")
    }
}
