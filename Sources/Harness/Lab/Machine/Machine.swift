internal import Foundation
import Synchronization

/// This machine, and what it offers for the exercises.
package enum Machine {
    /// The state of an engine, as far as known.
    enum Standing {
        case answers(String)
        /// It answers, but its containers' processes are not visible here.
        case elsewhere(String, DaemonElsewhere)
        /// It answered, but something has gone wrong since.
        case doubtful(String)
        case lacking(Lacking)
        case lost(EngineLost)
    }

    private static let standings = Mutex<[Engine: Standing]>([:])
    /// A lock for each engine, so that threads that need another engine go on.
    private static let asking = Dictionary(uniqueKeysWithValues: Engine.allCases.map { ($0, NSLock()) })
    private static let images = Mutex<[Engine: Image]>([:])
    private static let providing = Dictionary(uniqueKeysWithValues: Engine.allCases.map { ($0, NSLock()) })

    /// Whether the harness runs as root, which it needs to look into other users' processes under `/proc`.
    package static var isRoot: Bool { geteuid() == 0 }

    /// Throws a ``Lacking`` unless the engine's daemon answers and we are root.
    ///
    /// The daemon is asked once, and again after a failure. Throws an ``EngineLost`` if it answered before, and a
    /// ``DaemonElsewhere`` if its containers are not visible here.
    package static func require(_ engine: Engine) throws {
        if case .elsewhere(_, let elsewhere) = try reach(engine) { throw elsewhere }
        guard isRoot else {
            throw Lacking(
                "root", "This needs root, to look into a container's processes: run it under sudo -E.",
                "Hace falta ser root, para mirar los procesos de un contenedor: ejecútelo con sudo -E.")
        }
        try require(
            [.sysPtrace, .sysAdmin, .sysChroot, .netAdmin],
            to: Sentence("look into a container from the host", "mirar un contenedor desde el anfitrión"))
    }

    /// Throws a ``Lacking`` that names the capabilities that this process lacks, even as root.
    package static func require(_ needed: [Capability], to purpose: Sentence) throws {
        let lacking = try Capability.lacking(needed).map(\.description)
        guard let first = lacking.first else { return }
        let all = lacking.joined(separator: ", ")
        throw Lacking(
            first,
            "This process lacks \(all), to \(purpose.english): run it on the host, as root, or in a "
                + "container that has it (docker run --privileged --pid=host).",
            "A este proceso le falta \(all), para \(purpose.spanish): ejecútelo en el anfitrión, como root, o en un "
                + "contenedor que lo tenga (docker run --privileged --pid=host).")
    }

    /// Throws a ``Lacking`` or an ``EngineLost`` unless the engine's daemon answers, wherever it is.
    @discardableResult
    static func reach(_ engine: Engine) throws -> Standing {
        let standing = (asking[engine] ?? NSLock()).withLock {
            let standing = renewed(standings.withLock { $0[engine] }, engine)
            standings.withLock { $0[engine] = standing }
            return standing
        }
        switch standing {
        case .lacking(let lacking): throw lacking
        case .lost(let lost): throw lost
        case .answers, .doubtful, .elsewhere: return standing
        }
    }

    private static func renewed(_ standing: Standing?, _ engine: Engine) -> Standing {
        switch standing {
        case nil:
            switch ask(engine) {
            case .success(let version): return .answers(version)
            case .failure(let lacking): return .lacking(lacking)
            }
        case .doubtful(let version):
            do {
                try waitForReturn(of: engine)
                return .answers(version)
            } catch {
                return .lost(EngineLost(engine: engine, version: version, reason: error.story))
            }
        case .some(let standing):
            return standing
        }
    }

    /// Gives a daemon time to restart; throws the reason if it does not come back.
    private static func waitForReturn(of engine: Engine) throws {
        var last: Lacking?
        do {
            try waitFor(Sentence("\(engine.title) to come back", "que vuelva \(engine.title)"), within: .seconds(20)) {
                switch ask(engine) {
                case .success: return .met(())
                case .failure(let lacking):
                    last = lacking
                    return .notYet(lacking.words)
                }
            }
        } catch { throw last ?? error }
    }

    /// Has the engine asked again before its next use, because something went wrong with it.
    static func doubt(_ engine: Engine) {
        standings.withLock { standings in
            if case .answers(let version) = standings[engine] { standings[engine] = .doubtful(version) }
        }
    }

    /// Notes that the engine's containers are elsewhere, so that no more are made.
    static func note(_ elsewhere: DaemonElsewhere) {
        standings.withLock { standings in
            if case .answers(let version) = standings[elsewhere.engine] {
                standings[elsewhere.engine] = .elsewhere(version, elsewhere)
            }
        }
    }

    /// The engine's version, if it has ever answered.
    package static func version(of engine: Engine) -> String? {
        standings.withLock { standings in
            switch standings[engine] {
            case .answers(let version), .doubtful(let version), .elsewhere(let version, _): version
            case .lost(let lost): lost.version
            case .lacking, nil: nil
            }
        }
    }

    private static func ask(_ engine: Engine) -> Result<String, Lacking> {
        let answer = engine.ask()
        switch answer {
        case .version(let version, _):
            return .success(version)
        case .noCommand(let program):
            return lacking(
                engine, Sentence("is not here", "no está"),
                Sentence("there is no program \(program)", "no existe el programa \(program)"),
                engine.advice(on: answer))
        case .silence(let reason, _):
            let last = reason.lastLine ?? Sentence("no answer", "sin respuesta")
            return lacking(engine, Sentence("cannot be used", "no se puede usar"), last, engine.advice(on: answer))
        }
    }

    private static func lacking(
        _ engine: Engine, _ what: Sentence, _ cause: Sentence, _ advice: Sentence
    ) -> Result<String, Lacking> {
        let subject =
            engine == .kernel
            ? Sentence("No container can be put together by hand", "No se puede hacer ningún contenedor a mano")
            : [.same(engine.title), what].joined(separator: " ")
        return .failure(
            Lacking(
                engine.rawValue, "\(subject.english) (\(cause.english)). \(advice.english)",
                "\(subject.spanish) (\(cause.spanish)). \(advice.spanish)"))
    }

    /// Throws a ``Lacking`` unless there is such a program on `PATH`.
    package static func require(program: String, of package: String) throws {
        guard ProgramPath.path(of: program) == nil else { return }
        throw Lacking(
            program, "The program \(program) is not here: install the package \(package).",
            "No está el programa \(program): instale el paquete \(package).")
    }

    /// The image in use; nil if none was needed yet.
    static func imageInUse(of engine: Engine) -> Image? { images.withLock { $0[engine] } }

    /// LXD's image with Docker in it, built when it is first needed; throws a ``Lacking`` if that is not possible.
    package static func imageWithDocker() throws -> Image {
        try withDocker.withLock { made in
            if let made { return made }
            do {
                let image = try LXDImage.provideWithDocker()
                made = image
                return image
            } catch let failure as LabFailure {
                throw Lacking.dockerInside(
                    Sentence(
                        "an LXD image with Docker cannot be built offline: \(failure.words.english)",
                        "no se puede hacer sin red una imagen de LXD con Docker: \(failure.words.spanish)"))
            }
        }
    }

    private static let withDocker = Mutex<Image?>(nil)
    /// That image; nil if it was not needed yet.
    static var imageWithDockerInUse: Image? { withDocker.withLock { $0 } }

    /// The image for the engine's containers, found, pulled or built once per process.
    package static func image(for engine: Engine) throws -> Image {
        try (providing[engine] ?? NSLock()).withLock {
            if let image = imageInUse(of: engine) { return image }
            let image = try engine.image { _ in }
            images.withLock { $0[engine] = image }
            return image
        }
    }
}
