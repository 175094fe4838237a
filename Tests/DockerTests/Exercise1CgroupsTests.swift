import Harness
import Host
import SheetTesting
import XCTest

/// Exercise 1: cgroups.
final class Exercise1CgroupsTests: SheetTestCase {
    /// The version of control groups is found out, not assumed.
    func test_the_version_is_the_one_that_is_mounted() throws {
        try confirm("docker: cgroup.version is \(Machine.cgroupVersion())")
    }

    /// /proc/PID/cgroup tells with which control groups the process is linked.
    func test_the_path_names_the_container() throws {
        try require(.docker)
        let container = try Observer.shared.use(.docker, for: "cgroup.path") { try $0.first() }

        try confirm("docker: cgroup.path contains \(container.id)")
    }

    /// The folder /sys/fs/cgroup shows which groups are associated with the container: pids is one.
    func test_the_container_is_linked_with_pids() throws {
        try confirm("docker: cgroup.controllers contains pids")
    }

    /// Stop the container's execution by means of the freezer.
    func test_the_freezer_stops_the_container() throws {
        try confirm("docker: cgroup.freezer is stops and resumes")
    }

    /// `docker pause` stops it by the same mechanism.
    func test_docker_pause_uses_the_freezer() throws {
        try confirm("docker: cgroup.freezer.by-engine is same mechanism")
    }

    /// Without an option the number of processes is not limited for this container; under systemd it is by the default
    /// for all that it starts, some thousands.
    func test_the_number_of_processes_is_not_limited_by_default() throws {
        try confirm("docker: cgroup.pids.limit >= 256")
    }

    /// Limit the maximum number of processes with the pids controller.
    func test_a_limit_written_by_hand_is_enforced() throws {
        try confirm("docker: cgroup.pids.limit.by-file is enforced")
    }

    /// Docker does this itself if the option --pids-limit is given.
    func test_the_option_pids_limit_is_enforced() throws {
        try confirm("docker --pids-limit=32: cgroup.pids.limit is 32")
    }

    /// `docker update --pids-limit` does it to a running container.
    func test_a_limit_updated_live_is_enforced() throws {
        try confirm("docker: cgroup.pids.limit.by-update is enforced")
    }
}
