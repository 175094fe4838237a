import Harness
import Host
import SheetTesting
import XCTest

/// Exercise 1bis: cgroups.
final class Exercise1bisCgroupsTests: SheetTestCase {
    /// The version of control groups is found out, not assumed.
    func test_the_version_is_the_one_that_is_mounted() throws {
        try confirm("lxd: cgroup.version is \(Machine.cgroupVersion())")
    }

    /// /proc/PID/cgroup tells with which control groups the process is linked.
    func test_the_path_names_the_container() throws {
        try require(.lxd)
        let container = try Observer.shared.use(.lxd, for: "cgroup.path") { try $0.first() }

        try confirm("lxd: cgroup.path contains \(container.id)")
    }

    /// The folder /sys/fs/cgroup shows which groups are associated with the container: pids is one.
    func test_the_container_is_linked_with_pids() throws {
        try confirm("lxd: cgroup.controllers contains pids")
    }

    /// Stop the container's execution by means of the freezer.
    func test_the_freezer_stops_the_container() throws {
        try confirm("lxd: cgroup.freezer is stops and resumes")
    }

    /// `lxc pause` stops it by the same mechanism.
    func test_lxc_pause_uses_the_freezer() throws {
        try confirm("lxd: cgroup.freezer.by-engine is same mechanism")
    }

    /// Without a setting the number of processes is not limited for this container.
    func test_the_number_of_processes_is_not_limited_by_default() throws {
        try confirm("lxd: cgroup.pids.limit >= 256")
    }

    /// Limit the maximum number of processes with the pids controller.
    func test_a_limit_written_by_hand_is_enforced() throws {
        try confirm("lxd: cgroup.pids.limit.by-file is enforced")
    }

    /// LXD does this itself if limits.processes is set.
    func test_the_setting_limits_processes_is_enforced() throws {
        try confirm("lxd -c limits.processes=64: cgroup.pids.limit is 64")
    }

    /// `lxc config set … limits.processes` does it to a running container.
    func test_a_limit_set_live_is_enforced() throws {
        try confirm("lxd: cgroup.pids.limit.by-update is enforced")
    }
}
