import Host
import SheetTesting
import XCTest

@testable import Harness

/// What each option of `docker run` is there for: the facts that flip with it, and no others.
final class OptionTests: AblationTestCase {
    /// --pid=host shares the PIDs, with the host and so between containers.
    func test_pid_host_shares_the_pids_and_nothing_else() throws {
        try confirmFlips(of: "docker --pid=host")
    }

    /// --pid=container: shares them between two containers, and not with the host.
    func test_pid_container_shares_the_pids_of_two_containers() throws {
        try confirmFlips(of: "docker --pid=container:first")
    }

    /// The second container joins the first, whatever is asked before anything else.
    func test_a_second_container_joins_the_first_though_its_forks_are_asked_first() throws {
        try require(.docker)
        let scenario = try Scenario(parsing: "docker --pid=container:first")
        let scene = try Scene(scenario, image: Machine.image(for: .docker), number: 990)
        defer { XCTAssertNoThrow(try scene.discard()) }
        let values = try ["cgroup.pids.limit.by-file", "namespace.pid.between-containers"].map { id in
            try XCTUnwrap(Catalogue.fact(id)).probe(scene).value
        }

        XCTAssertEqual(values, ["enforced", "shared"])
    }

    /// --uts=host shares the host name.
    func test_uts_host_shares_the_host_name_and_nothing_else() throws {
        try confirmFlips(of: "docker --uts=host")
    }

    /// --ipc=host shares the IPC objects.
    func test_ipc_host_shares_the_ipc_objects_and_nothing_else() throws {
        try confirmFlips(of: "docker --ipc=host")
    }

    /// --ipc=container: shares them between two containers.
    func test_ipc_container_shares_the_ipc_objects_of_two_containers() throws {
        try confirmFlips(of: "docker --ipc=container:first")
    }

    /// --ipc=shareable changes nothing as long as nobody joins.
    func test_ipc_shareable_changes_nothing_yet() throws {
        try confirmFlips(of: "docker --ipc=shareable")
    }

    /// --ipc=private is what a container has in any case.
    func test_ipc_private_changes_nothing() throws {
        try confirmFlips(of: "docker --ipc=private")
    }

    /// --network=host shares the network, and there is neither bridge nor link nor NAT.
    func test_network_host_shares_the_network_and_leaves_no_bridge() throws {
        try confirmFlips(of: "docker --network=host")
    }

    /// --network=none takes bridge, link and addresses away: nobody connects.
    func test_network_none_leaves_nobody_to_talk_to() throws {
        try confirmFlips(of: "docker --network=none")
    }

    /// --network=container: shares the network between two containers.
    func test_network_container_shares_the_network_of_two_containers() throws {
        try confirmFlips(of: "docker --network=container:first")
    }

    /// --network=bridge is Docker's own choice.
    func test_network_bridge_changes_nothing() throws {
        try confirmFlips(of: "docker --network=bridge")
    }

    /// --cgroupns=host shares the view of the cgroups, as Docker does by itself on v1.
    func test_cgroupns_host_shares_the_view_of_the_cgroups() throws {
        try confirmFlips(of: "docker --cgroupns=host")
    }

    /// --cgroupns=private hides the host's cgroups, as Docker does by itself on v2.
    func test_cgroupns_private_hides_the_hosts_cgroups() throws {
        try confirmFlips(of: "docker --cgroupns=private")
    }

    /// --userns=host takes back what only a daemon with userns-remap gives.
    func test_userns_host_changes_nothing() throws {
        try confirmFlips(of: "docker --userns=host")
    }

    /// userns-remap, an option of the daemon, gives the users of every container others of the host, as LXD does.
    func test_userns_remap_takes_roots_power_and_the_hosts_files_away() throws {
        try confirmFlips(of: "docker --userns-remap=default")
    }

    /// --userns=host gives a container of that daemon the host's users again.
    func test_userns_host_takes_back_what_userns_remap_gives() throws {
        try confirmFlips(of: "docker --userns-remap=default --userns=host")
    }

    /// -u 0:0 makes root the default user, whose files are root's, and who may write anywhere.
    func test_u_0_makes_root_the_default_user() throws {
        try confirmFlips(of: "docker -u 0:0")
    }

    /// -u 500:500 makes another user the default, who may write no more than the image's.
    func test_u_500_makes_another_user_the_default() throws {
        try confirmFlips(of: "docker -u 500:500")
    }

    /// --pids-limit limits the number of processes, and nothing else.
    func test_pids_limit_limits_the_processes() throws {
        try confirmFlips(of: "docker --pids-limit=32")
    }

    /// Without --rm the container is kept.
    func test_without_rm_the_container_is_kept() throws {
        try confirmFlips(of: "docker --rm=false")
    }

    /// Without -t there is no terminal.
    func test_without_t_there_is_no_terminal() throws {
        try confirmFlips(of: "docker --tty=false")
    }

    /// --init puts an init before the application.
    func test_init_puts_an_init_before_the_application() throws {
        try confirmFlips(of: "docker --init=true")
    }

    /// --read-only refuses all changes to the root.
    func test_read_only_refuses_changes_to_the_root() throws {
        try confirmFlips(of: "docker --read-only=true")
    }
}
