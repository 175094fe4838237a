internal import Foundation

/// The folders in which programs are looked for: those of `PATH`, then others that it may lack.
///
/// After `su`, root keeps the user's `PATH` (su(1)), in which there is neither `iptables` nor `losetup`. Incus's daemon
/// is in none of the usual folders (Debian), and sudo's `PATH` may lack the snaps.
package enum ProgramPath {
    /// The folders in the order of the search.
    package static let folders: [String] = {
        let listed = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let missing = ["/usr/sbin", "/sbin", "/usr/bin", "/bin", "/usr/libexec/incus", "/snap/bin"].filter {
            !listed.contains($0)
        }
        setenv("PATH", (listed + missing).joined(separator: ":"), 1)
        return listed + missing
    }()

    /// The program of that name, if it is there and can be executed.
    package static func path(of program: String) -> String? { paths(of: program).first }

    /// All programs of that name, first the one that is run.
    package static func paths(of program: String) -> [String] {
        folders.map { $0 + "/" + program }.filter { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
