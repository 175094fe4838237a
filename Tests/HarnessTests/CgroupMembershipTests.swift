import Harness
import Host
import SheetTesting
import XCTest

final class CgroupMembershipTests: RecordedTestCase {
    func test_every_controller_of_a_hybrid_machine_has_the_containers_path() throws {
        let membership = try CgroupMembership(parsing: Fixture.text("\(Fixture.hybrid)/docker/cgroup"))
        let path = "/docker/0341866889e6baff53e4892c212776bb55fdad541f2da080e936bf5ed675e7d7"

        XCTAssertEqual(membership.path(of: "freezer"), path)
        XCTAssertEqual(membership.path(of: "pids"), path)
        XCTAssertEqual(membership.path(of: "name=systemd"), path)
        XCTAssertEqual(
            membership.controllers, ["pids", "blkio", "freezer", "devices", "memory", "cpuset", "cpuacct", "cpu"])
        XCTAssertNil(membership.path(of: "hugetlb"))
        XCTAssertFalse(membership.isUnifiedOnly)
    }

    func test_an_LXD_container_is_a_payload() throws {
        let membership = try CgroupMembership(parsing: Fixture.text("\(Fixture.hybrid)/lxd/cgroup"))

        XCTAssertEqual(membership.path(of: "freezer"), "/lxc.payload.c1")
        XCTAssertEqual(membership.unifiedPath, "/lxc.payload.c1")
    }

    func test_a_unified_machine_has_one_path_for_all() throws {
        let membership = try CgroupMembership(parsing: Fixture.text("\(Fixture.unified)/lxd/cgroup-exec"))

        XCTAssertTrue(membership.isUnifiedOnly)
        XCTAssertEqual(membership.unifiedPath, "/lxc.payload.c1/.lxc")
        XCTAssertNil(membership.path(of: "freezer"))
        XCTAssertEqual(membership.controllers, [])
    }

    func test_a_unified_machines_one_path_governs_every_controller() throws {
        let docker = try CgroupMembership(parsing: Fixture.text("\(Fixture.unified)/docker/cgroup"))
        let hybrid = try CgroupMembership(parsing: Fixture.text("\(Fixture.hybrid)/lxd/cgroup"))
        let id = "aee005057de6971133fd9b774f38ba7b4533128d36b652a0b2254947d8f567f1"

        XCTAssertEqual(docker.path(governedBy: "pids"), "/system.slice/docker-\(id).scope")
        XCTAssertEqual(hybrid.path(governedBy: "pids"), hybrid.path(of: "pids"))
    }

    func test_inside_a_cgroup_namespace_of_its_own_a_path_begins_at_the_containers_cgroup() throws {
        let paths = try ["docker/cgroup-inside", "lxd/cgroup-inside", "docker/cgroup-inside-cgroupns-host"].map {
            try CgroupMembership(parsing: Fixture.text("\(Fixture.unified)/\($0)")).unifiedPath ?? ""
        }

        XCTAssertEqual(Array(paths[..<2]), ["/", "/.lxc"])
        XCTAssertTrue(paths[2].hasPrefix("/system.slice/docker-"), paths[2])
    }

    func test_joined_controllers_share_a_path() throws {
        let membership = try CgroupMembership(parsing: Fixture.text("written/v1-systemd/host/cgroup"))

        XCTAssertEqual(membership.path(of: "cpu"), "/user.slice")
        XCTAssertEqual(membership.path(of: "cpuacct"), "/user.slice")
        XCTAssertNil(membership.unifiedPath)
    }

    func test_colons_belong_to_the_path_and_only_v2_marks_what_was_removed() throws {
        let membership = try CgroupMembership(parsing: "2:pids:/a:b: c\n1:cpu:/x (deleted)\n0::/y (deleted)\n")

        XCTAssertEqual(membership.path(of: "pids"), "/a:b: c")
        XCTAssertEqual(membership.path(of: "cpu"), "/x (deleted)")
        XCTAssertEqual(membership.entries.map(\.isDeleted), [false, false, true])
        XCTAssertEqual(membership.unifiedPath, "/y")
    }

    func test_what_is_no_membership_is_refused() {
        for text in ["", "0:/", "x::/", "-1::/", "0::relative", "3::/a", "4294967296:pids:/"] {
            XCTAssertThrowsError(try CgroupMembership(parsing: text), text) { XCTAssertTrue($0 is Unreadable) }
        }
    }
}
