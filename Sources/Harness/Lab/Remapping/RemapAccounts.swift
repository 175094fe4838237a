/// The files of `/etc` for a daemon with `--userns-remap=default` (dockerd(8)).
///
/// They are the machine's own, with the user `dockremap` and its range of ids. Docker would add them to the machine's
/// own files itself (`useradd`); here the daemon finds them in an `/etc` of its own.
struct RemapAccounts: Equatable {
    /// The user that Docker takes for `default`.
    static let user = "dockremap"
    /// The number of ids that one range has, as `useradd` gives it (login.defs(5), SUB_UID_COUNT).
    static let count: UInt32 = 65536
    /// The first id that a range may have (login.defs(5), SUB_UID_MIN).
    private static let minimum: UInt32 = 100_000
    /// The user's own id, which no container gets.
    private static let own = 64_999

    /// The names of the files, as in `/etc`.
    static let names = ["passwd", "group", "subuid", "subgid"]

    /// The texts of the files by their names.
    let texts: [String: String]
    /// The ids of the host that the daemon gives to the users and groups of its containers.
    let uids, gids: SubordinateIDs.Entry

    /// The files with the user, made of the machine's; throws a ``Lacking`` if every id is granted to somebody.
    init(_ machine: [String: String]) throws {
        let (subuid, subgid) = try (
            SubordinateIDs(parsing: machine["subuid"] ?? ""), SubordinateIDs(parsing: machine["subgid"] ?? "")
        )
        // A machine whose own Docker maps users has the user already.
        let known = [subuid, subgid].map { $0.range(for: Self.user) }
        let first = try known.contains(nil) ? Self.free(beside: subuid.entries + subgid.entries) : Self.minimum
        let free = SubordinateIDs.Entry(name: Self.user, start: first, count: Self.count)
        (uids, gids) = (known[0] ?? free, known[1] ?? free)
        let lines = [
            "passwd": "\(Self.user):x:\(Self.own):\(Self.own)::/:/bin/false", "group": "\(Self.user):x:\(Self.own):",
            "subuid": "\(Self.user):\(first):\(Self.count)", "subgid": "\(Self.user):\(first):\(Self.count)",
        ]
        texts = Dictionary(
            uniqueKeysWithValues: lines.map { name, line in
                let text = machine[name] ?? ""
                let isThere = text.split(separator: "\n").contains { $0.hasPrefix(Self.user + ":") }
                let end = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
                return (name, isThere ? text : text + end + line + "\n")
            })
    }

    /// The files for a daemon on this machine.
    static func ofThisMachine() throws -> RemapAccounts {
        let files = names.map { ($0, try? TextFile.read("/etc/" + $0).text) }
        return try RemapAccounts(Dictionary(uniqueKeysWithValues: files).compactMapValues(\.self))
    }

    /// The first of so many ids that nobody has.
    private static func free(beside entries: [SubordinateIDs.Entry]) throws -> UInt32 {
        var first = UInt64(minimum)
        for entry in entries.sorted(by: { $0.start < $1.start }) {
            let end = UInt64(entry.start) + UInt64(entry.count)
            if end > first, UInt64(entry.start) < first + UInt64(count) { first = end }
        }
        // The kernel keeps the last id for “none”, and many programs take an id for a signed number.
        guard first + UInt64(count) <= UInt64(Int32.max) else {
            throw Lacking.userRemapping(
                Sentence(
                    "/etc/subuid and /etc/subgid leave no \(count) ids free: shorten a range there",
                    "/etc/subuid y /etc/subgid no dejan libres \(count) identificadores: acorte allí algún rango"))
        }
        return UInt32(first)
    }
}
