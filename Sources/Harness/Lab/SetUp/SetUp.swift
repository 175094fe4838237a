internal import Foundation

/// Makes the machine ready: programs, daemons, LXD's first initialisation, images.
package enum SetUp {
    /// Makes the engines ready and reports each action in one line; returns the failures.
    ///
    /// An engine that answers is used as it is. For an owner (a PID) the private daemons end with the owner's
    /// tear-down, unless another living run uses them too; without an owner they stay. `beforeStart` finds the machine
    /// in its state after the tear-down: with the installed programs, which stay, and everything that a service
    /// manager started with them.
    package static func run(
        _ engines: [Engine], owner: Int32? = nil, beforeStart: () throws -> Void = {}, progress: (String) -> Void
    ) throws -> [any Error] {
        try Turn.machine.take {
            let owner = owner.flatMap(SetUpRecord.User.init)
            if geteuid() == 0 { try clearAway(for: owner, progress) }
            let installed = Result { try install(for: engines, progress) }
            // Services that start when their socket is first used are awake from here on.
            for engine in engines { _ = engine.ask() }
            try beforeStart()
            try installed.get()
            return engines.compactMap { engine in
                do {
                    try makeReady(engine, for: owner, progress)
                    return nil
                } catch {
                    return error
                }
            }
        }
    }

    private static func install(for engines: [Engine], _ progress: (String) -> Void) throws {
        let answers = Dictionary(uniqueKeysWithValues: Engine.allCases.map { ($0, $0.ask().isThere) })
        func isSettled(_ engine: Engine) -> Bool { answers[engine] == true || !engines.contains(engine) }
        let hasSnap = try !isSettled(.lxd) && Packages.settleLXD(progress)
        var needs = ProgramNeed.all(dockerAnswers: isSettled(.docker), lxdAnswers: isSettled(.lxd) || hasSnap)
        needs.removeAll { need in
            need.program == "docker" && !engines.contains(.docker)
                || need.program == LXDFamily.current.client && !engines.contains(.lxd)
        }
        try Packages.install(needs, progress)
        // Without these, only some reports cannot be read.
        let optional = ProgramNeed.optional.filter { !$0.isThere }
        if !optional.isEmpty {
            do { try Packages.install(optional, progress) } catch { progress("packages: \(error.sentence)") }
        }
    }

    private static func makeReady(_ engine: Engine, for owner: SetUpRecord.User?, _ progress: (String) -> Void) throws {
        if case .version(let version, let place) = engine.ask() {
            progress("\(engine.rawValue): used as it is (\(place.english), version \(version))")
        } else {
            try start(engine, for: owner, progress)
        }
        if engine == .lxd { try initialiseLXD(progress) }
        let image = try engine.image(askingRegistry: true, progress: progress)
        progress("\(engine.rawValue): image \(image.reference) (\(image.origin))")
        try SheetNames.give(to: image, of: engine, progress)
    }

    private static func start(_ engine: Engine, for owner: SetUpRecord.User?, _ progress: (String) -> Void) throws {
        let answer = engine.ask()
        guard geteuid() == 0, engine.canBePrivate else {
            var reason = ""
            if case .silence(let said, _) = answer { reason = " (\(said.english.prefix { !$0.isNewline }))" }
            throw LabFailure(english: "no \(engine.title) to use\(reason): \(engine.advice(on: answer).english)")
        }
        if case .silence(let reason, _) = answer, let foreign = foreignEndpoint(of: engine) {
            let advice = engine.advice(on: answer).english
            throw LabFailure(
                english:
                    "\(engine.rawValue): \(foreign) is in use, and does not answer: \(reason.english)\nhint: \(advice)")
        }
        var record = try SetUpRecord.read() ?? SetUpRecord.new(for: owner)
        try refuseForeigners(beside: record)
        record.engines.insert(engine)
        try record.write()
        switch engine {
        case .docker: try OwnDaemons.startDocker(&record, progress)
        case .lxd: try OwnDaemons.startLXD(&record, progress)
        case .kernel: break
        }
    }

    /// The daemon to which a person's setting, or a socket that somebody holds open, leads the engine's command.
    private static func foreignEndpoint(of engine: Engine) -> String? {
        if let setting = Endpoint.setting(of: engine) { return setting }
        switch engine {
        case .docker: return UnixSocket.isAlive("/var/run/docker.sock") ? "/var/run/docker.sock" : nil
        case .lxd: return LXDFamily.current.sockets.first(where: UnixSocket.isAlive)
        case .kernel: return nil
        }
    }

    private static func initialiseLXD(_ progress: (String) -> Void) throws {
        guard let made = try LXDInitialisation.run(progress) else { return }
        let bridge = made.bridge.map { ", bridge \($0) with \(made.address)" } ?? ""
        progress("lxd: initialised (pool \(made.pool) on \(made.driver)\(bridge))")
    }

    /// Throws if daemons that are not in the record use the private folders, because their data would then be shared.
    private static func refuseForeigners(beside record: SetUpRecord) throws {
        let ours = OwnProcesses.all(of: record)
        if let pid = OwnProcesses.users().first(where: { !ours.contains($0) }) {
            throw ForeignSetUp(inUseBy: pid)
        }
    }

    /// Joins the users of the private daemons; removes daemons that killed runs have left and nobody uses.
    ///
    /// A dead daemon is started again if others live beside it and are there for people or for runs.
    private static func clearAway(for owner: SetUpRecord.User?, _ progress: (String) -> Void) throws {
        let found: SetUpRecord?
        do { found = try SetUpRecord.read() } catch let foreign as ForeignSetUp {
            return progress("setup: \(foreign.sentence)")
        }
        guard var record = found else {
            if try TearDown.hasLeftovers() { try TearDown.undo(nil, progress) }
            return
        }
        let others = record.living.filter { $0 != owner }
        let (living, dead) = (record.daemons.filter(\.isAlive), record.daemons.filter { !$0.isAlive })
        if record.users == nil ? !living.isEmpty : dead.isEmpty && !record.living.isEmpty {
            for daemon in dead {
                progress("setup: \(daemon.name) has died, and is started again (its log is \(daemon.log))")
            }
            record.daemons = living
            record.users = record.users == nil ? nil : owner.map { others + [$0] }
            return try record.write()
        }
        if let other = others.first {
            throw LabFailure(
                english:
                    "a private daemon has died under another run, PID \(other.pid): wait for that run's end, or end it")
        }
        progress("setup: an earlier run was cut off; taking away what it left")
        try TearDown.undo(record, progress)
    }
}
