import Harness
import Host
import SheetTesting
import XCTest

/// The sheet's first command with LXD: `lxc launch images:alpine/3.13 myalpine`.
final class LaunchbisTests: SheetTestCase {
    /// A system container runs as its own root.
    func test_the_default_user_is_root() throws {
        try confirm("lxd: container.user is 0:0")
    }

    /// The image is Alpine.
    func test_the_image_is_alpine() throws {
        try require(.lxd)
        try confirm("lxd: container.os is \(isStandIn(.lxd) ? "stand-in for alpine" : "alpine")")
    }

    /// The Bourne shell is there, bash is not.
    func test_there_is_no_bash() throws {
        try confirm("lxd: container.shell.bash is absent")
    }

    /// `lxc exec myalpine sh` works with the system on a terminal.
    func test_the_shell_has_a_terminal() throws {
        try confirm("lxd: container.terminal is allocated")
    }

    /// LXD runs a distribution: the container starts with an init.
    func test_the_first_process_is_an_init() throws {
        try confirm("lxd: container.init is init")
    }

    /// The container stays when it is stopped.
    func test_the_container_stays_when_it_ends() throws {
        try confirm("lxd: container.on-exit is kept")
    }

    /// An ephemeral one does not.
    func test_an_ephemeral_container_disappears_when_it_ends() throws {
        try confirm("lxd --ephemeral: container.on-exit is removed")
    }
}
