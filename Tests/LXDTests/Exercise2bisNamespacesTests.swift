import Harness
import Host
import SheetTesting
import XCTest

/// Exercise 2bis: namespaces.
final class Exercise2bisNamespacesTests: SheetTestCase {
    /// pid: the container has its own; its processes are visible on the host under other PIDs, not the other way round.
    func test_pid_is_private() throws {
        try confirm("lxd: namespace.pid is private")
    }

    /// uts: a host name changed inside leaves the host's alone.
    func test_uts_is_private() throws {
        try confirm("lxd: namespace.uts is private")
    }

    /// mnt: a mount made inside is not seen on the host.
    func test_mnt_is_private() throws {
        try confirm("lxd: namespace.mnt is private")
    }

    /// ipc: a message queue made inside is not seen on the host.
    func test_ipc_is_private() throws {
        try confirm("lxd: namespace.ipc is private")
    }

    /// net: both sides bind the same port at once.
    func test_net_is_private() throws {
        try confirm("lxd: namespace.net is private")
    }

    /// user: it is analysed in the following exercise; LXD gives the container its own.
    func test_user_is_private() throws {
        try confirm("lxd: namespace.user is private")
    }

    /// A privileged container shares the host's users.
    func test_user_is_shared_with_a_privileged_container() throws {
        try confirm("lxd -c security.privileged=true: namespace.user is shared")
    }

    /// cgroup: the container has its own.
    func test_cgroup_is_private() throws {
        try confirm("lxd: namespace.cgroup is private")
    }

    /// time: shared.
    func test_time_is_shared() throws {
        try confirm("lxd: namespace.time is shared")
    }

    /// Two containers have PIDs of their own.
    func test_the_pids_of_two_containers_are_private() throws {
        try confirm("lxd: namespace.pid.between-containers is private")
    }

    /// Two containers have IPC objects of their own.
    func test_the_ipc_objects_of_two_containers_are_private() throws {
        try confirm("lxd: namespace.ipc.between-containers is private")
    }

    /// Two containers have networks of their own.
    func test_the_networks_of_two_containers_are_private() throws {
        try confirm("lxd: namespace.net.between-containers is private")
    }
}
