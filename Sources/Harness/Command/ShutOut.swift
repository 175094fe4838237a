internal import Foundation

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
        let isWaiting =
            Self.serves(in: table, on: socket) && Self.unaccepted(in: table).contains { getsid($0) == session }
        looks = isWaiting ? looks + 1 : 0
        return looks >= Self.enough
    }

    /// Whether a daemon has accepted a connection on a socket, by the output of ss(8).
    static func serves(in table: String, on socket: String) -> Bool {
        rows(of: table).contains { $0[1] == "ESTAB" && $0[4].hasSuffix(socket) }
    }

    /// The processes with a connection that has sent something and has no peer yet, by the output of ss(8).
    static func unaccepted(in table: String) -> [Int32] {
        rows(of: table).flatMap { columns -> [Int32] in
            guard columns[1] == "ESTAB", columns[3] != "0", columns[7] == "0" else { return [] }
            return columns[8].components(separatedBy: "pid=").dropFirst().compactMap {
                Int32($0.prefix { $0.isNumber })
            }
        }
    }

    private static func rows(of table: String) -> [[Substring]] {
        table.split(separator: "\n").map { $0.split(separator: " ") }.filter { $0.count >= 9 }
    }
}
