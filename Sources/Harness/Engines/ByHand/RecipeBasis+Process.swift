/// The steps that start the container's first process and bring it to its place.
extension RecipeBasis {
    private static let path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

    /// The first process, in its namespaces, in its cgroup, with its users and its link; then it gets its first word.
    func process() -> [Recipe.Step] {
        [first()] + join() + (options.map.map { [users($0)] } ?? []) + apart() + link()
    }

    /// The options with which the first process takes its view of the cgroups, and becomes its own root.
    private var words: String {
        (options.own.contains(.cgroup) ? " --cgroup" : "") + (options.map == nil ? "" : " --setgid 0 --setuid 0")
    }

    private func first() -> Recipe.Step {
        let kinds = options.own.filter { $0 != .cgroup }
        let flags =
            kinds.map { " --" + $0.option }.joined() + (kinds.contains { $0 == .pid || $0 == .time } ? " --fork" : "")
        let more = (options.map == nil ? "" : " --keep-caps") + (kinds.contains(.time) ? " --boottime 86400" : "")
        let root = "\(Recipe.box(of: name))/root"
        let last = options.own.contains(.mnt) ? "cd /; exec sh" : "exec chroot \(root) sh"
        let wait = "read -r word; "
        let script = words.isEmpty ? wait + last : wait + "exec unshare\(words) sh -c \"echo apart; \(wait)\(last)\""
        return Recipe.Step(
            "first",
            """
            The first process, in namespaces of its own: \(kinds.map(\.rawValue).joined(separator: ", ")). It is a shell \
            that tells its PID, as the host counts, and waits for a word.
            """,
            """
            El primer proceso, en espacios de nombres propios: \(kinds.map(\.rawValue).joined(separator: ", ")). Es un \
            shell que dice su PID, visto desde el anfitrión, y espera una palabra.
            """,
            [
                "env -i \(Self.path) setsid unshare\(flags)\(more) sh -c "
                    + "'read -r me rest </proc/self/stat; echo $me; \(script)' <>\"$box/in\" 1<>\"$box/out\" 2>&1 &",
                "read -r pid <\"$box/out\"",
                "started=$(cut -d' ' -f22 /proc/$pid/stat)",
                "echo $pid $started >\"$box/pid\"",
            ])
    }

    private func users(_ map: KernelOptions.IDRange) -> Recipe.Step {
        Recipe.Step(
            "users", "Users of its own: its root is the host's \(map.first), and so on (user namespace).",
            "Usuarios propios: su root es el \(map.first) del anfitrión, y así sucesivamente (user namespace).",
            ["uid_map", "gid_map"].map { "echo 0 \(map.first) \(map.count) >/proc/$pid/\($0)" })
    }

    private func apart() -> [Recipe.Step] {
        if words.isEmpty { return [] }
        let (english, spanish) =
            options.own.contains(.cgroup)
            ? (
                "A word for it: from now on it takes its cgroup for the root of all (cgroup namespace).",
                "Una palabra: desde ahora toma su grupo de control por la raíz de todos (cgroup namespace)."
            ) : ("A word for it: it becomes its own root.", "Una palabra: se convierte en su propio root.")
        return [Recipe.Step("apart", english, spanish, ["echo go >\"$box/in\"", "read -r apart <\"$box/out\""])]
    }
}
