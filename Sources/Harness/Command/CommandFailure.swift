/// A command that could not be started, or that did not end as it had to.
package struct CommandFailure: Bilingual, Sendable, Equatable {
    /// Why the command failed.
    package enum Reason: Sendable, Equatable {
        /// There is no such program on `PATH`.
        case notFound
        /// The system refused to start it, with this error number.
        case cannotStart(Int32)
        /// It ran, and ended like this.
        case ended(Ending)
        /// It printed more than is kept of its output.
        case tooMuch
    }

    package var command: Command
    /// Why it failed.
    package var reason: Reason
    /// The last lines on standard error, or on standard output if that is empty.
    package var tail: String
    /// The text that it was to print; nil if it was not waited for any.
    package var awaited: String?

    package init(command: Command, reason: Reason, tail: String = "", awaited: String? = nil) {
        self.command = command
        self.reason = reason
        self.tail = tail
        self.awaited = awaited
    }

    package init(_ outcome: Outcome) {
        let printed = outcome.errors.isEmpty ? outcome.output : outcome.errors
        let reason: Reason = outcome.discarded == 0 ? .ended(outcome.ending) : .tooMuch
        self.init(command: outcome.command, reason: reason, tail: outcome.discarded == 0 ? Self.end(of: printed) : "")
    }

    /// The last lines of an output, each cut to a length that a person reads.
    private static func end(of printed: [UInt8]) -> String {
        String(decoding: printed.suffix(4096), as: UTF8.self).trimmed.split(whereSeparator: \.isNewline).suffix(8)
            .map { $0.utf8.count > 400 ? $0.prefix(100) + "…" + $0.suffix(300) : $0 }.joined(separator: "\n")
    }

    /// The failure in a few words: the last line of what the program said, or how it ended.
    package var brief: Sentence {
        tail.split(whereSeparator: \.isNewline).last.map { .same(String($0).trimmed.quotedForReaders) } ?? explanation
    }

    /// Whether the program gave no answer before its deadline.
    package var isTimeout: Bool {
        if case .ended(.timedOut) = reason { true } else { false }
    }

    /// Whether the program was killed because its daemon never accepted its connection, so that trying again helps.
    package var isShutOut: Bool { reason == .ended(.shutOut) }

    /// Whether the program's daemon was not there, or went away during the command.
    package var isBrokenOff: Bool {
        trouble?.isBrokenOff ?? false
    }

    /// The trouble that the program or the system has told of, if it is a known one.
    package var trouble: Trouble? {
        switch reason {
        case .cannotStart(let number): Trouble.of(ErrorNumber.words(for: number).english)
        case .ended(.timedOut), .ended(.shutOut), .notFound, .tooMuch: nil
        case .ended: Trouble.of(tail)
        }
    }

    /// The advice for a person, if the failure suggests any.
    package var hint: Sentence? {
        let program = command.program
        switch reason {
        case .notFound:
            return Sentence(
                "Install the program \(program), or put it on PATH; ./ci.sh setup installs what is missing.",
                "Instale el programa \(program), o póngalo en PATH; ./ci.sh setup instala lo que falta.")
        case .ended(.timedOut):
            return Sentence(
                "The daemon behind \(program) does not answer: look at its log, or restart it; on a slow machine, "
                    + "LAB_PATIENCE=4 gives everything four times as long.",
                "El demonio que hay tras \(program) no responde: mire su registro, o reinícielo; en una máquina lenta, "
                    + "LAB_PATIENCE=4 da a todo cuatro veces más tiempo.")
        case .ended(.shutOut):
            return Sentence(
                "A client that is connected and says nothing holds up the daemon; see ss -xp, and end it.",
                "Un cliente conectado que no dice nada retiene al demonio; búsquelo con ss -xp, y termínelo.")
        case .tooMuch:
            return Sentence(
                "Run it by hand, to see why it prints so much.", "Ejecútelo a mano, para ver por qué imprime tanto.")
        case .cannotStart, .ended:
            return trouble?.sentence
        }
    }

    /// The failure in words: what was run, how it ended, what it said, and what can be done.
    package var words: Sentence { story.with(hint: hint) }

    /// The same without what can be done.
    package var story: Sentence {
        let line = command.line
        let shown = line.utf8.count > 2000 ? line.prefix(1000) + "…" : line
        let head = [explanation, .same(shown)].joined(separator: ": ")
        return tail.isEmpty && awaited == nil ? head : [head, said].joined(separator: "\n")
    }

    /// The last lines that it printed, and what was waited for.
    private var said: Sentence {
        guard let awaited else { return .same(tail) }
        return Sentence(
            "waited for \u{201c}\(awaited)\u{201d}, got: \(tail)", "se esperaba «\(awaited)», y se recibió: \(tail)")
    }

    private var explanation: Sentence {
        let program = command.program
        switch reason {
        case .notFound: return Sentence("there is no program \(program)", "no existe el programa \(program)")
        case .cannotStart(let number):
            let text = ErrorNumber.words(for: number)
            return Sentence(
                "cannot start \(program) (\(text.english))", "no se puede arrancar \(program) (\(text.spanish))")
        case .ended(let ending): return ending.words
        case .tooMuch:
            let most = command.outputLimit >> 20
            return Sentence(
                "it printed more than \(most) MiB, which is not an answer",
                "imprimió más de \(most) MiB, y eso no es una respuesta")
        }
    }
}

extension Sentence {
    /// The sentence with advice on a line of its own.
    package func with(hint: Sentence?) -> Sentence {
        guard let hint else { return self }
        return Sentence("\(english)\nhint: \(hint.english)", "\(spanish)\nconsejo: \(hint.spanish)")
    }
}
