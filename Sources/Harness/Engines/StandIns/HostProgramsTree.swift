/// Programs of the host with their shared libraries, for an image on a host without a static BusyBox.
enum HostProgramsTree {
    /// The programs for the probes, and for a person inside.
    private static let names = [
        "sh", "cat", "chmod", "cut", "env", "grep", "head", "hostname", "id", "ip", "kill", "ls", "mkdir", "mount",
        "nc",
        "ps", "rm", "sleep", "stat", "tail", "touch", "true", "umount", "uname",
    ]

    /// The tree: a BusyBox with its libraries, if there is one, or the host's own shell and a few programs.
    static func tree() throws -> FileTree {
        var tree = FileTree()
        if let busyBox = ProgramPath.path(of: "busybox") {
            for command in try HostPrograms.commands(ofBusyBox: busyBox) {
                tree.add(.link(to: "/bin/busybox"), at: command)
            }
            try tree.addProgram(busyBox, at: "bin/busybox")
        } else {
            try addPrograms(to: &tree)
        }
        return tree
    }

    /// Adds the programs one by one; a missing program is left out, and so are the probes that need it.
    static func addPrograms(to tree: inout FileTree) throws {
        for name in names {
            guard let path = ProgramPath.path(of: name) else { continue }
            try tree.addProgram(path, at: "bin/" + name)
        }
        let script =
            "#!/bin/sh\n# usleep MICROSECONDS, which only BusyBox has\nexec sleep \"$(printf '0.%06d' \"$1\")\"\n"
        tree.add(.text(script), at: "bin/usleep")
    }
}
