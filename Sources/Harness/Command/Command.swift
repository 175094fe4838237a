/// A program of the system with its arguments, run without a shell.
///
/// A non-zero exit status is an answer, kept in the ``Outcome``; only a program that cannot be started throws. Every
/// command runs in a session of its own, with the C locale. At its deadline it is ended with SIGKILL, with its group,
/// because `lxc exec` forwards SIGTERM and lives on.
package struct Command: Sendable, Hashable {
    /// The name looked up on `PATH`, or a path.
    package var program: String
    /// The arguments as they are; nothing expands or splits them.
    package var arguments: [String]
    /// The bytes given on standard input; without any, standard input is `/dev/null`.
    package var input: [UInt8]
    /// Variables set in addition to the harness's own environment.
    package var environment: [String: String]
    /// How long the program may take before it is killed, on a machine of usual speed; see ``Patience``.
    package var deadline: Duration
    /// The end of the path of its daemon's socket, if the program is killed when its connection there stays
    /// unaccepted; see ``ShutOut``.
    package var mayBeShutOutOf: String?
    /// The number of bytes kept of each output; the bytes after them are counted and thrown away.
    package var outputLimit: Int

    /// A command from a program and its arguments.
    package init(
        _ program: String, _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:],
        deadline: Duration = .seconds(60), outputLimit: Int = 4 << 20
    ) {
        self.program = program
        self.arguments = arguments
        self.input = input
        self.environment = environment
        self.deadline = deadline
        self.outputLimit = outputLimit
    }

    /// The line that a person would type into a shell for the same effect.
    package var line: String {
        ([program] + arguments).map(Self.quoted).joined(separator: " ")
    }

    /// Runs the program to its end or its deadline; throws a ``CommandFailure`` only if it cannot be started.
    package func run() throws -> Outcome {
        let running = try RunningCommand(self, keepsInput: false)
        return running.finish()
    }

    /// Starts the program and returns at once; on a new terminal (a pty, 80 by 24) if asked.
    package func start(onTerminal: Bool = false) throws -> RunningCommand {
        try RunningCommand(self, keepsInput: true, onTerminal: onTerminal)
    }

    package static func quoted(_ word: String) -> String {
        let marks = "-_./:=,@%+".unicodeScalars
        let plain = word.unicodeScalars.allSatisfy { scalar in
            let isDigit = ("0"..."9").contains(scalar)
            return scalar.isASCII && (scalar.properties.isAlphabetic || isDigit || marks.contains(scalar))
        }
        if plain && !word.isEmpty { return word }
        return "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
