internal import Foundation
internal import Synchronization

/// Detects that a client waits for a connection that its daemon does not accept.
///
/// The client would wait for ever, and every other client too. A daemon that has accepted no connection is still
/// starting, for example after systemd's socket activation.
struct ShutOut {
    /// The session of the client, which a wrapper around it shares.
    let session: Int32
    /// The end of the path of the daemon's socket.
    let socket: String

    private var nextLook = ContinuousClock.now + Duration.seconds(1).patient
    private var looks = 0

    /// The looks in a row that must find the connection unaccepted, each at least a quarter of a second after the last.
    private static let enough = 8

    package init(session: Int32, socket: String) { (self.session, self.socket) = (session, socket) }

    /// Whether enough looks in a row have found the client shut out; may be called at any rate.
    mutating func look() -> Bool {
        guard ContinuousClock.now >= nextLook else { return false }
        nextLook = ContinuousClock.now + Duration.milliseconds(250).patient
        let table = (try? Command("ss", ["-H", "-x", "-p"]).run().text) ?? ""
        let open = Self.accepted.withLock { $0 }
        let isWaiting =
            Self.serves(in: table, on: socket) { open.contains(getsid($0)) }
            && Self.unaccepted(in: table).contains { getsid($0) == session }
        looks = isWaiting ? looks + 1 : 0
        return looks >= Self.enough
    }

    /// The sessions of clients of this process that were let in, and stay connected for long.
    static let accepted = Mutex<Set<Int32>>([])

    /// Whether a daemon has accepted a connection on a socket, by the output of ss(8).
    ///
    /// The connections of some clients do not count: they were accepted long ago, and the daemon may hang since.
    static func serves(in table: String, on socket: String, without isOld: (Int32) -> Bool = { _ in false }) -> Bool {
        let rows = rows(of: table)
        return rows.contains { served in
            guard served[1] == "ESTAB", served[4].hasSuffix(socket) else { return false }
            let clients = rows.filter { $0[5] == served[7] }.flatMap(Self.processes)
            return clients.isEmpty || !clients.allSatisfy(isOld)
        }
    }

    private static func processes(in row: [Substring]) -> [Int32] {
        row[8].components(separatedBy: "pid=").dropFirst().compactMap { Int32($0.prefix { $0.isNumber }) }
    }

    /// The processes with a connection that has sent something and has no peer yet, by the output of ss(8).
    static func unaccepted(in table: String) -> [Int32] {
        rows(of: table).flatMap { columns -> [Int32] in
            guard columns[1] == "ESTAB", columns[3] != "0", columns[7] == "0" else { return [] }
            return processes(in: columns)
        }
    }

    private static func rows(of table: String) -> [[Substring]] {
        table.split(separator: "\n").map { $0.split(separator: " ") }.filter { $0.count >= 9 }
    }
}
