internal import Foundation
import Synchronization

/// Something that this machine lacks, so that a fact cannot be seen on it.
public struct Lacking: Error, Sendable, Hashable, CustomStringConvertible {
    /// The word with which `LAB_REQUIRE` demands it: `docker`, `lxd`, `root`, or a program's name.
    public var requirement: String
    /// What is lacking, and what a person can do about it, in one sentence.
    public var description: String

    /// A lack from its parts.
    public init(_ requirement: String, _ description: String) {
        self.requirement = requirement
        self.description = description
    }
}

/// This machine: what it offers for the exercises.
public enum Machine {
    private static let verdicts = Mutex<[Engine: Result<String, Lacking>]>([:])
    private static let images = Mutex<[Engine: Image]>([:])

    /// Whether the harness runs as root, which it needs to look into other users' processes under `/proc`.
    public static var isRoot: Bool { geteuid() == 0 }

    /// Throws a ``Lacking`` unless the engine's daemon answers and we are root; asked once.
    public static func require(_ engine: Engine) throws {
        let verdict = verdicts.withLock { verdicts in
            if let known = verdicts[engine] { return known }
            let verdict = ask(engine)
            verdicts[engine] = verdict
            return verdict
        }
        _ = try verdict.get()
        guard isRoot else {
            throw Lacking("root", "This needs root, to look into a container's processes: run it under sudo -E.")
        }
    }

    /// The engine's version, if it was there when it was asked.
    public static func version(of engine: Engine) -> String? {
        verdicts.withLock { if case .success(let version) = $0[engine] { version } else { nil } }
    }

    private static func ask(_ engine: Engine) -> Result<String, Lacking> {
        let answer = engine.ask()
        switch answer {
        case .version(let version, _):
            return .success(version)
        case .noCommand(let program):
            let advice = "install it, or let ./ci.sh set this machine up, as root."
            return .failure(
                Lacking(engine.rawValue, "\(engine.title) is not here (there is no program \(program)): \(advice)"))
        case .silence(let reason):
            let last = reason.split(whereSeparator: \.isNewline).last.map { String($0).quotedForReaders } ?? "no answer"
            return .failure(
                Lacking(engine.rawValue, "\(engine.title) does not answer (\(last)). \(engine.advice(on: answer))"))
        }
    }

    /// Throws a ``Lacking`` unless there is such a program on `PATH`.
    public static func require(program: String, of package: String) throws {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        if folders.contains(where: { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }) { return }
        throw Lacking(program, "The program \(program) is not here: install the package \(package).")
    }

    /// The image in use, if a scene was made of one.
    static func imageInUse(of engine: Engine) -> Image? { images.withLock { $0[engine] } }

    /// The image that scenes of the engine are made of: found, pulled or built once a process.
    static func image(for engine: Engine) throws -> Image {
        try images.withLock { images in
            if let image = images[engine] { return image }
            let image =
                try engine == .docker ? DockerImage.provide(progress: { _ in }) : LXDImage.provide(progress: { _ in })
            images[engine] = image
            return image
        }
    }
}
