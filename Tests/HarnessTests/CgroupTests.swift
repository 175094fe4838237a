import Foundation
import Harness
import SheetTesting
import XCTest

@testable import Host

final class CgroupHierarchiesTests: RecordedTestCase {
    private func hierarchies(_ path: String) throws -> CgroupHierarchies {
        try CgroupHierarchies(MountTable(parsing: Fixture.text(path)))
    }

    /// What every cgroup has tells of no controller (kernel: cgroup-v2, "Core Interface Files" and "cpu.stat").
    func test_the_controllers_of_v2_are_told_by_their_files() {
        let core = ["cgroup.procs", "cgroup.events", "cpu.stat", "cpu.stat.local", "cpu.pressure", "memory.pressure"]

        XCTAssertEqual(Cgroup.controllers(withFiles: core), [])
        XCTAssertEqual(
            Cgroup.controllers(
                withFiles: core + ["pids.max", "memory.max", "memory.stat", "hugetlb.2MB.max", "cpu.max"]),
            ["cpu", "hugetlb", "memory", "pids"])
    }

    func test_a_cgroup_below_is_no_controller() throws {
        try Fixture.withFolder { folder in
            try Fixture.lay(
                ["pids.max": "max\n", ".lxc/cgroup.procs": "", "memory.slice/cgroup.procs": ""], in: folder)

            XCTAssertEqual(try Cgroup.controllers(withFiles: Cgroup.files(in: folder)), ["pids"])
        }
    }

    func test_a_machine_with_both_is_hybrid() throws {
        let seen = try hierarchies("\(Fixture.hybrid)/host/mountinfo")

        XCTAssertEqual(seen.version, .hybrid)
        XCTAssertEqual(seen.mountPoint(of: "freezer"), "/sys/fs/cgroup/freezer")
        XCTAssertEqual(seen.mountPoint(of: "name=systemd"), "/sys/fs/cgroup/systemd")
        XCTAssertEqual(seen.unifiedMountPoint, "/sys/fs/cgroup/unified")
        XCTAssertNil(seen.mountPoint(of: "rw"))
    }

    func test_a_machine_with_cgroup2_in_the_usual_place_is_v2() throws {
        let seen = try hierarchies("\(Fixture.unified)/host/mountinfo")

        XCTAssertEqual(seen.version, .v2)
        XCTAssertEqual(seen.unifiedMountPoint, "/sys/fs/cgroup")
        XCTAssertEqual(seen.controllers, [:])
    }

    func test_a_machine_without_cgroup2_is_v1_and_joined_controllers_have_one_mount() throws {
        let seen = try hierarchies("written/v1-systemd/host/mountinfo")

        XCTAssertEqual(seen.version, .v1)
        XCTAssertEqual(seen.mountPoint(of: "cpu"), "/sys/fs/cgroup/cpu,cpuacct")
        XCTAssertEqual(seen.mountPoint(of: "cpuacct"), "/sys/fs/cgroup/cpu,cpuacct")
        XCTAssertNil(seen.unifiedMountPoint)
        XCTAssertEqual(Set(seen.controllers.keys), ["name=systemd", "cpu", "cpuacct", "pids", "freezer"])
    }

    func test_inside_a_container_the_mounts_show_a_part() throws {
        let seen = try hierarchies("\(Fixture.hybrid)/docker/mountinfo")
        let id = "0341866889e6baff53e4892c212776bb55fdad541f2da080e936bf5ed675e7d7"

        XCTAssertEqual(seen.version, .v1)
        XCTAssertEqual(seen.controllers["pids"], .init(mountPoint: "/sys/fs/cgroup/pids", root: "/docker/\(id)"))
    }

    func test_a_copy_elsewhere_does_not_take_the_usual_place() throws {
        let copy = "9 1 0:34 / /copy/freezer rw - cgroup cgroup rw,freezer\n"
        let bound = "8 1 0:34 /docker /sys/fs/cgroup/x rw - cgroup cgroup rw,freezer\n"
        let text = try Fixture.text("\(Fixture.hybrid)/host/mountinfo")

        let seen = try CgroupHierarchies(MountTable(parsing: copy + bound + text))

        XCTAssertEqual(seen.mountPoint(of: "freezer"), "/sys/fs/cgroup/freezer")
    }

    func test_without_any_hierarchy_nothing_is_claimed() throws {
        let table = try MountTable(parsing: Fixture.text("\(Fixture.hybrid)/lxd/mountinfo"))

        XCTAssertThrowsError(try CgroupHierarchies(table)) { XCTAssertTrue($0 is Unreadable) }
    }

    func test_the_magic_number_tells_the_same() {
        XCTAssertEqual(CgroupVersion(fileSystemMagic: 0x6367_7270, hasUnified: false), .v2)
        XCTAssertEqual(CgroupVersion(fileSystemMagic: 0x0102_1994, hasUnified: true), .hybrid)
        XCTAssertEqual(CgroupVersion(fileSystemMagic: 0x0102_1994, hasUnified: false), .v1)
        XCTAssertNil(CgroupVersion(fileSystemMagic: 0xef53, hasUnified: true))
    }

    /// liblxc makes a container's cgroups below that of PID 1, here another one for memory.
    func test_a_cgroup_of_the_same_name_is_found_where_another_hierarchy_has_it_elsewhere() throws {
        try Fixture.withFolder { folder in
            try Fixture.lay(
                [
                    "pids/lxc.payload.c1/cgroup.procs": "7\n", "cpu/lxc.payload.c1/cgroup.procs": "8\n",
                    "memory/process_api/lxc.payload.c1/cgroup.procs": "7\n",
                    "memory/process_api/lxc.payload.c2/cgroup.procs": "8\n", "freezer/cgroup.procs": "7\n",
                ], in: folder)
            let names = ["pids", "memory", "cpu", "freezer"]
            let hierarchies = CgroupHierarchies(
                version: .v1,
                controllers: Dictionary(uniqueKeysWithValues: names.map { ($0, .init(mountPoint: "\(folder)/\($0)")) }),
                unified: nil)
            let found = try hierarchies.folders(named: folder + "/pids/lxc.payload.c1", holding: 7)

            XCTAssertEqual(found.map(\.controller), ["memory", "pids"])
            XCTAssertEqual(found.first?.folder, folder + "/memory/process_api/lxc.payload.c1")
        }
    }
}

final class CgroupTests: RecordedTestCase {
    private let hybrid = CgroupHierarchies(
        version: .hybrid,
        controllers: [
            "freezer": .init(mountPoint: "/cg/freezer"), "pids": .init(mountPoint: "/cg/p", root: "/docker"),
        ],
        unified: .init(mountPoint: "/cg/unified"))

    private func cgroup(_ controller: String, _ membership: String) throws -> Cgroup {
        try Cgroup.of(
            process: 1, controller: controller, hierarchies: hybrid, membership: CgroupMembership(parsing: membership))
    }

    func test_the_v1_hierarchy_of_the_controller_comes_first() throws {
        let membership = "3:pids:/docker/a\n2:freezer:/docker/a\n0::/b\n"

        XCTAssertEqual(
            try cgroup("freezer", membership), Cgroup(directory: "/cg/freezer/docker/a", isUnified: false))
        XCTAssertEqual(try cgroup("pids", membership), Cgroup(directory: "/cg/p/a", isUnified: false))
        XCTAssertEqual(try cgroup("memory", membership), Cgroup(directory: "/cg/unified/b", isUnified: true))
        XCTAssertEqual(try cgroup("freezer", "2:freezer:/\n").directory, "/cg/freezer")
        XCTAssertEqual(try cgroup("pids", "2:pids:/docker\n").directory, "/cg/p")
    }

    func test_a_cgroup_that_no_mount_shows_is_an_error() {
        for membership in ["2:pids:/other/a\n", "2:pids:/dockerx\n", "2:pids:/docker/../a\n", "2:cpu:/a\n0::/../b\n"] {
            XCTAssertThrowsError(try cgroup("pids", membership), membership) { error in
                XCTAssertEqual(
                    (error as? Unreadable)?.reason.english, "no cgroup of the controller pids that is mounted here")
            }
        }
    }

    func test_processes_of_all_cgroups_below_are_listed_once() throws {
        try Fixture.withFolder { folder in
            try Fixture.lay(
                [
                    "c/cgroup.procs": "30\n7\n", "c/pids.max": "max\n", "c/.lxc/cgroup.procs": "0\n41\n7\n",
                    "c/a/cgroup.procs": "", "c/a/b/cgroup.procs": "5\n", "c/gone/note": "no list here",
                    "other/cgroup.procs": "99\n", "c/link": "-> ../other",
                ], in: folder)

            XCTAssertEqual(try Cgroup(directory: folder + "/c", isUnified: true).processes(), [5, 7, 30, 41])
        }
    }

    func test_a_cgroup_that_is_gone_or_holds_no_PIDs_is_an_error() throws {
        try Fixture.withFolder { folder in
            XCTAssertThrowsError(try Cgroup(directory: folder + "/gone", isUnified: true).processes()) { error in
                XCTAssertEqual((error as? PathError)?.isMissing, true)
            }
            try Fixture.lay(["cgroup.procs": "12\n-3\n"], in: folder)
            XCTAssertThrowsError(try Cgroup(directory: folder, isUnified: true).processes()) { error in
                XCTAssertEqual((error as? Unreadable)?.line, "-3")
            }
        }
    }

    func test_this_process_is_in_the_cgroup_found_for_it() throws {
        let (hierarchies, _) = try CgroupHierarchies.current()
        let (membership, _) = try CgroupMembership.of(process: "self")

        let own = try Cgroup.of(
            process: getpid(), controller: "pids", hierarchies: hierarchies, membership: membership)

        XCTAssertTrue(
            try TextFile.read(own.path(of: "cgroup.procs")).text.split(separator: "\n").contains("\(getpid())"))
    }
}
