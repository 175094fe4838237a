import Harness
import Host
import SheetTesting
import XCTest

/// What each part of a container is there for: the facts that flip when it is left out, and no others.
final class KernelOptionTests: AblationTestCase {
    /// Without unshare --pid the PIDs are the host's.
    func test_share_pid_shares_the_pids_and_nothing_else() throws {
        try confirmFlips(of: "kernel --share=pid")
    }

    /// Without --uts the host name is.
    func test_share_uts_shares_the_host_name_and_nothing_else() throws {
        try confirmFlips(of: "kernel --share=uts")
    }

    /// Without --mount the mounts are.
    func test_share_mnt_shares_the_mounts_and_nothing_else() throws {
        try confirmFlips(of: "kernel --share=mnt")
    }

    /// Without --ipc the IPC objects are.
    func test_share_ipc_shares_the_ipc_objects_and_nothing_else() throws {
        try confirmFlips(of: "kernel --share=ipc")
    }

    /// Without --net the network is, and there is neither bridge nor link nor NAT.
    func test_share_net_shares_the_network_and_leaves_no_bridge() throws {
        try confirmFlips(of: "kernel --share=net")
    }

    /// Without --cgroup the view of the cgroups is.
    func test_share_cgroup_shares_the_view_of_the_cgroups() throws {
        try confirmFlips(of: "kernel --share=cgroup")
    }

    /// The users are the host's in any case.
    func test_share_user_changes_nothing() throws {
        try confirmFlips(of: "kernel --share=user")
    }

    /// And so are the clocks.
    func test_share_time_changes_nothing() throws {
        try confirmFlips(of: "kernel --share=time")
    }

    /// unshare --time gives it clocks of its own.
    func test_private_time_gives_clocks_of_its_own() throws {
        try confirmFlips(of: "kernel --private=time")
    }

    /// A map of ids takes root's power on the host away, and the host's files.
    func test_a_map_takes_roots_power_away() throws {
        try confirmFlips(of: "kernel --map=0:100000:65536")
    }

    /// Without an overlay the root is a copy, and no layers are shared.
    func test_without_an_overlay_the_root_is_a_copy() throws {
        try confirmFlips(of: "kernel --without=overlay")
    }

    /// Without a cgroup there is nothing to freeze or to limit.
    func test_without_a_cgroup_nothing_is_frozen_or_limited() throws {
        try confirmFlips(of: "kernel --without=cgroup")
    }

    /// Without bridge and link nobody connects.
    func test_without_a_network_nobody_connects() throws {
        try confirmFlips(of: "kernel --without=network")
    }

    /// pids.max limits the number of processes, and nothing else.
    func test_pids_limit_limits_the_processes() throws {
        try confirmFlips(of: "kernel --pids-limit=32")
    }
}
