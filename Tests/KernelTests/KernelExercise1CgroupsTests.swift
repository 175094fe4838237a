import Harness
import Host
import SheetTesting
import XCTest

/// Exercise 1 by hand: folders under /sys/fs/cgroup.
final class KernelExercise1CgroupsTests: SheetTestCase {
    /// The version of control groups is found out, not assumed.
    func test_the_version_is_the_one_that_is_mounted() throws {
        try confirm("kernel: cgroup.version is \(Machine.cgroupVersion())")
    }

    /// A folder with the container's name is its cgroup.
    func test_the_path_names_the_container() throws {
        try require(.kernel)
        let container = try Observer.shared.use(.kernel, for: "cgroup.path") { try $0.first() }

        try confirm("kernel: cgroup.path contains \(container.id)")
    }

    /// Nobody has to make all of them: two controllers are enough.
    func test_the_container_is_linked_with_pids() throws {
        try confirm("kernel: cgroup.controllers contains pids")
    }

    /// The freezer stops it.
    func test_the_freezer_stops_the_container() throws {
        try confirm("kernel: cgroup.freezer is stops and resumes")
    }

    /// Where nobody writes a limit, there is none.
    func test_the_number_of_processes_is_not_limited_by_default() throws {
        try confirm("kernel: cgroup.pids.limit is unlimited")
    }

    /// A limit written by hand into the file is enforced.
    func test_a_limit_written_by_hand_is_enforced() throws {
        try confirm("kernel: cgroup.pids.limit.by-file is enforced")
    }

    /// --pids-limit writes it before the first process moves in.
    func test_the_option_pids_limit_is_enforced() throws {
        try confirm("kernel --pids-limit=32: cgroup.pids.limit is 32")
    }

    /// Without a cgroup of its own the container cannot be frozen apart from the host.
    func test_without_a_cgroup_there_is_no_freezer() throws {
        try confirm("kernel --without=cgroup: cgroup.freezer is no cgroup of its own")
    }

    /// Nor limited.
    func test_without_a_cgroup_there_is_no_limit() throws {
        try confirm("kernel --without=cgroup: cgroup.pids.limit is no cgroup of its own")
        try confirm("kernel --without=cgroup: cgroup.pids.limit.by-file is no cgroup of its own")
    }

    /// Nor found by its name.
    func test_without_a_cgroup_no_controller_knows_the_container() throws {
        try require(.kernel)
        let version = try Machine.cgroupVersion()
        let scenario = try Scenario(parsing: "kernel --without=cgroup")
        let container = try Scenes.shared.scene(for: scenario).first()

        try confirm("kernel --without=cgroup: cgroup.version is \(version)")
        try confirm("kernel --without=cgroup: cgroup.path is not /\(container.id)")
    }
}
