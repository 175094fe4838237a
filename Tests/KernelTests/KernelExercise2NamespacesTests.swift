import Harness
import Host
import SheetTesting
import XCTest

/// Exercise 2 by hand: what `unshare` gives, and what `--share` takes back.
final class KernelExercise2NamespacesTests: SheetTestCase {
    /// pid: its processes are visible on the host under other PIDs, not the other way round.
    func test_pid_is_private() throws {
        try confirm("kernel: namespace.pid is private")
    }

    /// Without --pid the container sees the host's processes.
    func test_pid_is_shared_with_share_pid() throws {
        try confirm("kernel --share=pid: namespace.pid is shared")
        try confirm("kernel --share=pid: namespace.pid.between-containers is shared")
    }

    /// uts: a host name changed inside leaves the host's alone.
    func test_uts_is_private() throws {
        try confirm("kernel: namespace.uts is private")
    }

    /// Without --uts the host name is the host's.
    func test_uts_is_shared_with_share_uts() throws {
        try confirm("kernel --share=uts: namespace.uts is shared")
    }

    /// mnt: a mount made inside is not seen on the host.
    func test_mnt_is_private() throws {
        try confirm("kernel: namespace.mnt is private")
    }

    /// Without --mount the mounts are the host's, and chroot is all that is left of the root.
    func test_mnt_is_shared_with_share_mnt() throws {
        try confirm("kernel --share=mnt: namespace.mnt is shared")
        try confirm("kernel --share=mnt: root.filesystem is overlay")
    }

    /// ipc: a message queue made inside is not seen on the host.
    func test_ipc_is_private() throws {
        try confirm("kernel: namespace.ipc is private")
    }

    /// Without --ipc it is.
    func test_ipc_is_shared_with_share_ipc() throws {
        try confirm("kernel --share=ipc: namespace.ipc is shared")
        try confirm("kernel --share=ipc: namespace.ipc.between-containers is shared")
    }

    /// net: both sides bind the same port at once.
    func test_net_is_private() throws {
        try confirm("kernel: namespace.net is private")
    }

    /// Without --net the network is the host's, and no bridge is needed.
    func test_net_is_shared_with_share_net() throws {
        try confirm("kernel --share=net: namespace.net is shared")
        try confirm("kernel --share=net: namespace.net.between-containers is shared")
        try confirm("kernel --share=net: network.link is none")
    }

    /// user: the host's, unless ids are mapped.
    func test_user_is_shared() throws {
        try confirm("kernel: namespace.user is shared")
    }

    /// --map makes it the container's own.
    func test_user_is_private_with_a_map() throws {
        try confirm("kernel --map=0:100000:65536: namespace.user is private")
    }

    /// cgroup: inside, the container's own cgroup is the root of all, whatever the version.
    func test_cgroup_is_private() throws {
        try confirm("kernel: namespace.cgroup is private")
    }

    /// Without --cgroup the path is the host's.
    func test_cgroup_is_shared_with_share_cgroup() throws {
        try confirm("kernel --share=cgroup: namespace.cgroup is shared")
    }

    /// time: shared, as engines do.
    func test_time_is_shared() throws {
        try confirm("kernel: namespace.time is shared")
    }

    /// The kernel could do more: clocks that are a day ahead.
    func test_time_is_private_with_private_time() throws {
        try confirm("kernel --private=time: namespace.time is private")
    }

    /// Two containers have namespaces of their own.
    func test_two_containers_share_none() throws {
        try confirm("kernel: namespace.pid.between-containers is private")
        try confirm("kernel: namespace.ipc.between-containers is private")
        try confirm("kernel: namespace.net.between-containers is private")
    }
}
