internal import Foundation

/// Finds out that a client waits for a connection which its daemon does not accept.
///
/// LXD 5.0 waits for the first bytes of each connection before it accepts the next, and its own client sometimes opens
/// one on which it says nothing, and then waits for the next: it would wait for ever, and every other client with it.
/// A daemon that has accepted no connection at all is still starting, as one does that systemd starts by its socket.
struct ShutOut {
    /// The session of the client, which a wrapper around it shares.
    let session: Int32

    private var nextLook = ContinuousClock.now + Duration.seconds(1).patient
    private var looks = 0

    /// How many looks in a row must find the connection unaccepted; they are at least a quarter of a second apart.
    private static let enough = 8

    package init(session: Int32) { self.session = session }

    /// Whether the client has been found shut out so often that it will not be let in; asked as often as one likes.
    mutating func look() -> Bool {
        guard ContinuousClock.now >= nextLook else { return false }
        nextLook = ContinuousClock.now + Duration.milliseconds(250).patient
        let table = (try? Command("ss", ["-H", "-x", "-p"]).run().text) ?? ""
        let isWaiting = Self.serves(in: table) && Self.unaccepted(in: table).contains { getsid($0) == session }
        looks = isWaiting ? looks + 1 : 0
        return looks >= Self.enough
    }

    /// Whether a daemon has accepted a connection on LXD's socket, in the words of ss(8).
    static func serves(in table: String) -> Bool {
        rows(of: table).contains { $0[1] == "ESTAB" && $0[4].hasSuffix("/unix.socket") }
    }

    /// The processes with a connection that has sent something and has no peer yet, in the words of ss(8).
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
