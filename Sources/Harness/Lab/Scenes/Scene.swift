internal import Dispatch
internal import Foundation
import Synchronization

/// A scenario brought to life: one running container, or the two that an exercise needs, with the shared folder.
///
/// The containers are launched when they are first asked for. Facts are looked at by one thread at a time.
package final class Scene: Sendable {
    package let scenario: Scenario
    /// The image that the containers are made of.
    package let image: Image
    /// The folder that they are to share with the host.
    private let shared: SharedFolder
    /// The driver of the daemon that makes the containers.
    let driver: any EngineDriver

    /// A container's part in the scene; its number is in the container's name.
    package enum Role: Int, Sendable, CaseIterable {
        case first = 1
        case second, session
        case spare = 10
        /// LXD's container with Docker in it.
        case outer = 20
    }

    private let name: String
    private let pool: ScenePool?
    private let isBorrowed: Bool
    private let containers = Mutex<[Role: Container]>([:])
    private let failures = Mutex<[Role: Lacking]>([:])
    /// Whether the first container was seen to come to rest.
    let hasSettled = Atomic(false)
    let settling = NSRecursiveLock()
    /// Whether the second container is launched, and the first awaited, while others look at the first already.
    private let isMuchAsked: Bool
    private let hasBegun = Atomic(false)
    private let ahead = DispatchGroup()
    private let refusal = Mutex<(any Error)?>(nil)
    private let launching = Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0, NSRecursiveLock()) })
    private let numbers = Mutex<[Role: Int]>([:])
    private let spares = Mutex<[Container]>([])
    private let trials = Mutex<[ObjectIdentifier: any Sendable]>([:])
    private let launched = Mutex<Set<String>>([])
    /// The shell on a terminal that is open.
    let session = Mutex<Session?>(nil)
    /// The result of running a Docker container inside LXD's; nil before that was tried.
    let inside = Mutex<Result<DockerInside, any Error>?>(nil)

    package init(
        _ scenario: Scenario, image: Image, number: Int, driver: (any EngineDriver)? = nil, isMuchAsked: Bool = false
    ) throws {
        self.scenario = scenario
        self.isMuchAsked = isMuchAsked
        self.image = image
        self.driver = driver ?? scenario.engine.driver
        name = "lab-\(Owner.current.run)-\(number)"
        isBorrowed = false
        Interruption.engines.withLock { _ = $0.insert(scenario.engine) }
        shared = try SharedFolder.create(for: .current, named: "\(number)")
        do { pool = try ScenePool.pool(for: scenario) } catch {
            try? shared.remove()
            throw error
        }
    }

    /// A scene of existing containers that belong to others.
    package init(_ scenario: Scenario, image: Image, folder: SharedFolder, first: Container, second: Container) {
        (self.scenario, self.image, shared, pool) = (scenario, image, folder, nil)
        (name, driver) = (first.name, first.driver)
        (isBorrowed, isMuchAsked) = (true, false)
        containers.withLock { $0 = [.first: first, .second: second] }
    }

    package var engine: Engine { scenario.engine }

    /// The driver of the Docker that makes the containers.
    var docker: Docker { driver as? Docker ?? Docker() }

    /// The first container, launched if it is not there yet.
    package func first() throws -> Container {
        let first = try container(.first)
        if isMuchAsked, !hasBegun.exchange(true, ordering: .acquiringAndReleasing) { goAhead() }
        return first
    }

    /// Launches the second container and waits for the first to come to rest, on threads of their own.
    ///
    /// Who needs the second waits for it, and hears why it could not be launched. What only waits for the first ends with it.
    private func goAhead() {
        ahead.enter()
        Thread.detachNewThread { [self] in
            defer { ahead.leave() }
            (launching[.second] ?? NSRecursiveLock()).withLock {
                do { _ = try second() } catch { refusal.withLock { $0 = error } }
            }
        }
        if engine == .lxd { Thread.detachNewThread { [self] in _ = try? settle() } }
    }

    /// The second container, made like the first.
    package func second() throws -> Container { try container(.second) }

    /// A container for a probe that leaves zombies behind: the second one, or an extra one where that is not fit for it.
    ///
    /// Zombies disturb nobody else but by a limit. LXD's first container will do, because its init reaps them; an
    /// application like the sheet's shell does not.
    func spare(_ isFit: (Container) throws -> Bool) throws -> Container {
        guard engine != .lxd, !isBorrowed else { return try first() }
        if let last = spares.withLock({ $0.last }), try isFit(last) { return last }
        if spares.withLock({ $0.isEmpty }), scenario.value(of: .pidsLimit) == nil {
            // Both, because the second may have to join the first.
            let second = try pair().second
            if try isFit(second) {
                spares.withLock { $0.append(second) }
                return second
            }
        }
        let spare = try bring(launch(.spare, number(of: .spare)))
        spares.withLock { $0.append(spare) }
        return spare
    }

    /// The number of the next container in a role that several have.
    func number(of role: Role) -> Int {
        numbers.withLock { numbers in
            numbers[role, default: -1] += 1
            return numbers[role] ?? 0
        }
    }

    /// A trial that several facts look at, made once.
    func once<Trial: Sendable>(_ make: () throws -> Trial) throws -> Trial {
        let key = ObjectIdentifier(Trial.self)
        if let trial = trials.withLock({ $0[key] }) as? Trial { return trial }
        let trial = try make()
        trials.withLock { $0[key] = trial }
        return trial
    }

    /// Both containers, launched in parallel unless one needs the other.
    package func pair() throws -> (first: Container, second: Container) {
        let joined = scenario.options.contains { $0.value == "container:first" }
        if joined || engine == .lxd || !containers.withLock({ $0.isEmpty }) { return (try first(), try second()) }
        let jobs: [@Sendable () throws -> Container] = [{ try self.first() }, { try self.second() }]
        let results = concurrently(jobs)
        return (try results[0].get(), try results[1].get())
    }

    /// The launch of a container in that role, as the scenario wants it; there may be several spares.
    package func launch(_ role: Role, _ number: Int = 0) throws -> Launch {
        let first = role == .first ? nil : containers.withLock { $0[.first]?.name }
        return Launch(
            name: "\(name)-\(role.rawValue + number)", image: image,
            options: scenario.words(forSecondOf: first) + (pool.map { ["--storage", $0.name] } ?? []),
            keptOnExit: scenario.value(of: .removal) == "false",
            withoutTerminal: scenario.value(of: .terminal) == "false",
            sharedFolder: shared.path,
            folderOptions: scenario.value(of: .shift).map { ["shift=\($0)"] } ?? [],
            owner: Owner.current.description)
    }

    /// The lack that prevented the launch of the first container; nil if there is none.
    var lack: Lacking? { failures.withLock { $0[.first] } }

    /// The container in that role, launched if it is not there yet, from the named image or the scene's.
    func container(_ role: Role, of image: Image? = nil) throws -> Container {
        try (launching[role] ?? NSRecursiveLock()).withLock { try launched(role, of: image) }
    }

    private func launched(_ role: Role, of image: Image?) throws -> Container {
        if role == .second, let refusal = refusal.withLock({ $0 }) { throw refusal }
        if let container = containers.withLock({ $0[role] }) { return container }
        if let failure = failures.withLock({ $0[role] }) { throw failure }
        var launch = try launch(role)
        launch.image = image ?? launch.image
        let container: Container
        do {
            container = try bring(launch)
        } catch let failure as CommandFailure {
            let reason = LaunchRefusal.lack(behind: failure, of: scenario)
            if let lack = reason as? Lacking { failures.withLock { $0[role] = lack } }
            throw reason
        }
        containers.withLock { $0[role] = container }
        return container
    }

    /// The folder that the containers share with the host.
    ///
    /// Throws a ``Lacking`` if the first container has another `/data`, as with a snap's own `/var/tmp`.
    package var folder: SharedFolder {
        get throws {
            let container = try first()
            // The probe tells what else may be wrong with the container.
            guard !isBorrowed, let inside = try? FileStatus.of(container.root + "/data"),
                let ours = try? FileStatus.of(shared.path),
                inside.isDirectory, inside.device != ours.device || inside.inode != ours.inode
            else { return shared }
            throw LaunchRefusal.otherFolder(of: engine, than: shared.path)
        }
    }

    /// The number of scenes and containers being made in this process.
    static let underWay = Mutex(0)

    /// The engines in which a removal has timed out.
    private static let unremovable = Mutex<Set<Engine>>([])

    private func bring(_ launch: Launch) throws -> Container {
        Shutdown.holdUp()
        Self.underWay.withLock { $0 += 1 }
        defer { Self.underWay.withLock { $0 -= 1 } }
        expect(launch.name)
        do { return try driver.launch(launch) } catch let failure as CommandFailure {
            // A stand-in is built again if somebody has removed it (docker image prune).
            guard launch.image.isStandIn, failure.trouble == .imageMissing, launch.image == image else {
                throw failure
            }
            _ = try engine.image { _ in }
            return try driver.launch(launch)
        }
    }

    /// The failure that tells why a container of this scene has gone by itself; nil if all are there.
    ///
    /// The engine may have lost a container whose process is still there: the given failure says so.
    func ending(after failure: any Error) -> (any Error)? {
        let isLost = (failure as? CommandFailure)?.trouble == .containerGone
        let gone = containers.withLock { $0.values.filter { isLost || !TextFile.exists("/proc/\($0.pid)") } }
        for container in gone {
            // The engine may notice the end a moment later.
            let ended = try? waitFor(
                Sentence(
                    "the engine to notice the end of \(container.name)", "que el motor note el fin de \(container.name)"
                ),
                within: .seconds(20)
            ) { () -> Look<Sentence> in
                do { _ = try driver.container(named: container.name) } catch let ended as ContainerEnded {
                    return .met(ended.seen)
                } catch let failure as CommandFailure where !failure.isBrokenOff {
                    return .met(failure.brief)
                }
                return .notYet(Sentence("it says that the container runs", "dice que el contenedor está en marcha"))
            }
            if let ended { return Self.gone(container, ended) }
        }
        return nil
    }

    private static func gone(_ container: Container, _ seen: Sentence) -> LabFailure {
        let gone = Sentence(
            "the container \(container.name) has gone (\(seen.english))",
            "el contenedor \(container.name) ha desaparecido (\(seen.spanish))")
        return LabFailure(gone.with(hint: Trouble.containerGone.sentence))
    }

    /// Makes another's container the first one of this scene.
    func adopt(_ container: Container) { containers.withLock { $0[.first] = container } }

    /// Notes a container that a probe launches by itself, so that it is removed with the scene.
    package func expect(_ name: String) { launched.withLock { _ = $0.insert(name) } }

    /// Thaws and removes the containers, and removes the folder; throws the first error after trying everything.
    func discard() throws {
        // A thread that was stopped for good at the end of this process may have either.
        _ = session.withLockIfAvailable { session in
            session?.end()
            session = nil
        }
        while ahead.wait(timeout: .now() + .milliseconds(100)) == .timedOut, !Shutdown.hasBegunToEnd {}
        // The next run's sweep removes the containers if the daemon is gone; the folder is removed in any case.
        let reached = Result { [engine = scenario.engine] in _ = try Machine.reach(engine) }
        guard case .success = reached else {
            try shared.remove()
            return try reached.get()
        }
        let (containers, names) = (containers.withLock { $0 }, launched.withLock { $0 })
        for container in containers.values { container.thawIfFrozen() }
        // What is left once one removal has timed out is left to the next run's sweep.
        var results: [Result<Void, any Error>] = []
        if !Self.unremovable.withLock({ $0.contains(engine) }) {
            results.append(Result { try driver.remove(names.sorted()) })
        }
        if case .failure(let failure as CommandFailure) = results.first, failure.isTimeout {
            Self.unremovable.withLock { _ = $0.insert(engine) }
        }
        results.append(Result { try shared.remove() })
        for result in results { try result.get() }
    }
}
