internal import Foundation

/// Makes the machine ready: programs, daemons, LXD's first initialisation, images.
public enum SetUp {
    /// Makes the engines ready and says in one line each what was done; what could not be done is given back.
    ///
    /// An engine that answers is used as it is. With an owner, a PID, the private daemons are the owner's: another
    /// run takes them down if the owner is dead, and refuses to start if it is not.
    public static func run(
        _ engines: [Engine], owner: Int32? = nil, progress: (String) -> Void
    ) throws -> [any Error] {
        if geteuid() == 0 { try clearAway(for: owner, progress) }
        let answers = Dictionary(uniqueKeysWithValues: Engine.allCases.map { ($0, $0.ask().isThere) })
        func isSettled(_ engine: Engine) -> Bool { answers[engine] == true || !engines.contains(engine) }
        var needs = ProgramNeed.all(dockerAnswers: isSettled(.docker), lxdAnswers: isSettled(.lxd))
        needs.removeAll { need in
            need.program == "docker" && !engines.contains(.docker) || need.program == "lxc" && !engines.contains(.lxd)
        }
        try Packages.install(needs, progress)
        // Without these, only some reports cannot be read.
        let optional = ProgramNeed.optional.filter { !$0.isThere }
        if !optional.isEmpty {
            do { try Packages.install(optional, progress) } catch { progress("packages: \(error.sentence)") }
        }

        return engines.compactMap { engine in
            do {
                try makeReady(engine, owner: owner, progress)
                return nil
            } catch {
                return error
            }
        }
    }

    private static func makeReady(_ engine: Engine, owner: Int32?, _ progress: (String) -> Void) throws {
        if case .version(let version, let place) = engine.ask() {
            progress("\(engine.rawValue): used as it is (\(place), version \(version))")
        } else {
            try start(engine, owner: owner, progress)
        }
        if engine == .lxd { try initialiseLXD(progress) }
        let image = try engine.image(askingRegistry: true, progress: progress)
        progress("\(engine.rawValue): image \(image.reference) (\(image.origin))")
    }

    private static func start(_ engine: Engine, owner: Int32?, _ progress: (String) -> Void) throws {
        let answer = engine.ask()
        guard geteuid() == 0, engine != .kernel else {
            var reason = ""
            if case .silence(let said) = answer { reason = " (\(said.prefix { !$0.isNewline }))" }
            throw LabFailure("no \(engine.title) to use\(reason): \(engine.advice(on: answer))")
        }
        if case .silence(let reason) = answer, let foreign = foreignEndpoint(of: engine) {
            let advice = engine.advice(on: answer)
            throw LabFailure(
                "\(engine.rawValue): \(foreign) is in use, and does not answer: \(reason)\nhint: \(advice)")
        }
        var record = try SetUpRecord.read() ?? SetUpRecord.new(owner: owner.flatMap(SetUpRecord.Owner.init))
        record.engines.insert(engine)
        try record.write()
        switch engine {
        case .docker: try OwnDaemons.startDocker(&record, progress)
        case .lxd: try OwnDaemons.startLXD(&record, progress)
        case .kernel: break
        }
    }

    /// What a person's setting, or a socket that somebody holds open, leads the engine's command to.
    private static func foreignEndpoint(of engine: Engine) -> String? {
        if let setting = Endpoint.setting(of: engine) { return setting }
        switch engine {
        case .docker: return UnixSocket.isAlive("/var/run/docker.sock") ? "/var/run/docker.sock" : nil
        case .lxd: return Endpoint.usualLXDSockets.first(where: UnixSocket.isAlive)
        case .kernel: return nil
        }
    }

    private static func initialiseLXD(_ progress: (String) -> Void) throws {
        guard let made = try LXDInitialisation.run(progress) else { return }
        progress("lxd: initialised (pool \(made.pool) on \(made.driver), bridge \(made.bridge) with \(made.address))")
        if Endpoint.lxd.isEmpty { try made.remember() }
    }

    /// Takes away what a killed run left; leaves alone what a person, or a run that is alive, has set up.
    private static func clearAway(for owner: Int32?, _ progress: (String) -> Void) throws {
        guard let record = try SetUpRecord.read() else {
            if try TearDown.hasLeftovers() { try TearDown.run(progress: progress) }
            return
        }
        if let other = record.owner, other.isAlive, other.pid != owner {
            throw LabFailure("another run, PID \(other.pid), uses the private daemons: wait for its end, or end it")
        }
        let isWhole = record.daemons.allSatisfy(\.isAlive)
        if isWhole && (record.owner == nil || record.owner?.pid == owner) { return }
        progress("setup: an earlier run was cut off; taking away what it left")
        try TearDown.run(progress: progress)
    }
}
