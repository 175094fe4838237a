/// The most processes and threads that a cgroup may hold.
package enum PidsLimit: Sendable, Hashable, CustomStringConvertible {
    case unlimited
    case limit(UInt64)

    /// The limit from the text of `pids.max`: a number or `max`; throws an ``Unreadable``.
    package init(parsing text: String) throws {
        let word = text.trimmed
        if word == "max" {
            self = .unlimited
        } else if let number = UInt64(digits: word) {
            self = .limit(number)
        } else {
            throw Unreadable(
                .same("pids.max"), Sentence("a number or max expected", "se esperaba un número o max"), line: text)
        }
    }

    /// The limit in words: a number or `unlimited`.
    package var description: String {
        switch self {
        case .unlimited: "unlimited"
        case .limit(let number): String(number)
        }
    }

    /// The limit as `pids.max` takes it.
    var word: String { self == .unlimited ? "max" : description }
}

/// The files of a cgroup that count its processes and refuse more of them (kernel: cgroup-v1/pids, cgroup-v2).
package struct PidsController: Sendable, Equatable {
    /// The cgroup: on v1 the one of the controller `pids`.
    package var cgroup: Cgroup

    /// The controller's files in a cgroup.
    package init(_ cgroup: Cgroup) {
        self.cgroup = cgroup
    }

    package var limitFile: String { cgroup.path(of: "pids.max") }

    /// The limit of this cgroup alone, without its ancestors'; throws a ``PathError`` or an ``Unreadable``.
    package func limit() throws -> (limit: PidsLimit, file: TextFile) {
        let file = try TextFile.read(limitFile)
        return (try PidsLimit(parsing: file.text), file)
    }

    /// Sets the limit, which ends no process even below the current number; throws a ``PathError``.
    package func setLimit(_ limit: PidsLimit) throws { try TextFile.write(limit.word, to: limitFile) }

    /// The number of processes and threads; throws a ``PathError`` or an ``Unreadable``.
    package func current() throws -> (count: UInt64, file: TextFile) {
        let file = try TextFile.read(cgroup.path(of: "pids.current"))
        return (try Self.current(parsing: file.text), file)
    }

    /// The number of forks refused since the cgroup was made; throws a ``PathError`` or an ``Unreadable``.
    package func refusals() throws -> (count: UInt64, file: TextFile) {
        let file = try TextFile.read(cgroup.path(of: "pids.events"))
        return (try Self.refusals(parsing: file.text), file)
    }

    /// The number in the text of `pids.current`; throws an ``Unreadable``.
    package static func current(parsing text: String) throws -> UInt64 {
        guard let count = UInt64(digits: text.trimmed) else {
            throw Unreadable(.same("pids.current"), Sentence("a number expected", "se esperaba un número"), line: text)
        }
        return count
    }

    /// The number after `max` in the text of `pids.events`; throws an ``Unreadable``.
    package static func refusals(parsing text: String) throws -> UInt64 {
        try FlatKeyed.number(of: "max", in: text, of: "pids.events")
    }
}
