/// The common start of both stand-in images: BusyBox, its commands as links, the usual folders, and `/etc`.
enum StandInRoot {
    /// The programs: the host's static BusyBox.
    static func busyBox() throws -> FileTree {
        var tree = FileTree()
        let busyBox = try HostPrograms.staticBusyBox()
        for command in try HostPrograms.commands(ofBusyBox: busyBox) {
            tree.add(.link(to: "/bin/busybox"), at: command)
        }
        tree.add(.file(copyOf: busyBox), at: "bin/busybox")
        return tree
    }

    /// The tree, made from programs and `Fixtures/images/common`.
    static func tree(of programs: FileTree) throws -> FileTree {
        var tree = programs
        for folder in folders { tree.add(.folder, at: folder) }
        tree.add(.folder, at: "root", mode: 0o700)
        for folder in ["tmp", "var/tmp"] { tree.add(.folder, at: folder, mode: 0o1777) }

        try tree.addFixtures("images/common")
        let shadow = Fixtures.path("images/common/etc/shadow")
        tree.add(.file(copyOf: shadow), at: "etc/shadow", mode: 0o640, owner: "0:42")
        return tree
    }

    private static let folders = [
        "dev", "home", "lib", "media", "mnt", "opt", "proc", "run", "srv", "sys", "usr/lib", "usr/local/bin",
        "usr/local/sbin", "usr/share", "var/cache", "var/lib", "var/log", "var/mail", "var/spool",
    ]
}
