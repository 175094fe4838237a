internal import Foundation

/// One program that was run, as the file in `LAB_COMMANDS` keeps it: a line of JSON.
package struct LoggedCommand: Codable, Sendable, Hashable {
    /// When it was started, in seconds since the machine's start.
    package var at: Double
    /// How long it ran, in seconds.
    package var seconds: Double
    /// Its exit status; nil if it was killed.
    package var status: Int32?
    /// Its name, or path, and its arguments.
    package var words: [String]
    /// What it was given on standard input.
    package var input: String?
    /// Whether it was on a terminal.
    package var onTerminal: Bool
}

/// The file to which every program is added that this process runs.
enum CommandLog {
    /// The open file; nil if none is wanted, or if it cannot be opened.
    private static let file: FileHandle? = Setting.commands.value.flatMap { path in
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        if descriptor < 0 { StandardError.say("\(Setting.commands.rawValue): \(path) cannot be written") }
        return descriptor < 0 ? nil : FileHandle(fileDescriptor: descriptor)
    }

    /// Whether what is run is kept.
    static let isOpen = file != nil

    /// Adds a line, in one write, so that lines of other processes stay whole.
    static func add(_ command: LoggedCommand) {
        guard let file, var line = try? JSONEncoder().encode(command) else { return }
        line.append(UInt8(ascii: "\n"))
        try? file.write(contentsOf: line)
    }
}
