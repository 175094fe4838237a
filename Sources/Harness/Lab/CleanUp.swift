internal import Foundation

/// Takes away what a tear-down keeps for the next time: data of the private daemons, images, LXD's initialisation.
public enum CleanUp {
    /// Tears down, then removes all that is ours and nothing else; says in one line each what was done.
    public static func run(progress: (String) -> Void) throws {
        try TearDown.run(progress: progress)
        if Engine.docker.ask().isThere {
            let used = try DockerImage.removeOwn()
            for image in used { progress("docker: the image \(image) stays, for a container uses it") }
        }
        if Engine.lxd.ask().isThere {
            try LXDImage.removeOwn()
            try undoInitialisation(progress)
        }
        for (name, owner) in try KernelEngine().labelled() where Owner(parsing: owner)?.isAlive != true {
            try KernelEngine().remove(name)
        }
        try removeFolder(progress)
    }

    /// Removes the folder of the private daemons, all but the note on an initialisation that could not be undone.
    private static func removeFolder(_ progress: (String) -> Void) throws {
        guard let names = try? KernelFile.names(in: Endpoint.state) else { return }
        guard geteuid() == 0 else { throw LabFailure("\(Endpoint.state) is root's: run ./ci.sh clean as root") }
        let isIdle = ((try? KernelFile.names(in: Recipe.folder)) ?? []).isEmpty
        let paths = names.map { Endpoint.state + "/" + $0 }.filter { path in
            // What is put together by hand has mounts, and is undone by hand.
            path != LXDInitialisation.path && (isIdle || ![Recipe.folder, KernelImage.folder].contains(path))
        }
        let arguments = ["--recursive", "--force", "--one-file-system", "--"] + paths
        try Command("rm", arguments, deadline: .seconds(120)).run().orThrow()
        rmdir(Endpoint.state)
        progress("clean: removed the data in \(Endpoint.state)")
    }

    /// Undoes what we made in the machine's own LXD, where nobody has put anything into it.
    private static func undoInitialisation(_ progress: (String) -> Void) throws {
        guard let made = LXDInitialisation.remembered() else { return }
        let instances = try EngineCommand.lxc(["list", "--all-projects", "--format", "csv", "--columns", "n"]).run()
            .orThrow().lines
        guard instances.isEmpty else {
            let names = instances.joined(separator: ", ")
            return progress("lxd: its pool and bridge stay, for there are containers: \(names)")
        }
        try made.undo()
        try FileManager.default.removeItem(atPath: LXDInitialisation.path)
        progress("lxd: took back its initialisation (pool \(made.pool), bridge \(made.bridge))")
    }
}
