import Harness
import Host
import SheetTesting
import XCTest

/// The same with LXD.
final class ByHandbisTests: ByHandTestCase {
    /// The commands lead to what the sheet asks for, one after the other, in one shell.
    func test_the_printed_commands_work_as_printed() throws {
        try type(
            [
                "namespace.pid", "namespace.user", "container.user", "container.init", "cgroup.path", "users.uid-map",
                "users.gid-map", "root.filesystem", "root.device", "volume.filesystem", "network.link", "pool.driver",
            ], of: .lxd)
    }
}
