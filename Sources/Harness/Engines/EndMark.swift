internal import Host

/// What a shell prints at the end of a program, on both streams, with random digits.
struct EndMark {
    private let mark = "lab-\(UInt64.random(in: 0 ... .max))"

    /// The line of the shell that prints the mark, and the exit status of what came before it.
    var line: String { "s=$?; echo >&2; echo \(mark) >&2; echo; echo \(mark) $s \(mark)" }

    /// The last that standard output and standard error print.
    var output: [UInt8] { Array(" \(mark)\n".utf8) }
    var errors: [UInt8] { Array("\n\(mark)\n".utf8) }

    /// The bytes before the mark; all of them if it is not there.
    func cut(_ printed: [UInt8]) -> [UInt8] {
        let start = Array("\n\(mark)".utf8)
        return printed.lastRange(of: start).map { Array(printed[..<$0.lowerBound]) } ?? printed
    }

    /// The outcome of a command that has printed this, the marks at the ends; nil if they make no sense.
    func outcome(of command: Command, printing printed: (output: [UInt8], errors: [UInt8])) -> Outcome? {
        let start = Array("\n\(mark)".utf8)
        guard let end = printed.output.lastRange(of: start), let endOfErrors = printed.errors.lastRange(of: start)
        else { return nil }
        let words = String(decoding: printed.output[end.upperBound...], as: UTF8.self).split(separator: " ")
        guard let status = words.first.flatMap({ Int32($0) }) else { return nil }
        let (output, errors) = (printed.output[..<end.lowerBound], printed.errors[..<endOfErrors.lowerBound])
        let limit = command.outputLimit
        return Outcome(
            command: command, ending: .exited(status), output: Array(output.prefix(limit)),
            errors: Array(errors.prefix(limit)),
            discarded: max(0, output.count - limit) + max(0, errors.count - limit))
    }
}
