import Harness
import Host
import SheetTesting
import XCTest

/// The sheet's first command: `docker run -it --rm -v ~/datos:/data curlimages/curl sh`.
final class LaunchTests: SheetTestCase {
    /// The image runs by default with UID 100 and GID 101.
    func test_the_default_user_is_100_101() throws {
        try confirm("docker: container.user is 100:101")
    }

    /// The option -u changes the user.
    func test_the_option_u_changes_the_user() throws {
        try confirm("docker -u 0:0: container.user is 0:0")
    }

    /// The image of curl is built on Alpine.
    func test_the_image_is_built_on_alpine() throws {
        try require(.docker)
        try confirm("docker: container.os is \(isStandIn(.docker) ? "stand-in for alpine" : "alpine")")
    }

    /// It does not have bash.
    func test_there_is_no_bash() throws {
        try confirm("docker: container.shell.bash is absent")
    }

    /// It is run interactively, associated with the terminal (-it).
    func test_the_shell_has_a_terminal() throws {
        try confirm("docker: container.terminal is allocated")
    }

    /// Without -t there is no terminal.
    func test_without_t_the_shell_has_no_terminal() throws {
        try confirm("docker --tty=false: container.terminal is none")
    }

    /// Docker wraps an application: the container starts with the shell, and with nothing else.
    func test_the_first_process_is_the_application() throws {
        try confirm("docker: container.init is application")
    }

    /// It disappears when its execution is completed (--rm).
    func test_the_container_disappears_when_it_ends() throws {
        try confirm("docker: container.on-exit is removed")
    }

    /// Without --rm it stays.
    func test_without_rm_the_container_stays() throws {
        try confirm("docker --rm=false: container.on-exit is kept")
    }
}
