/// One namespace of a container, compared with the harness's own, which is the host's.
struct NamespaceTrial {
    /// The kernel's links as a witness.
    let links: Witness
    /// Whether the links differ.
    let isPrivate: Bool
    /// The path of the container's namespace.
    let path: String
    private let kind: NamespaceKind

    /// Reads both links; throws ``Lacking`` if the kernel has no such namespaces.
    static func read(_ kind: NamespaceKind, of container: Container) throws -> NamespaceTrial {
        try NamespaceTrial(kind, of: container)
    }

    private init(_ kind: NamespaceKind, of container: Container) throws {
        let own: (link: NamespaceLink, file: TextFile)
        do { own = try NamespaceLink.of(kind, process: "self") } catch let error as PathError
            where error.isMissing
        {
            throw Lacking(
                "kernel", "This kernel has no \(kind.rawValue) namespaces: a newer one is needed.",
                "Este núcleo no tiene espacios de nombres \(kind.rawValue): hace falta uno más nuevo.")
        }
        let theirs = try NamespaceLink.of(kind, process: "\(container.pid)")
        self.kind = kind
        isPrivate = own.link != theirs.link
        if isPrivate { try container.requireOtherThanDaemons(kind) }
        path = theirs.file.path
        links = Witness(
            .same("/proc/PID/ns/\(kind.rawValue)"), says: isPrivate ? "private" : "shared",
            [.file(own.file), .file(theirs.file)])
    }

    /// The command that runs one of the host's programs in the container's namespace of this kind.
    func enter(_ arguments: [String]) -> Command {
        Command("nsenter", ["--\(kind.rawValue)=\(path)"] + arguments)
    }
}
