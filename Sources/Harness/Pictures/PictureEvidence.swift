/// The parts of the evidence that pictures show beside the value; nil or nothing if they are not there.
extension DrawnFact {
    /// The contents of the files whose names end so, in order.
    func files(_ ending: String) -> [String] {
        evidence.compactMap { if case .file(let file) = $0, file.path.hasSuffix(ending) { file.text } else { nil } }
    }

    /// The output of a program that was called with these words last, and succeeded.
    func output(_ words: [String]) -> [UInt8]? {
        evidence.lazy.compactMap { piece in
            guard case .command(let outcome) = piece, outcome.succeeded,
                outcome.command.arguments.suffix(words.count) == words[...]
            else { return nil }
            return outcome.output
        }.first
    }

    /// The number of processes that the container came to when it forked.
    var reached: String? {
        evidence.lazy.compactMap { piece -> String? in
            guard case .seen(let seen) = piece, let mark = seen.english.firstRange(of: "which makes ") else {
                return nil
            }
            return UInt64(digits: String(seen.english[mark.upperBound...])).map { "\($0)" }
        }.first
    }

    /// The numbers of the namespaces that were compared: the host's or the first container's, then the other's.
    var inodes: [String] {
        let links = fact.id.split(separator: ".").dropFirst().first.map { files("/ns/\($0)") } ?? []
        return links.compactMap { try? NamespaceLink(parsing: $0.trimmed).inode.description }
    }

    /// The places of the container's process in all hierarchies.
    var membership: CgroupMembership? {
        files("/cgroup").lazy.compactMap { try? CgroupMembership(parsing: $0) }.first
    }

    /// The overlay mounted as the root, whose folders are not looked for on this machine.
    var overlay: OverlayLayers? {
        files("/mountinfo").lazy.compactMap { text in
            try? OverlayLayers(MountEntry(parsing: text.trimmed), exists: { _ in false })
        }.first
    }

    /// The container's interface on the link, with its addresses.
    var link: Link? {
        guard let output = output(["ip", "-json", "-details", "addr"]), let links = try? Link.list(parsing: output)
        else { return nil }
        return links.first { $0.name != "lo" }
    }

    /// The gateway of the container's default route.
    var gateway: String? {
        guard let output = output(["ip", "-json", "route"]), let routes = try? Route.list(parsing: output) else {
            return nil
        }
        return routes.first(where: \.isDefault)?.gateway
    }
}
