internal import Foundation

/// A report that is a ZIP, read part by part through `unzip`; no path in it is used, and nothing of it is written.
struct ZIPFile {
    /// The names of the parts, as they stand in the ZIP.
    let names: [String]

    private let path: String
    private let program: ReadingProgram
    private let end: ContinuousClock.Instant

    /// The most parts of a ZIP, and of one part the most bytes.
    private static let (mostParts, mostBytes) = (5000, 64 << 20)

    /// Runs the work with the ZIP in a folder of its own, which is removed afterwards; all of it has one deadline.
    static func with<Value>(
        _ bytes: [UInt8], named subject: String, within deadline: Duration = ReadingProgram.deadline,
        _ work: (ZIPFile) throws(Problem) -> Value
    ) throws(Problem) -> Value {
        guard bytes.starts(with: [0x50, 0x4B]) else { throw FileMark.problem(of: bytes, named: subject) }
        do {
            return try TemporaryFolder.with { folder in
                let path = folder + "/report"
                try Data(bytes).write(to: URL(fileURLWithPath: path))
                ReadingProgram.hand([folder, path])
                return try work(ZIPFile(path, subject, until: .now + deadline))
            }
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem("the file cannot be copied: \(error)", "el fichero no se puede copiar: \(error)")
        }
    }

    private init(_ path: String, _ subject: String, until end: ContinuousClock.Instant) throws(Problem) {
        (self.path, self.end) = (path, end)
        program = ReadingProgram(
            name: "unzip", package: "unzip", subject: Sentence("the \(subject)", "el \(subject)"))
        // One line for each part (unzip(1), -Z1).
        let outcome = try program.run(["-Z1", path], within: end - .now, outputLimit: 4 << 20)
        guard outcome.succeeded else { throw program.failure(outcome, of: path) }
        names = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map(String.init)
        guard names.count <= Self.mostParts, outcome.discarded == 0 else {
            throw Problem(
                "the file has more than \(Self.mostParts) parts, which is the most",
                "el fichero tiene más de \(Self.mostParts) partes, que es el máximo")
        }
    }

    /// The bytes of a part that is there.
    func part(_ name: String) throws(Problem) -> [UInt8] {
        guard names.count(where: { $0 == name }) == 1 else {
            throw Problem(
                "the file has several parts that are named \(name)", "el fichero tiene varias partes llamadas \(name)")
        }
        // Without a password it would ask for one.
        let outcome = try program.run(
            ["-P", "none", "-p", path, name], within: end - .now, outputLimit: Self.mostBytes)
        guard outcome.discarded == 0 else { throw program.excess(over: Self.mostBytes) }
        guard outcome.status != 82 else {
            throw Problem(
                "the file is protected by a password: save it without one",
                "el fichero está protegido con contraseña: guárdelo sin ella")
        }
        guard outcome.succeeded else { throw program.failure(outcome, of: path) }
        return outcome.output
    }
}
