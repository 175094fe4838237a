import Harness
import Host
import SheetTesting
import XCTest

/// Exercise 2: namespaces.
final class Exercise2NamespacesTests: SheetTestCase {
    /// pid: the container has its own; its processes are visible on the host under other PIDs, not the other way round.
    func test_pid_is_private() throws {
        try confirm("docker: namespace.pid is private")
    }

    /// --pid=host says that the container shares the PIDs with the host.
    func test_pid_is_shared_with_pid_host() throws {
        try confirm("docker --pid=host: namespace.pid is shared")
    }

    /// uts: a host name changed inside leaves the host's alone.
    func test_uts_is_private() throws {
        try confirm("docker: namespace.uts is private")
    }

    /// --uts=host shares the host name.
    func test_uts_is_shared_with_uts_host() throws {
        try confirm("docker --uts=host: namespace.uts is shared")
    }

    /// mnt: a mount made inside is not seen on the host.
    func test_mnt_is_private() throws {
        try confirm("docker: namespace.mnt is private")
    }

    /// ipc: a message queue made inside is not seen on the host.
    func test_ipc_is_private() throws {
        try confirm("docker: namespace.ipc is private")
    }

    /// --ipc=host shares the IPC objects.
    func test_ipc_is_shared_with_ipc_host() throws {
        try confirm("docker --ipc=host: namespace.ipc is shared")
    }

    /// net: both sides bind the same port at once.
    func test_net_is_private() throws {
        try confirm("docker: namespace.net is private")
    }

    /// --network=host shares the network.
    func test_net_is_shared_with_network_host() throws {
        try confirm("docker --network=host: namespace.net is shared")
    }

    /// user: it is analysed in the following exercise; Docker shares it by default.
    func test_user_is_shared() throws {
        try confirm("docker: namespace.user is shared")
    }

    /// cgroup: shared where cgroups are of version 1, the container's own where they are of version 2.
    func test_cgroup_is_shared_on_v1_and_private_on_v2() throws {
        try confirm("docker: namespace.cgroup is \(Machine.cgroupVersion() == .v2 ? "private" : "shared")")
    }

    /// --cgroupns=private gives the container its own, whatever the version.
    func test_cgroup_is_private_with_cgroupns_private() throws {
        try confirm("docker --cgroupns=private: namespace.cgroup is private")
    }

    /// --cgroupns=host shares the host's.
    func test_cgroup_is_shared_with_cgroupns_host() throws {
        try confirm("docker --cgroupns=host: namespace.cgroup is shared")
    }

    /// time: shared.
    func test_time_is_shared() throws {
        try confirm("docker: namespace.time is shared")
    }

    /// Two containers have PIDs of their own, unless the second joins the first's (--pid=container:).
    func test_the_pids_of_two_containers_are_private() throws {
        try confirm("docker: namespace.pid.between-containers is private")
    }

    /// With --pid=container: the second shares the first's.
    func test_the_pids_of_two_containers_are_shared_if_one_joins_the_other() throws {
        try confirm("docker --pid=container:first: namespace.pid.between-containers is shared")
    }

    /// Two containers have IPC objects of their own.
    func test_the_ipc_objects_of_two_containers_are_private() throws {
        try confirm("docker: namespace.ipc.between-containers is private")
    }

    /// With --ipc=container: the second shares the first's.
    func test_the_ipc_objects_of_two_containers_are_shared_if_one_joins_the_other() throws {
        try confirm("docker --ipc=container:first: namespace.ipc.between-containers is shared")
    }

    /// Two containers have networks of their own.
    func test_the_networks_of_two_containers_are_private() throws {
        try confirm("docker: namespace.net.between-containers is private")
    }

    /// With --network=container: the second shares the first's.
    func test_the_networks_of_two_containers_are_shared_if_one_joins_the_other() throws {
        try confirm("docker --network=container:first: namespace.net.between-containers is shared")
    }
}
