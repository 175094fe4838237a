/// The steps that give the container's first process its name, mounts and root, and let others join it.
extension RecipeBasis {
    /// The steps for the surroundings of the first process.
    func place() -> [Recipe.Step] {
        hostName() + [mounts()] + pivot() + [start(), door()]
    }

    private func hostName() -> [Recipe.Step] {
        guard options.own.contains(.uts) else { return [] }
        return [
            Recipe.Step(
                "hostname", "A host name of its own.", "Un nombre de máquina propio.",
                ["\(enter(.uts))sh -c 'echo \(name) >/proc/sys/kernel/hostname'"])
        ]
    }

    private func mounts() -> Recipe.Step {
        let isShared = options.shared.contains(.mnt)
        let places = ["", "/proc", "/sys", "/data"]
        return Recipe.Step(
            "mounts", "Its mounts: the root, the kernel's views of its processes and devices, and the shared folder.",
            "Sus montajes: la raíz, las vistas que da el núcleo de sus procesos y dispositivos, y la carpeta compartida.",
            [
                "\(enter(.mnt))mount --bind \"$box/root\" \"$box/root\"",
                "\(enter(.mnt, .pid))mount -t proc proc \"$box/root/proc\"",
                "\(enter(.mnt, .net))mount -t sysfs -o ro sysfs \"$box/root/sys\"",
                "\(enter(.mnt))mount --bind \"$data\" \"$box/root/data\"",
            ],
            // The container's own mounts vanish with their namespace.
            undo: isShared ? places.reversed().map { "umount \"$box/root\($0)\"" } : [])
    }

    private func pivot() -> [Recipe.Step] {
        guard options.own.contains(.mnt) else { return [] }
        return [
            Recipe.Step(
                "pivot", "That root becomes the only one: the host's is put aside, and taken away.",
                "Esa raíz pasa a ser la única: la del anfitrión se aparta y se quita.",
                ["\(enter(.mnt, .pid))sh -c \"cd $box/root && pivot_root . mnt && umount -l /mnt\""])
        ]
    }

    private func start() -> Recipe.Step {
        let (english, spanish) =
            options.own.contains(.mnt)
            ? (
                "The last word: the first process becomes the container's own shell, and answers.",
                "La última palabra: el primer proceso se convierte en el shell del propio contenedor, y responde."
            )
            : (
                "The last word: the first process becomes the container's own shell, confined with chroot for it shares the mounts.",
                "La última palabra: el primer proceso se convierte en el shell del propio contenedor, recluido con chroot, pues comparte los montajes."
            )
        return Recipe.Step(
            "start", english, spanish,
            [
                "echo go >\"$box/in\"", "echo 'echo ready' >\"$box/in\"",
                "read -r ready <\"$box/out\"", "[ \"$ready\" = ready ]",
            ],
            undo: killing())
    }

    /// The script that is for this container what `docker exec` is for Docker's.
    private func door() -> Recipe.Step {
        let kinds = options.own.map { " --" + $0.option }.joined()
        let procs = cgroups.map { "echo \\$\\$ >\($0.folder)/cgroup.procs\n" }.joined()
        return Recipe.Step(
            "enter",
            """
            A door: a script that runs a program in the cgroup, the namespaces and the root of the first process. Try: \
            sh "$box/enter" ps
            """,
            """
            Una puerta: un guion que ejecuta un programa en el grupo de control, los espacios de nombres y la raíz del \
            primer proceso. Prueba: sh "$box/enter" ps
            """,
            [
                """
                cat >"$box/enter" <<END
                \(procs)exec env -i \(Self.plainPath) HOME=/root nsenter --target $pid\(kinds) --root --wd "\\$@"
                END
                """
            ])
    }

    private static let plainPath = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
}
