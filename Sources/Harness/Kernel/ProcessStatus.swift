/// The kernel's description of a process (`/proc/PID/status`, proc_pid_status(5)).
package struct ProcessStatus: Sendable, Equatable {
    /// The four IDs of one kind that a process has (credentials(7)).
    package struct IDs: Sendable, Hashable {
        /// The ID of the user or group that started it.
        package var real: UInt32
        /// The ID that it acts as.
        package var effective: UInt32
        /// The ID that it can act as again.
        package var saved: UInt32
        /// The ID that counts for access to files.
        package var fileSystem: UInt32
    }

    /// The command's name, at most 15 bytes; the kernel writes a new line in it as `\n`.
    package var name: String
    /// The state's letter: `S` sleeping, `D` frozen by cgroup v1, `T` stopped, `Z` ended and not waited for.
    package var state: Character
    /// The PID of the parent, or 0 if the parent is outside of the PID namespace that `/proc` shows.
    package var parent: Int32
    /// The user IDs, in the reader's user namespace.
    package var uids: IDs
    /// The group IDs, in the reader's user namespace.
    package var gids: IDs
    /// The PIDs from the namespace that `/proc` shows to the innermost one.
    package var namespacePIDs: [Int32]
    /// The capabilities in force, one bit each (capabilities(7)).
    package var effectiveCapabilities: UInt64
    /// The capabilities that the process can ever get, one bit each.
    package var boundingCapabilities: UInt64
    /// 0 without seccomp, 1 strict, 2 with a filter; nil if the kernel has no seccomp.
    package var seccomp: Int?

    /// A status from the text of the file; throws an ``Unreadable``.
    package init(parsing text: String) throws {
        let fields = StatusFields(text)
        name = try fields.value("Name")
        state = try fields.parse("State", Sentence("a letter", "una letra")) { $0.columns.first?.first }
        parent = try fields.parse("PPid", Sentence("a PID", "un PID")) { Int32(digits: $0) }
        uids = try fields.parse("Uid", Sentence("four IDs", "cuatro identificadores"), Self.ids)
        gids = try fields.parse("Gid", Sentence("four IDs", "cuatro identificadores"), Self.ids)
        namespacePIDs = try fields.parse("NSpid", Sentence("PIDs", "una lista de PID")) { value in
            let pids = value.columns.map { Int32(digits: $0) }
            return pids.isEmpty || pids.contains(nil) ? nil : pids.compactMap { $0 }
        }
        effectiveCapabilities = try fields.parse("CapEff", Sentence("16 hexadecimal digits", "16 cifras hexadecimales"))
        { UInt64(digits: $0, radix: 16) }
        boundingCapabilities = try fields.parse("CapBnd", Sentence("16 hexadecimal digits", "16 cifras hexadecimales"))
        { UInt64(digits: $0, radix: 16) }
        seccomp =
            fields.has("Seccomp")
            ? try fields.parse("Seccomp", Sentence("a number", "un número")) { Int(digits: $0) } : nil
    }

    /// The status of a process, with the file it stands in; throws a ``PathError`` or an ``Unreadable``.
    package static func of(process: String) throws -> (status: ProcessStatus, file: TextFile) {
        let file = try TextFile.read("/proc/\(process)/status")
        return (try ProcessStatus(parsing: file.text), file)
    }

    private static func ids(_ value: String) -> IDs? {
        let ids = value.columns.compactMap { UInt32(digits: $0) }
        guard ids.count == 4, value.columns.count == 4 else { return nil }
        return IDs(real: ids[0], effective: ids[1], saved: ids[2], fileSystem: ids[3])
    }
}

/// The lines `Key:\tvalue` of a status file; only the first line of a key counts.
private struct StatusFields {
    private var lines: [String: String] = [:]

    package init(_ text: String) {
        for line in text.kernelLines {
            let pieces = line.pieces(at: ":", limit: 2)
            if pieces.count == 2 && lines[pieces[0]] == nil { lines[pieces[0]] = line }
        }
    }

    func has(_ key: String) -> Bool { lines[key] != nil }

    func value(_ key: String) throws -> String {
        guard let line = lines[key] else {
            throw Unreadable(
                .same("/proc/PID/status"), Sentence("there is no line \(key)", "falta la línea \(key)"),
                line: lines["Name"] ?? "")
        }
        let value = line.pieces(at: ":", limit: 2)[1]
        return value.after("\t") ?? value
    }

    func parse<Value>(_ key: String, _ expected: Sentence, _ parse: (String) -> Value?) throws -> Value {
        guard let value = parse(try value(key)) else {
            throw Unreadable(
                .same("/proc/PID/status"),
                Sentence("\(key) is not \(expected.english)", "\(key) no es \(expected.spanish)"),
                line: lines[key] ?? "")
        }
        return value
    }
}

extension ProcessStatus {
    /// The most memory that this program has had, in MiB (proc_pid_status(5), VmHWM); nil if the kernel does not say.
    ///
    /// getrusage(2) counts what the program that started this one had then.
    package static var peakMemory: Int? {
        let lines = (try? TextFile.read("/proc/self/status"))?.text.kernelLines ?? []
        let line = lines.lazy.compactMap { $0.after("VmHWM:") }.first
        return line?.columns.first.flatMap { Int($0) }.map { $0 / 1024 }
    }
}
