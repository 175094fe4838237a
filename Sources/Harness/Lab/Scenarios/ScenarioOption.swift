/// An option that a person may add to the sheet's command: a word of a closed table, with a limited value.
///
/// Nothing else reaches an engine's command line, because a scenario may come from a stranger's report.
package struct ScenarioOption: Sendable, Hashable {
    /// The spelling in the engine's documentation, `--pid` or `-c limits.processes`.
    package var name: String
    /// The value, checked and in one spelling.
    package var value: String

    /// The option as a person types it: `--pid=host`, `-u 0:0`, `-c limits.processes=32`.
    package var text: String {
        name.hasPrefix("--") || name.contains(" ") ? "\(name)=\(value)" : "\(name) \(value)"
    }

    /// The values of an option.
    package enum Kind: Sendable, Equatable {
        case word([String])
        case user
        case number(ClosedRange<Int>)
        case truth
        case idmap
        case idRange

        /// The values in words, for an error or a help text.
        package var description: String {
            switch self {
            case .word(let words): words.joined(separator: ", ")
            case .user: "UID or UID:GID"
            case .number(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
            case .truth: "true, false"
            case .idRange: "0:HOST:COUNT, with ids of the host from 65536 on, and at least 65536 of them"
            case .idmap: "both HOST CONTAINER, or uid or gid in place of both"
            }
        }
    }

    /// A row of the table.
    package struct Row: Sendable {
        package var engine: Engine
        /// The spellings; the first one is shown and used.
        package var names: [String]
        /// The values that it takes.
        package var kind: Kind
        /// The value of the option if none is typed; nil if it must have one.
        package var implied: String?
        /// The value in the sheet's own command: an option with this value changes nothing, and is left out.
        package var usual: String?
        /// Whether the option may be repeated with other values.
        package var isRepeatable = false
    }

    /// All options that a scenario may have.
    package static let table: [Row] = [
        Row(engine: .docker, names: ["--pid"], kind: .word(["host", "container:first"])),
        Row(engine: .docker, names: ["--uts"], kind: .word(["host"])),
        Row(engine: .docker, names: ["--ipc"], kind: .word(["host", "private", "shareable", "container:first"])),
        Row(
            engine: .docker, names: ["--network", "--net"], kind: .word(["host", "none", "bridge", "container:first"])),
        Row(engine: .docker, names: ["--cgroupns"], kind: .word(["host", "private"])),
        Row(engine: .docker, names: ["--userns"], kind: .word(["host"])),
        // An option of the daemon: the harness starts one that has it.
        Row(engine: .docker, names: ["--userns-remap"], kind: .word(["default"]), implied: "default"),
        Row(engine: .docker, names: ["-u", "--user"], kind: .user),
        Row(engine: .docker, names: ["--pids-limit"], kind: .number(8...4096)),
        Row(engine: .docker, names: ["--rm"], kind: .truth, implied: "true", usual: "true"),
        Row(engine: .docker, names: ["--tty", "-t", "-it", "-ti"], kind: .truth, implied: "true", usual: "true"),
        Row(engine: .docker, names: ["--init"], kind: .truth, implied: "true"),
        Row(engine: .docker, names: ["--read-only"], kind: .truth, implied: "true"),
        Row(engine: .lxd, names: ["-c security.privileged"], kind: .truth),
        Row(engine: .lxd, names: ["-c security.nesting"], kind: .truth),
        Row(engine: .lxd, names: ["-c security.idmap.isolated"], kind: .truth),
        Row(engine: .lxd, names: ["-c limits.processes"], kind: .number(16...4096)),
        Row(engine: .lxd, names: ["-c raw.idmap"], kind: .idmap),
        Row(engine: .lxd, names: ["--ephemeral", "-e"], kind: .truth, implied: "true"),
        Row(engine: .lxd, names: ["--storage", "-s"], kind: .word(["dir", "btrfs", "lvm", "zfs"])),
        // LXD's own `lxc storage create … source=`: a pool on a block device in place of a file.
        Row(engine: .lxd, names: ["--storage-source"], kind: .word(["device"])),
        Row(engine: .lxd, names: ["--device=shift"], kind: .truth, implied: "true"),
        Row(engine: .lxd, names: ["--docker-pid"], kind: .word(["host"])),
        Row(
            engine: .kernel, names: ["--share"], kind: .word(NamespaceKind.allCases.map(\.rawValue)),
            isRepeatable: true),
        Row(engine: .kernel, names: ["--private"], kind: .word(["time"])),
        Row(engine: .kernel, names: ["--map"], kind: .idRange),
        Row(
            engine: .kernel, names: ["--without"], kind: .word(KernelOptions.Part.allCases.map(\.rawValue)),
            isRepeatable: true),
        Row(engine: .kernel, names: ["--pids-limit"], kind: .number(8...4096)),
    ]
}
