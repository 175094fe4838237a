import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The sheet's question on Docker's default: what a Docker is like that maps the users, as LXD does (Exercise3bisUsersTests).
final class RemappedUsersTests: SheetTestCase {
    /// There is a user namespace of the container's own.
    func test_the_users_are_private() throws {
        try confirm("docker --userns-remap: namespace.user is private")
    }

    /// Root inside is nobody special outside.
    func test_root_inside_is_unprivileged() throws {
        try confirm("docker --userns-remap: users.root-inside-is is unprivileged")
    }

    /// The map begins at the first id of the range that the daemon finds for dockremap.
    func test_the_uid_map_is_the_one_that_the_daemon_finds() throws {
        let ids = try RemapAccounts.ofThisMachine().uids

        try confirm("docker --userns-remap: users.uid-map is 0 \(ids.start) \(ids.count)")
    }

    /// A file that the default user makes in the volume belongs to 100 more on the host.
    func test_the_default_users_file_belongs_to_100_more() throws {
        let accounts = try RemapAccounts.ofThisMachine()
        let (uid, gid) = (accounts.uids.start + 100, accounts.gids.start + 101)

        try confirm("docker --userns-remap: owner.default-user-file.on-host is \(uid):\(gid)")
    }

    /// Vice versa, the files of the host's users are nobody's inside.
    func test_the_host_users_file_is_nobodys_inside() throws {
        try confirm("docker --userns-remap: owner.host-user-file.in-container is 65534:65534")
    }

    /// And root's.
    func test_the_host_roots_file_is_nobodys_inside() throws {
        try confirm("docker --userns-remap: owner.host-root-file.in-container is 65534:65534")
    }

    /// Sharing data: two containers have one map, so that each sees the other's files as its own.
    func test_a_second_container_sees_roots_file_as_roots() throws {
        try confirm("docker --userns-remap: owner.root-file.in-second-container is 0:0")
    }

    /// Flexibility: root inside may write no more into a host user's folder than anybody else.
    func test_root_inside_may_not_write_into_a_host_users_folder() throws {
        try confirm("docker --userns-remap -u 0:0: volume.write-by-default-user is refused")
    }

    /// Security: a program that the container's root makes setuid is not root's on the host.
    func test_a_setuid_program_from_inside_is_not_roots_on_the_host() throws {
        try confirm("docker --userns-remap: volume.setuid-root-from-container is not root on the host")
    }

    /// A container with --userns=host is as with Docker's default.
    func test_with_userns_host_root_inside_is_the_hosts_root_again() throws {
        try confirm("docker --userns-remap --userns=host: users.root-inside-is is host root")
    }
}
