import Harness
import Host
import SheetTesting
import XCTest

/// Exercise 3bis: users.
///
/// Two containers share the folder; the first has a user test with UID 500.
final class Exercise3bisUsersTests: SheetTestCase {
    /// There is a user namespace of the container's own: /proc/PID/uid_map.
    func test_the_uid_map_is_the_one_that_the_host_grants() throws {
        let ids = try Machine.lxdIDs()

        try confirm("lxd: users.uid-map is 0 \(ids.start) \(ids.count)")
    }

    /// And /proc/PID/gid_map.
    func test_the_gid_map_is_the_one_that_the_host_grants() throws {
        let ids = try Machine.lxdIDs()

        try confirm("lxd: users.gid-map is 0 \(ids.start) \(ids.count)")
    }

    /// Root inside is nobody special outside.
    func test_root_inside_is_unprivileged() throws {
        try confirm("lxd: users.root-inside-is is unprivileged")
    }

    /// A file that the superuser makes in the shared disk, in the context of the host.
    func test_roots_file_belongs_to_the_first_granted_id() throws {
        let base = try Machine.lxdIDs().start

        try confirm("lxd: owner.root-file.on-host is \(base):\(base)")
    }

    /// A file that the normal user test makes, in the context of the host.
    func test_the_file_of_test_belongs_to_500_more() throws {
        try require(.lxd)
        let base = try Machine.lxdIDs().start
        let gid = try Observer.shared.use(.lxd) { try $0.groupOfTest() }

        try confirm("lxd: owner.test-file.on-host is \(base + 500):\(base + gid)")
    }

    /// Root's file in the ambit of the second container.
    func test_the_second_container_sees_roots_file_as_roots() throws {
        try confirm("lxd: owner.root-file.in-second-container is 0:0")
    }

    /// The file of test in the ambit of the second container.
    func test_the_second_container_sees_the_file_of_test_as_500() throws {
        try require(.lxd)
        let gid = try Observer.shared.use(.lxd) { try $0.groupOfTest() }

        try confirm("lxd: owner.test-file.in-second-container is 500:\(gid)")
    }

    /// A file that the host's normal user makes, in the ambit of the containers.
    func test_the_host_users_file_is_nobodys_inside() throws {
        try confirm("lxd: owner.host-user-file.in-container is 65534:65534")
    }

    /// A file that the host's superuser makes, in the ambit of the containers.
    func test_the_host_roots_file_is_nobodys_inside() throws {
        try confirm("lxd: owner.host-root-file.in-container is 65534:65534")
    }

    /// The second container sees the host's files as the first does.
    func test_the_second_container_sees_the_host_users_file_as_nobodys() throws {
        try confirm("lxd: owner.host-user-file.in-second-container is 65534:65534")
    }

    /// And root's.
    func test_the_second_container_sees_the_host_roots_file_as_nobodys() throws {
        try confirm("lxd: owner.host-root-file.in-second-container is 65534:65534")
    }

    /// A privileged container's root is the host's.
    func test_root_of_a_privileged_container_is_the_hosts_root() throws {
        try confirm("lxd -c security.privileged=true: users.root-inside-is is host root")
    }

    /// A program that the container's root makes setuid is not root's on the host.
    func test_a_setuid_program_from_inside_is_not_roots_on_the_host() throws {
        try confirm("lxd: volume.setuid-root-from-container is not root on the host")
    }
}
