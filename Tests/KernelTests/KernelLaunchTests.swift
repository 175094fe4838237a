import Harness
import Host
import SheetTesting
import XCTest

/// A container put together by hand: `lab recipe kernel`.
final class KernelLaunchTests: SheetTestCase {
    /// Whoever puts it together is root, and so is its first process.
    func test_the_default_user_is_root() throws {
        try confirm("kernel: container.user is 0:0")
    }

    /// Its root is made of the layers of Docker's stand-in.
    func test_the_image_is_dockers_stand_in() throws {
        try confirm("kernel: container.os is stand-in for alpine")
    }

    /// It does not have bash.
    func test_there_is_no_bash() throws {
        try confirm("kernel: container.shell.bash is absent")
    }

    /// There is nothing in it but the shell: nobody has started an init.
    func test_the_first_process_is_the_application() throws {
        try confirm("kernel: container.init is application")
    }
}
