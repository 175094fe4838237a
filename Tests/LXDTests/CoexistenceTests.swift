import Harness
import Host
import SheetTesting
import XCTest

/// The sheet's note: both can live together, for Docker may confine applications in the light virtual machine of LXD.
///
/// Docker runs the sheet's own command inside an LXD container with `security.nesting`, and both share the folder.
final class CoexistenceTests: SheetTestCase {
    /// Docker can be used to run applications confined in a light virtual machine that LXD has made.
    func test_docker_runs_a_container_inside_an_lxd_container() throws {
        try confirm("lxd -c security.nesting=true: coexistence.docker-in-lxd is runs")
    }

    /// Its processes, seen from the host, carry the LXD map: 100:101 in Docker, whose users are the LXD container's.
    func test_its_process_is_seen_through_the_map_of_lxd() throws {
        let base = try Machine.lxdIDs().start

        try confirm("lxd -c security.nesting=true: coexistence.process.on-host is \(base + 100):\(base + 101)")
    }

    /// So do the files that it writes into the shared folder.
    func test_its_file_is_seen_through_the_map_of_lxd() throws {
        let base = try Machine.lxdIDs().start

        try confirm("lxd -c security.nesting=true: coexistence.file.on-host is \(base + 100):\(base + 101)")
    }

    /// Its superuser, who without LXD is the host's, is nobody special outside.
    func test_its_roots_file_is_the_lxd_roots() throws {
        let base = try Machine.lxdIDs().start

        try confirm("lxd -c security.nesting=true: coexistence.root-file.on-host is \(base):\(base)")
    }

    /// The PID namespaces are two levels deep: the host sees LXD's processes, and LXD Docker's, and not the reverse.
    func test_the_pids_are_two_levels_deep() throws {
        try confirm("lxd -c security.nesting=true: coexistence.namespace.pid.depth is 2")
    }

    /// Docker gives no user namespace of its own, here as on the host.
    func test_the_user_namespace_is_the_lxd_containers() throws {
        try confirm("lxd -c security.nesting=true: coexistence.namespace.user is of the LXD container")
    }
}
