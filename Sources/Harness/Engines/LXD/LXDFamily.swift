internal import Foundation
import Synchronization

/// LXD, or Incus, which was forked from LXD 5.16: the same commands and answers, but other names around them.
package enum LXDFamily: String, Sendable, CaseIterable, Codable {
    case lxd
    case incus

    /// The one in use, found out once: that of `LAB_LXC`; without it the only one, or the one that answers.
    package static var current: LXDFamily {
        chosen.withLock { chosen in
            let family =
                chosen ?? Setting.lxc.value.map { of(client: $0) }
                ?? choose(among: allCases.filter(\.hasClient)) {
                    $0.mayAnswer
                }
            chosen = family
            return family
        }
    }

    private static let chosen = Mutex<LXDFamily?>(nil)

    /// Makes it the one in use, because its programs are about to be installed.
    static func adopt(_ family: LXDFamily) { chosen.withLock { $0 = family } }

    /// The one whose client is installed; of both, the one that answers, and LXD if both do or neither.
    static func choose(among installed: [LXDFamily], answers: (LXDFamily) -> Bool) -> LXDFamily {
        installed.count > 1 ? installed.first(where: answers) ?? .lxd : installed.first ?? .lxd
    }

    /// Whether its client is installed, and not only Ubuntu's script `/usr/sbin/lxc`, which installs the snap when it is
    /// run (lxd-installer).
    var hasClient: Bool {
        guard let path = ProgramPath.path(of: client) else { return false }
        guard path == "/usr/sbin/lxc", ProgramPath.path(of: "snap") != nil, !TextFile.exists("/snap/bin/lxc") else {
            return true
        }
        return (try? TextFile.read(path, limit: 1 << 16).text.hasPrefix("#!")) != true
    }

    /// Whether a person's setting leads to its daemon, or somebody listens at one of its sockets.
    private var mayAnswer: Bool {
        [socketVariable, folderVariable].contains { EngineCommand.variable($0) != nil }
            || (sockets + [Endpoint.ownFolder(of: self) + "/unix.socket"]).contains(where: UnixSocket.isAlive)
    }

    /// The one whose client has that name or path; every name that does not begin with `incus` is LXD's.
    static func of(client: String) -> LXDFamily {
        (client as NSString).lastPathComponent.hasPrefix("incus") ? .incus : .lxd
    }

    var client: String { self == .lxd ? "lxc" : "incus" }
    /// Its name as its makers write it.
    var title: String { self == .lxd ? "LXD" : "Incus" }
    /// The name of its daemon's program.
    var daemon: String { self == .lxd ? "lxd" : "incusd" }
    /// The group that may speak to it.
    var group: String { self == .lxd ? "lxd" : "incus-admin" }
    /// The command that asks it to end, without options.
    var shutdown: [String] { self == .lxd ? ["lxd", "shutdown"] : ["incus", "admin", "shutdown"] }
    /// The command that initialises it, without options.
    var initialisation: [String] { self == .lxd ? ["lxd", "init"] : ["incus", "admin", "init"] }
    /// The variable that leads the client to the daemon's folder.
    var folderVariable: String { self == .lxd ? "LXD_DIR" : "INCUS_DIR" }
    /// The variable that leads the client to the daemon's socket, in any folder.
    var socketVariable: String { self == .lxd ? "LXD_SOCKET" : "INCUS_SOCKET" }
    /// The variable that tells the client where to keep its settings.
    var settingsVariable: String { self == .lxd ? "LXD_CONF" : "INCUS_CONF" }
    /// The beginning of the names of its bridges.
    var bridgePrefix: String { self == .lxd ? "lxdbr" : "incusbr" }
    /// Its table of nftables, of the family `inet`.
    var firewallTable: String { rawValue }
    /// The sockets of the machine's own daemon: Debian's, the snap's.
    package var sockets: [String] {
        self == .lxd
            ? ["/var/lib/lxd/unix.socket", "/var/snap/lxd/common/lxd/unix.socket"] : ["/var/lib/incus/unix.socket"]
    }

    /// A line for a person to type, with the client's own name in place of `lxc`.
    package func spelling(_ line: String) -> String {
        if self == .lxd { return line }
        return line.replacing(#/\blxc (?=[a-z])/#, with: client + " ").replacing("lxdbr0", with: bridgePrefix + "0")
            .replacing("/var/lib/lxd/", with: "/var/lib/incus/")
    }
}
