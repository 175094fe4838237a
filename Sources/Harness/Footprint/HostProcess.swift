/// A process of the host that may belong to a run or an engine.
struct HostProcess {
    let startTime: UInt64
    let command: String
    let networkNamespace: String?
    let pid: Int32
    /// The engine's program that it runs; nil if it runs none.
    let program: String?
    private let words: [String]
    private let cgroups: String
    private let mark: Owner?

    /// Nil for a thread of the kernel, and for a process that has ended.
    package init?(_ pid: Int32) {
        guard let stat = try? ProcessStat.of(process: "\(pid)").stat, !stat.hasEnded,
            let words = try? TextFile.read("/proc/\(pid)/cmdline").text.split(separator: "\0").map(String.init),
            !words.isEmpty
        else { return nil }
        self.words = words
        self.pid = pid
        program = OwnProcesses.engineProgram(of: pid)
        startTime = stat.startTime
        command = words.joined(separator: " ").quotedForReaders
        cgroups = (try? TextFile.read("/proc/\(pid)/cgroup").text) ?? ""
        networkNamespace = try? NamespaceLink.of(.net, process: "\(pid)").file.text
        mark = Owner.mark(of: pid)
    }

    /// The folder of lxcfs's files, if we see that mount: the operand of its command line (lxcfs(1)).
    var mountPoint: String? {
        func mounts(_ process: String) -> String? { try? NamespaceLink.of(.mnt, process: process).file.text }
        guard program == "lxcfs", mounts("\(pid)") == mounts("self") else { return nil }
        return words.last { $0.hasPrefix("/") }
    }

    /// Notes the container that it holds for a daemon of a run's own, as in an enclosure, or for one that is not asked.
    func noteHeld(_ register: inout Register) {
        guard program != nil else { return }
        if let mark { return register.note(heldBy: words, .run(mark)) }
        if holdsForOthers { register.note(heldBy: words, .other(program ?? "")) }
    }

    /// Whether it is a shim or a monitor of a daemon that is not asked here, by its socket or folder.
    ///
    /// The path is another one, or it leads to another file than here.
    var holdsForOthers: Bool {
        let place: String
        if let title = words.first?.after("[lxc monitor] ") {
            place = String(title.prefix { $0 != " " })
            guard
                LXDFamily.allCases.contains(where: { place == Endpoint.ownFolder(of: $0) + "/containers" })
                    || LXDFamily.allCases.contains(where: { family in
                        family.sockets.contains { place == $0.replacing("unix.socket", with: "containers") }
                    })
            else { return true }
        } else if let option = words.firstIndex(of: "-address"), option + 1 < words.count {
            place = words[option + 1]
            let space = words.firstIndex(of: "-namespace").flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
            guard space == "moby", Self.containerdSockets.contains(place) else { return true }
        } else {
            return false
        }
        let (theirs, ours) = (try? FileStatus.of("/proc/\(pid)/root\(place)"), try? FileStatus.of(place))
        return theirs?.inode != ours?.inode || theirs?.device != ours?.device
    }

    private static let containerdSockets =
        ["/run/containerd", "/run/docker/containerd", "/var/run/docker/containerd"]
        .map { $0 + "/containerd.sock" } + [Endpoint.runtime + "/docker/containerd/containerd.sock"]

    /// The engine, if it is a daemon, neither ours nor a run's, with a network namespace in common with us.
    func neighbour(_ network: String) -> Engine? {
        guard mark == nil, !isPrivate, networkNamespace ?? network == network else { return nil }
        return program.flatMap { Neighbours.engines[$0] }
    }

    /// Whether private daemons started it, as a variable in its environment shows.
    private var isPrivate: Bool { OwnProcesses.isOfASetUp(pid) }

    /// Its claimant; nil if it belongs neither to an engine nor to a run.
    func claimant(_ register: Register) -> Footprint.Claimant? {
        if let mark { return .run(mark) }
        // A process in a container's cgroup belongs to the container, independently of its name.
        let paths = cgroups.split(separator: "\n").compactMap { $0.split(separator: ":", maxSplits: 2).last }
        for path in paths where path != "/" {
            if let claimant = register.claimant(of: String(path)) { return claimant }
            if path.split(separator: "/").contains(where: { EngineCgroups.isEngines(String($0)) }) { return .nobody }
        }
        guard let program else { return nil }
        if let claimant = register.claimant(of: command) { return claimant }
        return ["containerd-shim", "containerd-shim-runc-v2", "[lxc monitor]"].contains(program)
            ? .nobody : .other(program)
    }

    /// Whether it is one of many inside of somebody else's container, which is listed itself.
    func isInsideOfOthers(_ whose: Footprint.Claimant) -> Bool {
        if case .other = whose { program == nil } else { false }
    }
}
