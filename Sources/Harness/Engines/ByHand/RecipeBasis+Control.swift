/// The steps that make the container's cgroups.
extension RecipeBasis {
    /// The cgroups, and the limit.
    func control() -> [Recipe.Step] {
        guard !cgroups.isEmpty else { return [] }
        var lines = cgroups.map { "mkdir \($0.folder)" }
        if isUnified, let root = hierarchies.values.first {
            lines.insert("echo +pids >\(root)/cgroup.subtree_control", at: 0)
        }
        var steps = [
            Recipe.Step(
                "cgroup", "A cgroup: with its files the processes in it are counted, limited and frozen.",
                "Un grupo de control: con sus ficheros se cuentan, limitan y congelan los procesos que contiene.",
                lines,
                undo: cgroups.map { "rmdir \($0.folder)" })
        ]
        if let limit = options.pidsLimit, let folder = cgroups.last?.folder {
            steps.append(
                Recipe.Step(
                    "limit", "At most \(limit) processes.", "Como mucho \(limit) procesos.",
                    ["echo \(limit) >\(folder)/pids.max"]))
        }
        return steps
    }

    /// The first process moves into the cgroups.
    func join() -> [Recipe.Step] {
        if cgroups.isEmpty { return [] }
        return [
            Recipe.Step(
                "join", "The first process goes into the cgroup, and with it all that descend from it.",
                "El primer proceso entra en el grupo de control, y con él todos sus descendientes.",
                cgroups.map { "echo $pid >\($0.folder)/cgroup.procs" })
        ]
    }

    /// The lines that end the container's processes: a process frozen by cgroup v1 dies only once it is thawed.
    func killing() -> [String] {
        let thaw = cgroups.first.map { freezer in
            isUnified ? "echo 0 >\(freezer.folder)/cgroup.freeze" : "echo THAWED >\(freezer.folder)/freezer.state"
        }
        let others = cgroups.last.map { "kill -KILL $(cat \($0.folder)/cgroup.procs)" }
        let first = "[ \"$(cut -d' ' -f22 /proc/$pid/stat)\" = \"$started\" ] && kill -KILL $pid"
        return [thaw, first, others].compactMap(\.self)
    }
}
