internal import Foundation

/// LXD, or Incus, which was forked from LXD 5.16: the same commands and answers, but other names around them.
package enum LXDFamily: String, Sendable, CaseIterable, Codable {
    case lxd
    case incus

    /// The one in use: that of `LAB_LXC`; without it Incus if only its command exists, else LXD.
    package static let current: LXDFamily = {
        if let named = Setting.lxc.value { return of(client: named) }
        let hasLXC = ProgramPath.path(of: LXDFamily.lxd.client) != nil
        return !hasLXC && ProgramPath.path(of: LXDFamily.incus.client) != nil ? .incus : .lxd
    }()

    /// The one whose client has that name or path; every name that does not begin with `incus` is LXD's.
    static func of(client: String) -> LXDFamily {
        (client as NSString).lastPathComponent.hasPrefix("incus") ? .incus : .lxd
    }

    var client: String { self == .lxd ? "lxc" : "incus" }
    /// Its name as its makers write it.
    var title: String { self == .lxd ? "LXD" : "Incus" }
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
