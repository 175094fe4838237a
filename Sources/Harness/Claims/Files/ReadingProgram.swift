internal import Foundation

/// A program of the system that reads what a stranger handed in.
///
/// It has at most 1 GB of memory and 20 s, and runs as nobody if we are root.
struct ReadingProgram {
    /// The name of the program.
    let name: String
    /// The Debian package that has it.
    let package: String
    /// The kind of file that it reads, for messages: the PDF.
    let subject: Sentence

    /// The time that a program has for one file.
    static let deadline = Duration.seconds(20)
    /// The memory that it has, in bytes.
    static let memory = 1 << 30

    /// Whether this machine has it.
    var isThere: Bool { ProgramPath.path(of: name) != nil }

    /// Runs the program to its end, whatever that is; a problem is that it is missing or cannot be started.
    func run(
        _ options: [String], input: [UInt8] = [], within deadline: Duration = Self.deadline, memory: Int = Self.memory,
        outputLimit: Int
    ) throws(Problem) -> Outcome {
        guard isThere else {
            throw Problem(
                "\(name) is missing: as root, run ./ci.sh setup, or install \(package)",
                "falta \(name): como root, ejecute ./ci.sh setup o instale \(package)")
        }
        let limited = ["prlimit", "--as=\(memory)", "--core=0", "--", name] + options
        let words = Self.dropsRights ? Self.setpriv + limited : limited
        let command = Command(
            words[0], Array(words.dropFirst()), input: input, deadline: deadline, outputLimit: outputLimit)
        do { return try command.run() } catch {
            let reason = "\(error)".quotedForReaders
            throw Problem("\(name) cannot be run: \(reason)", "\(name) no se puede ejecutar: \(reason)")
        }
    }

    /// The problem of a file that the program could not read, in its first words that do not name a path of ours.
    func failure(_ outcome: Outcome, of path: String? = nil) -> Problem {
        let lines = outcome.errorText.split(whereSeparator: \.isNewline)
        let words = lines.first { line in path.map { !line.contains($0) } ?? true }?.trimmed ?? ""
        let reason = CommandFailure(outcome).isTimeout || words.isEmpty ? "" : ": " + words.quotedForReaders
        let ending = "(\(name): \(outcome.ending)\(reason))"
        return Problem(
            "\(subject.english) cannot be read \(ending)", "\(subject.spanish) no se puede leer \(ending)")
    }

    /// The problem of a file of which more than so many bytes come.
    func excess(over limit: Int) -> Problem {
        let most = limit >> 20
        return Problem(
            "\(subject.english) has more than \(most) MB of text, which is the most",
            "\(subject.spanish) tiene más de \(most) MB de texto, que es el máximo")
    }

    /// Gives a file to the user as whom programs run, so that they can read it in a folder of ours.
    static func hand(_ paths: [String]) {
        guard dropsRights else { return }
        for path in paths { chown(path, nobody, nobody) }
    }

    private static let nobody: uid_t = 65534
    private static let setpriv = [
        "setpriv", "--reuid=\(nobody)", "--regid=\(nobody)", "--clear-groups", "--no-new-privs", "--",
    ]

    /// Whether we are root and can run the program as nobody; false if no other user is mapped.
    private static let dropsRights =
        Machine.isRoot && ((try? Command(setpriv[0], setpriv.dropFirst() + ["true"]).run().succeeded) ?? false)
}
