internal import Foundation

/// Containers put together by hand: a ``Recipe`` is run line by line.
///
/// There is no daemon: a container is its processes, mounts, cgroups and link, with a folder that names them. One
/// container at a time is made or removed on a machine (see ``Turn``), because runs must not choose the same subnet. A
/// run's containers share a bridge.
package struct KernelEngine: EngineDriver {
    /// The driver.
    package init() {}

    /// Runs the container's recipe, with `sh -e`.
    package func launch(_ launch: Launch) throws -> Container {
        try Turn.kernel.take {
            let basis = try basis(for: launch)
            guard basis.layers > 0 else {
                throw LabFailure(
                    "the layers \(basis.image) are not there any more", "las capas \(basis.image) ya no están")
            }
            let recipe = Recipe(basis)
            return try run(recipe, script: recipe.script(\.english), owner: launch.owner)
        }
    }

    /// Runs a recipe's script, as it is or changed, after noting its owner and how to undo it.
    package func run(_ recipe: Recipe, script: String, owner: String) throws -> Container {
        let file = try prepare(recipe.name, script: script, undo: recipe.tearDown, owner: owner)
        try Command("sh", ["-ex", file]).run().orThrow()
        return try container(named: recipe.name)
    }

    /// Makes a container's folder in one step, so that it never lacks its owner; returns the script's path.
    package func prepare(_ name: String, script: String, undo: String, owner: String) throws -> String {
        let (box, draft) = (Recipe.box(of: name), "\(Recipe.folder)/lab-\(Owner.current)-\(name)")
        try FileManager.default.createDirectory(atPath: draft, withIntermediateDirectories: true)
        for (name, text) in [("undo", undo), ("owner", owner), ("recipe", script)] {
            try TextFile.create(text, at: "\(draft)/\(name)")
        }
        guard rename(draft, box) == 0 else {
            throw LabFailure(
                "cannot move \(draft) to \(box): errno \(errno)", "no se puede mover \(draft) a \(box): errno \(errno)")
        }
        return box + "/recipe"
    }

    /// The basis of a launch's recipe.
    func basis(for launch: Launch, scenario: String? = nil) throws -> RecipeBasis {
        let options = try KernelOptions(launch.options)
        let (folders, isUnified) = try Self.hierarchies()
        let network = options.hasNetwork ? try KernelNetwork.plan(bridge: KernelNetwork.bridge(of: launch.owner)) : nil
        return RecipeBasis(
            name: launch.name, scenario: scenario ?? (["kernel"] + launch.options).joined(separator: " "),
            options: options, image: launch.image.reference,
            layers: (try? KernelImage.layers(of: launch.image).count) ?? 0, sharedFolder: launch.sharedFolder,
            hierarchies: folders, isUnified: isUnified, network: network)
    }

    /// The hierarchies in which cgroups are made: v1's freezer and pids, or the unified one.
    static func hierarchies() throws -> (folders: [String: String], isUnified: Bool) {
        let hierarchies = try CgroupHierarchies.current().hierarchies
        if hierarchies.version == .v2 { return (["unified": hierarchies.unifiedMountPoint ?? "/sys/fs/cgroup"], true) }
        let found = ["freezer", "pids"].compactMap { name in hierarchies.mountPoint(of: name).map { (name, $0) } }
        return (Dictionary(uniqueKeysWithValues: found.count == 2 ? found : []), false)
    }

    /// The running container of that name, whoever made it; throws a ``ContainerEnded`` if there is none.
    package func container(named name: String) throws -> Container {
        let words = try? TextFile.read(Recipe.box(of: name) + "/pid").text.split(whereSeparator: \.isWhitespace)
        guard let words, words.count == 2, let pid = Int32(words[0]), let startTime = UInt64(words[1]),
            ProcessIdentity(pid: pid, startTime: startTime).isAlive
        else {
            throw ContainerEnded(
                container: name, seen: Sentence("its first process is not there", "su primer proceso no está"),
                hint: Sentence("Put it together once more: lab recipe.", "Vuelva a hacerlo: lab recipe."))
        }
        return Container(engine: .kernel, name: name, id: name, pid: pid)
    }

    /// `sh …/enter …`, which joins the cgroup, the namespaces and the root.
    package func exec(
        in name: String, _ arguments: [String], user: String?, interactive: Bool, terminal: Bool, deadline: Duration
    ) -> Command {
        let ids = (user ?? "").split(separator: ":").map(String.init)
        let options = zip(["--setuid", "--setgid"], ids).flatMap { [$0, $1] }
        return Command("sh", [Recipe.box(of: name) + "/enter"] + options + ["--"] + arguments, deadline: deadline)
    }

    /// The same, to its end.
    package func run(in name: String, _ arguments: [String], user: String?) throws -> Outcome {
        try exec(in: name, arguments, user: user, interactive: false, terminal: false, deadline: .seconds(60)).run()
    }

    /// The same, in the background.
    package func runInBackground(in name: String, _ script: String) throws -> Outcome {
        try run(in: name, ["sh", "-c", "(\(script)) </dev/null >/dev/null 2>&1 &"], user: nil)
    }

    /// Writes to the freezer's file, because there is no daemon to do it.
    package func pause(_ name: String) throws -> Outcome {
        try write(to: "freezer", of: name) { $0.isUnified ? ("cgroup.freeze", "1") : ("freezer.state", "FROZEN") }
    }

    /// Writes to the freezer's file.
    package func unpause(_ name: String) throws -> Outcome {
        try write(to: "freezer", of: name) { $0.isUnified ? ("cgroup.freeze", "0") : ("freezer.state", "THAWED") }
    }

    /// Writes to the file of the pids controller.
    package func limitProcesses(of name: String, to limit: Int) throws -> Outcome {
        try write(to: "pids", of: name) { _ in ("pids.max", "\(limit)") }
    }

    private func write(
        to controller: String, of name: String, _ what: (RecipeBasis) -> (file: String, word: String)
    ) throws -> Outcome {
        let launch = Launch(
            name: name, image: Image(reference: "", isStandIn: true), options: ["--without=network"], keptOnExit: true,
            withoutTerminal: true, sharedFolder: "", folderOptions: [], owner: "")
        let basis = try basis(for: launch)
        guard let folder = (basis.cgroups.first { [controller, "unified"].contains($0.controller) })?.folder else {
            throw LabFailure(
                "there is no cgroup of the controller \(controller) here",
                "no hay aquí un grupo de control del controlador \(controller)")
        }
        let (file, word) = what(basis)
        return try Command("sh", ["-c", "echo \(word) >\(folder)/\(file)"]).run()
    }

    /// The container's folder, if it is there.
    package func list(_ name: String) throws -> Outcome {
        try Command("sh", ["-c", #"[ ! -d "$0" ] || basename "$0""#, Recipe.box(of: name)]).run()
    }

    /// Undoes the recipe; tries again while something is still in use.
    package func remove(_ name: String) throws {
        let box = Recipe.box(of: name)
        try Turn.kernel.take {
            try waitFor(
                Sentence("the container \(name) to be gone", "que desaparezca el contenedor \(name)"),
                within: .seconds(20)
            ) {
                guard TextFile.exists(box) else { return .met(()) }
                if !TextFile.exists(box + "/pid") { Self.endUnnoted(box) }
                let undone = try Command("sh", [box + "/undo"]).run()
                return TextFile.exists(box) ? .notYet(.same(undone.errorText)) : .met(())
            }
        }
    }

    /// Kills a first process whose PID the recipe had no time to note: its standard input is the folder's pipe.
    private static func endUnnoted(_ box: String) {
        for name in (try? TextFile.names(in: "/proc")) ?? [] {
            guard let pid = Int32(name), (try? TextFile.link("/proc/\(pid)/fd/0").text) == box + "/in" else {
                continue
            }
            kill(pid, SIGKILL)
        }
    }

    /// The containers that runs of the harness have made; a person's own carry no owner.
    package func labelled() throws -> [Labelled] {
        let names = try TextFile.namesIfThere(in: Recipe.folder)
        return names.compactMap { name in
            (try? TextFile.read(Recipe.box(of: name) + "/owner").text.trimmed).map { Labelled(name: name, owner: $0) }
        }
    }
}
