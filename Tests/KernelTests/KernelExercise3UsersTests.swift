import Harness
import Host
import SheetTesting
import XCTest

/// Exercise 3 by hand: the files uid_map and gid_map.
final class KernelExercise3UsersTests: SheetTestCase {
    /// Without a user namespace the map of the users is the identity.
    func test_the_uid_map_is_the_identity() throws {
        try confirm("kernel: users.uid-map is 0 0 4294967295")
    }

    /// So is the map of the groups.
    func test_the_gid_map_is_the_identity() throws {
        try confirm("kernel: users.gid-map is 0 0 4294967295")
    }

    /// The maps are what is written into the two files.
    func test_the_maps_are_what_is_written() throws {
        try confirm("kernel --map=0:100000:65536: users.uid-map is 0 100000 65536")
        try confirm("kernel --map=0:100000:65536: users.gid-map is 0 100000 65536")
    }

    /// Root inside is root outside.
    func test_root_inside_is_the_hosts_root() throws {
        try confirm("kernel: users.root-inside-is is host root")
    }

    /// With a map root inside is nobody special outside.
    func test_root_inside_is_unprivileged_with_a_map() throws {
        try confirm("kernel --map=0:100000:65536: users.root-inside-is is unprivileged")
    }

    /// A file that the container's root makes is the host's root's.
    func test_roots_file_belongs_to_root() throws {
        try confirm("kernel: owner.root-file.on-host is 0:0")
        try confirm("kernel: owner.root-file.in-second-container is 0:0")
    }

    /// With a map it belongs to the first mapped id, and is root's in a container with the same map.
    func test_roots_file_belongs_to_the_first_mapped_id() throws {
        try confirm("kernel --map=0:100000:65536: owner.root-file.on-host is 100000:100000")
        try confirm("kernel --map=0:100000:65536: owner.root-file.in-second-container is 0:0")
    }

    /// Files of the host's users are theirs inside.
    func test_the_hosts_files_are_their_owners_inside() throws {
        try confirm("kernel: owner.host-user-file.in-container is 1000:1000")
        try confirm("kernel: owner.host-root-file.in-container is 0:0")
        try confirm("kernel: owner.host-user-file.in-second-container is 1000:1000")
        try confirm("kernel: owner.host-root-file.in-second-container is 0:0")
    }

    /// With a map they are nobody's.
    func test_the_hosts_files_are_nobodys_inside_with_a_map() throws {
        try confirm("kernel --map=0:100000:65536: owner.host-user-file.in-container is 65534:65534")
        try confirm("kernel --map=0:100000:65536: owner.host-root-file.in-container is 65534:65534")
    }

    /// Security: a program that the container's root makes setuid is root's on the host.
    func test_a_setuid_program_from_inside_is_roots_on_the_host() throws {
        try confirm("kernel: volume.setuid-root-from-container is effective on the host")
    }

    /// With a map it is not.
    func test_a_setuid_program_from_inside_is_not_roots_with_a_map() throws {
        try confirm("kernel --map=0:100000:65536: volume.setuid-root-from-container is not root on the host")
    }
}
