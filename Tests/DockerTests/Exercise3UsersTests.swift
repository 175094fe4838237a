import Harness
import Host
import SheetTesting
import XCTest

/// Exercise 3: users.
final class Exercise3UsersTests: SheetTestCase {
    /// The user namespace is shared: the map of the users is the identity.
    func test_the_uid_map_is_the_identity() throws {
        try confirm("docker: users.uid-map is 0 0 4294967295")
    }

    /// So is the map of the groups.
    func test_the_gid_map_is_the_identity() throws {
        try confirm("docker: users.gid-map is 0 0 4294967295")
    }

    /// Root inside is root outside.
    func test_root_inside_is_the_hosts_root() throws {
        try confirm("docker: users.root-inside-is is host root")
    }

    /// A file that the default user makes in the volume belongs to 100:101 on the host.
    func test_the_default_users_file_belongs_to_100_101() throws {
        try confirm("docker: owner.default-user-file.on-host is 100:101")
    }

    /// With the superuser (-u 0:0) it belongs to root.
    func test_roots_file_belongs_to_root() throws {
        try confirm("docker -u 0:0: owner.root-file.on-host is 0:0")
    }

    /// A second container sees root's file as root's.
    func test_a_second_container_sees_roots_file_as_roots() throws {
        try confirm("docker -u 0:0: owner.root-file.in-second-container is 0:0")
    }

    /// And vice versa: a file of the host's user is his in the container too.
    func test_the_host_users_file_is_his_inside() throws {
        try confirm("docker: owner.host-user-file.in-container is 1000:1000")
    }

    /// A file of the host's root is root's in the container too.
    func test_the_host_roots_file_is_roots_inside() throws {
        try confirm("docker: owner.host-root-file.in-container is 0:0")
    }

    /// A second container sees the file of the host's user as the first does.
    func test_a_second_container_sees_the_host_users_file_as_his() throws {
        try confirm("docker: owner.host-user-file.in-second-container is 1000:1000")
    }

    /// And the file of the host's root.
    func test_a_second_container_sees_the_host_roots_file_as_roots() throws {
        try confirm("docker: owner.host-root-file.in-second-container is 0:0")
    }

    /// Flexibility: the default user may not write where the folder is a host user's.
    func test_the_default_user_may_not_write_into_a_host_users_folder() throws {
        try confirm("docker: volume.write-by-default-user is refused")
    }

    /// The superuser may.
    func test_root_may_write_into_a_host_users_folder() throws {
        try confirm("docker -u 0:0: volume.write-by-default-user is allowed")
    }

    /// Security: a program that the container's root makes setuid is root's on the host.
    func test_a_setuid_program_from_inside_is_roots_on_the_host() throws {
        try confirm("docker -u 0:0: volume.setuid-root-from-container is effective on the host")
    }
}
