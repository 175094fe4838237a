import Harness
import Host
import SheetTesting
import XCTest

/// What is printed to be seen by hand can be typed as it is printed, in the shell that `./ci.sh shell` opens.
final class ByHandTests: ByHandTestCase {
    /// The commands lead to what the sheet asks for, one after the other, in one shell.
    func test_the_printed_commands_work_as_printed() throws {
        try type(
            [
                "namespace.pid", "namespace.user", "container.user", "container.init", "cgroup.path", "users.uid-map",
                "users.gid-map", "root.filesystem", "root.device", "volume.filesystem", "network.link",
            ], of: .docker)
    }
}
