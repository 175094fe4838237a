internal import Host
import Synchronization

/// A scenario brought to life: one running container, or the two that an exercise needs, with the shared folder.
///
/// The containers are launched when they are first asked for. A scene belongs to one thread at a time.
package final class Scene: Sendable {
    /// The scenario.
    package let scenario: Scenario
    /// The image that the containers are made of.
    package let image: Image
    /// The folder that they share with the host.
    package let folder: SharedFolder

    private let name: String
    private let pool: String?
    private let isBorrowed: Bool
    private let containers = Mutex<[Int: Container]>([:])
    private let failures = Mutex<[Int: Lacking]>([:])
    /// Whether the first container was seen to come to rest.
    let hasSettled = Atomic(false)
    private let spares = Mutex(0)
    private let launched = Mutex<Set<String>>([])
    /// What came of having Docker run a container inside one of LXD's, once that was tried.
    let inside = Mutex<Result<DockerInside, any Error>?>(nil)

    package init(_ scenario: Scenario, image: Image, number: Int) throws {
        self.scenario = scenario
        self.image = image
        name = "lab-\(Owner.current.run)-\(number)"
        isBorrowed = false
        Interruption.engines.withLock { _ = $0.insert(scenario.engine) }
        folder = try SharedFolder.create(for: .current, named: "\(number)")
        pool = scenario.value(of: "--storage").map { _ in "lab-\(Owner.current.run)-\(number)" }
        if let pool, let driver = scenario.value(of: "--storage") {
            do { try LXD().createPool(pool, driver: driver, owner: Owner.current.description) } catch {
                try? folder.remove()
                throw error
            }
        }
    }

    /// A scene of containers that are there already, and that belong to others.
    package init(_ scenario: Scenario, image: Image, folder: SharedFolder, first: Container, second: Container) {
        (self.scenario, self.image, self.folder, pool) = (scenario, image, folder, nil)
        name = first.name
        isBorrowed = true
        containers.withLock { $0 = [1: first, 2: second] }
    }

    /// The engine.
    package var engine: Engine { scenario.engine }

    /// The first container, launched if it is not there yet.
    package func first() throws -> Container { try container(1) }

    /// The second container, made like the first.
    package func second() throws -> Container { try container(2) }

    /// A container for a probe that leaves dead processes behind, used by nobody else.
    ///
    /// An init reaps them, so that LXD's first container will do; an application like the sheet's shell does not.
    package func spare() throws -> Container {
        guard engine != .lxd, !isBorrowed else { return try first() }
        let launch = try launch(
            spares.withLock { spares in
                spares += 1
                return 10 + spares
            })
        return try bring(launch)
    }

    /// Both containers, launched side by side where one does not need the other.
    package func pair() throws -> (first: Container, second: Container) {
        let joined = scenario.options.contains { $0.value == "container:first" }
        if joined || engine == .lxd || !containers.withLock({ $0.isEmpty }) { return (try first(), try second()) }
        let jobs: [@Sendable () throws -> Container] = [{ try self.first() }, { try self.second() }]
        let results = concurrently(jobs)
        return (try results[0].get(), try results[1].get())
    }

    /// The launch of the container of that number, one or two, as the scenario wants it.
    package func launch(_ number: Int) throws -> Launch {
        let first = number == 1 ? nil : containers.withLock { $0[1]?.name }
        return Launch(
            name: "\(name)-\(number)", image: image,
            options: scenario.words(forSecondOf: number == 1 ? nil : first) + (pool.map { ["--storage", $0] } ?? []),
            keptOnExit: scenario.value(of: "--rm") == "false", withoutTerminal: scenario.value(of: "--tty") == "false",
            sharedFolder: folder.path,
            folderOptions: scenario.value(of: "--device=shift").map { ["shift=\($0)"] } ?? [],
            owner: Owner.current.description)
    }

    /// What this machine lacks to launch the first container; nil if it was launched, or was not asked for.
    var lack: Lacking? { failures.withLock { $0[1] } }

    /// The container of that number, of another image than the scene's if one is named, launched if it is not there yet.
    func container(_ number: Int, of image: Image? = nil) throws -> Container {
        if let container = containers.withLock({ $0[number] }) { return container }
        if let failure = failures.withLock({ $0[number] }) { throw failure }
        var launch = try launch(number)
        launch.image = image ?? launch.image
        let container: Container
        do {
            container = try bring(launch)
        } catch let failure as CommandFailure {
            let reason = LaunchRefusal.lack(behind: failure, of: scenario)
            if let lack = reason as? Lacking { failures.withLock { $0[number] = lack } }
            throw reason
        }
        containers.withLock { $0[number] = container }
        return container
    }

    /// How many scenes and containers are being made in this process.
    static let underWay = Mutex(0)

    /// The engines that have let a removal wait for its whole deadline.
    private static let unremovable = Mutex<Set<Engine>>([])

    private func bring(_ launch: Launch) throws -> Container {
        Shutdown.holdUp()
        Self.underWay.withLock { $0 += 1 }
        defer { Self.underWay.withLock { $0 -= 1 } }
        expect(launch.name)
        do { return try engine.driver.launch(launch) } catch let failure as CommandFailure {
            // Somebody tidies up (docker image prune): a stand-in is built again.
            guard launch.image.isStandIn, failure.trouble == .imageMissing, launch.image == image else {
                throw failure
            }
            _ = try engine.image { _ in }
            return try engine.driver.launch(launch)
        }
    }

    /// Why a container of this scene has gone by itself, in the engine's words; nil if all are there.
    ///
    /// Whose process is there still may have gone as well, for all that the engine knows: the failure says so.
    func ending(after failure: any Error) -> (any Error)? {
        let isLost = (failure as? CommandFailure)?.trouble == .containerGone
        let gone = containers.withLock { $0.values.filter { isLost || !KernelFile.exists("/proc/\($0.pid)") } }
        for container in gone {
            do { _ = try engine.driver.container(named: container.name) } catch let ended as ContainerEnded {
                return Self.gone(container, ended.seen)
            } catch let failure as CommandFailure where !failure.isBrokenOff {
                return Self.gone(container, failure.brief)
            } catch {}
        }
        return nil
    }

    private static func gone(_ container: Container, _ seen: String) -> LabFailure {
        LabFailure("the container \(container.name) has gone (\(seen))\nhint: \(Trouble.containerGone.remedy)")
    }

    /// Takes a container that somebody else has made for the first one.
    func adopt(_ container: Container) { containers.withLock { $0[1] = container } }

    /// Notes a container that a probe launches by itself, so that it is removed with the scene.
    package func expect(_ name: String) { launched.withLock { _ = $0.insert(name) } }

    /// Removes the containers, thawed first, and the folder; throws the first error after having tried everything.
    func discard() throws {
        // What the daemon does not remove, for it is gone, the next run's sweep will; the folder goes in any case.
        let reached = Result { [engine = scenario.engine] in _ = try Machine.reach(engine) }
        guard case .success = reached else {
            try folder.remove()
            return try reached.get()
        }
        let (containers, names) = (containers.withLock { $0 }, launched.withLock { $0 })
        for container in containers.values { container.thawIfFrozen() }
        let engine = engine
        var results = concurrently(
            names.sorted().map { name in
                { @Sendable in
                    // One that was waited for in vain says enough of the others, which the next run's sweep tries again.
                    if Self.unremovable.withLock({ $0.contains(engine) }) { return }
                    do { try engine.driver.remove(name) } catch let failure as CommandFailure where failure.isTimeout {
                        Self.unremovable.withLock { _ = $0.insert(engine) }
                        throw failure
                    }
                }
            })
        if let pool { results.append(Result { try LXD().removePool(pool) }) }
        results.append(Result { try folder.remove() })
        for result in results { try result.get() }
    }
}
