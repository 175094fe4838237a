/// Whether the processes of a cgroup may run.
package enum FreezerState: String, Sendable, Hashable, CaseIterable {
    case thawed, freezing, frozen

    /// The state from the text of v1's `freezer.state`; throws an ``Unreadable`` (kernel: freezer-subsystem).
    package init(parsing text: String) throws {
        switch text.trimmed {
        case "THAWED": self = .thawed
        case "FREEZING": self = .freezing
        case "FROZEN": self = .frozen
        default:
            throw Unreadable(
                .same("freezer.state"),
                Sentence("THAWED, FREEZING or FROZEN expected", "se esperaba THAWED, FREEZING o FROZEN"), line: text)
        }
    }

    /// The state from the texts of v2's `cgroup.freeze` and `cgroup.events`; throws an ``Unreadable``.
    ///
    /// The first says what this cgroup was told; the second says its state, in which its ancestors count too.
    package init(freeze: String, events: String) throws {
        let told = freeze.trimmed
        guard told == "0" || told == "1" else {
            throw Unreadable(.same("cgroup.freeze"), Sentence("0 or 1 expected", "se esperaba 0 o 1"), line: freeze)
        }
        switch try FlatKeyed.number(of: "frozen", in: events, of: "cgroup.events") {
        case 0: self = told == "1" ? .freezing : .thawed
        case 1: self = .frozen
        default:
            throw Unreadable(
                .same("cgroup.events"), Sentence("frozen is neither 0 nor 1", "frozen no es ni 0 ni 1"), line: events)
        }
    }
}

/// The files of a cgroup that stop its processes and let them continue.
///
/// On v1 the cgroup is that of the controller `freezer` (kernel: cgroup-v1/freezer-subsystem). On v2 every cgroup but
/// the root has these files (kernel: cgroup-v2, "cgroup.freeze").
package struct Freezer: Sendable, Equatable {
    package var cgroup: Cgroup

    /// The freezer of a cgroup.
    package init(_ cgroup: Cgroup) {
        self.cgroup = cgroup
    }

    /// The file that is written to freeze and to thaw.
    package var stateFile: String { cgroup.path(of: cgroup.isUnified ? "cgroup.freeze" : "freezer.state") }

    /// The state with the files that tell it; throws a ``PathError`` or an ``Unreadable``.
    package func state() throws -> (state: FreezerState, files: [TextFile]) {
        let file = try TextFile.read(stateFile)
        guard cgroup.isUnified else { return (try FreezerState(parsing: file.text), [file]) }
        let events = try TextFile.read(cgroup.path(of: "cgroup.events"))
        return (try FreezerState(freeze: file.text, events: events.text), [file, events])
    }

    /// Asks the kernel to stop the processes, without waiting for it; throws a ``PathError``.
    package func freeze() throws { try TextFile.write(cgroup.isUnified ? "1" : "FROZEN", to: stateFile) }

    /// Asks the kernel to let the processes continue, without waiting for it; throws a ``PathError``.
    package func thaw() throws { try TextFile.write(cgroup.isUnified ? "0" : "THAWED", to: stateFile) }
}
