internal import Foundation

/// The removal of everything that a tear-down keeps: data of the private daemons, images, LXD's initialisation.
package enum CleanUp {
    /// Tears down, then removes everything of ours and nothing else; reports each action in one line.
    package static func run(progress: (String) -> Void) throws {
        try TearDown.run(progress: progress)
        if let pid = OwnProcesses.users().first { throw ForeignSetUp(inUseBy: pid) }
        if Engine.docker.ask().isThere {
            let used = try DockerImage.removeOwn()
            for image in used { progress("docker: the image \(image) stays, because a container uses it") }
        }
        if Engine.lxd.ask().isThere {
            try LXDImage.removeOwn()
        }
        for family in LXDFamily.allCases {
            do { try undoInitialisation(family, progress) } catch {
                progress("\(family.rawValue): its initialisation is not taken back: \(error.sentence)")
            }
        }
        for box in try KernelEngine().labelled() where Owner(parsing: box.owner)?.isAlive != true {
            try KernelEngine().remove(box.name)
        }
        try removeFolder(progress)
    }

    /// Removes the folder of the private daemons, except the records of initialisations that could not be undone.
    private static func removeFolder(_ progress: (String) -> Void) throws {
        guard let names = try? TextFile.names(in: Endpoint.state) else { return }
        guard geteuid() == 0 else {
            throw LabFailure(english: "\(Endpoint.state) is root's: run ./ci.sh clean as root")
        }
        let isIdle = ((try? TextFile.names(in: Recipe.folder)) ?? []).isEmpty
        let paths = names.map { Endpoint.state + "/" + $0 }.filter { path in
            // A container made by hand has mounts, and is removed by hand.
            !LXDInitialisation.paths.contains(path) && (isIdle || ![Recipe.folder, KernelImage.folder].contains(path))
        }
        let arguments = ["--recursive", "--force", "--one-file-system", "--"] + paths
        try Command("rm", arguments, deadline: .seconds(120)).run().orThrow()
        rmdir(Endpoint.state)
        progress("clean: removed the data in \(Endpoint.state)")
    }

    /// Undoes our initialisation of the machine's own LXD or Incus, if it is unchanged and unused.
    private static func undoInitialisation(_ family: LXDFamily, _ progress: (String) -> Void) throws {
        guard !Endpoint.isOwn(.lxd), let initialisation = try LXDInitialisation.remembered(family) else { return }
        let name = family.rawValue
        if family != .current { try LXDImage.removeOwn(of: family) }
        if let reason = try initialisation.undo() {
            return progress("\(name): its initialisation is not taken back: \(reason)")
        }
        unlink(LXDInitialisation.path(family))
        let bridge = initialisation.bridge.map { ", bridge \($0)" } ?? ""
        progress("\(name): took back its initialisation (pool \(initialisation.pool)\(bridge))")
    }
}
