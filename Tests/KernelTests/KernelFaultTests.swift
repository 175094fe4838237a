import Harness
import Host
import SheetTesting
import XCTest

/// What goes wrong under a container put together by hand, and what is said then.
final class KernelFaultTests: FaultTestCase {
    /// Every private subnet leads somewhere.
    func test_no_free_subnet() throws {
        let enclosure = try enclosure(Enclosure.withoutFreeSubnets)
        let run = try verify("kernel: network.link is veth", in: enclosure)

        try expect(.kernelSubnets, of: run, cause: "every private subnet is routed", remedy: "free one")
    }

    /// Without a default route no link of the host's is the container's own: the one that is looked at first, a bridge whose
    /// senders are translated, has another address than what the container sends from.
    func test_no_default_route_in_the_hosts_network() throws {
        let enclosure = try enclosure(
            """
            ip link add first type bridge
            ip addr add 10.9.9.1/24 dev first
            ip link set first up
            iptables -t nat -A POSTROUTING -s 10.9.9.0/24 ! -o first -j MASQUERADE
            sysctl -q -w net.ipv4.ip_forward=1

            """)
        let run = try lab(["observe", "kernel --share=net", "network.nat"], in: enclosure)

        XCTAssertEqual(run.outcome.ending, .exited(0), run.outcome.text)
        XCTAssertTrue(run.outcome.text.contains("network.nat: none"), run.outcome.text)
    }

    /// The evidence tells whether a firewall would have dropped the packets, which one rule lets pass for the trial.
    func test_the_firewalls_policy_is_told() throws {
        for (policy, words) in [("DROP", "drops or rejects"), ("ACCEPT", "neither drops nor rejects")] {
            let enclosure = try enclosure("iptables -P FORWARD \(policy)\nsysctl -q -w net.ipv4.ip_forward=1\n")
            let run = try lab(["observe", "kernel", "network.nat"], in: enclosure)

            XCTAssertTrue(run.outcome.text.contains("network.nat: masquerade"), run.outcome.text)
            XCTAssertTrue(run.outcome.text.contains("iptables \(words) what is forwarded"), run.outcome.text)
        }
    }

    /// Somebody listens on the port, and the container has no network of its own.
    func test_the_port_is_taken() throws {
        try requireTime()
        let enclosure = try enclosure()
        let listener = try enclosure.command(["busybox", "nc", "-l", "-p", "34567"]).start()
        defer { listener.end() }
        try waitFor(.same("the listener")) {
            let sockets = try enclosure.run("cat /proc/net/tcp /proc/net/tcp6 2>/dev/null || true").text
            return sockets.contains(":8707 ") ? .met(()) : .notYet(.same(sockets))
        }
        let run = try verify("kernel --share=net: connect.host-to-container is connected", in: enclosure)

        try expect(.kernelPort, of: run, cause: "The port 34567 is taken", remedy: "ss -tlnp")
        let other = try verify("kernel: connect.host-to-container is connected", in: enclosure)
        XCTAssertEqual(other.outcome.ending, .exited(0), other.outcome.text)
    }

    /// The host has no BusyBox, and no nc of its own.
    func test_no_netcat() throws {
        try requireTime()
        let enclosure = try enclosure(covering(["busybox", "nc"]))
        let data = ["LAB_DATA": enclosure.folder]
        let run = try verify("kernel: connect.host-to-container is connected", data, in: enclosure)

        try expect(.kernelNetcat, of: run, cause: "has no nc", remedy: "install the package busybox-static")
    }

    /// The kernel has no controller of pids, or nobody has mounted it.
    func test_no_controller() throws {
        let unified = try Machine.cgroupVersion() == .v2
        let enclosure = try enclosure(
            unified
                ? """
                sed 's/pids//' /sys/fs/cgroup/cgroup.controllers >"$folder/controllers"
                mount --bind "$folder/controllers" /sys/fs/cgroup/cgroup.controllers

                """ : "umount --lazy /sys/fs/cgroup/pids\n")
        let run = try verify("kernel: cgroup.pids.limit is unlimited", in: enclosure)

        try expect(.kernelController, of: run, cause: "the cgroup controller pids is not there", remedy: "mount it")
    }

    /// Nothing needs IPv6.
    func test_no_IPv6() throws {
        let enclosure = try enclosure(
            """
            for name in all default; do echo 1 >/proc/sys/net/ipv6/conf/$name/disable_ipv6; done
            ip link add host0 type bridge
            ip addr add 10.99.99.1/24 dev host0
            ip link set host0 up

            """)
        let run = try verify("kernel --share=net: connect.host-to-container is connected", in: enclosure)

        try expect(.kernelIPv6, of: run, status: 0, cause: "all is observed", remedy: nil)
    }

    /// A program that a container takes is not there.
    func test_no_ip() throws {
        let enclosure = try enclosure(covering(["ip"]))
        let run = try verify("kernel: namespace.pid is private", in: enclosure)

        try expect(.kernelProgram, of: run, cause: "there is no program ip", remedy: "Install the packages")
    }

    /// What is ours cannot be written.
    func test_a_read_only_folder() throws {
        let enclosure = try enclosure("mount -t tmpfs -o ro,size=64k none \"$folder\"\n")
        let run = try verify("kernel: namespace.pid is private", ["LAB_DATA": enclosure.folder], in: enclosure)

        try expect(.kernelReadOnly, of: run, cause: "Read-only file system", remedy: "mount it for writing")
    }

    /// There is no space for the shared folder.
    func test_no_space_for_folders() throws {
        let enclosure = try enclosure("mkdir \"$folder/small\"\n" + Enclosure.smallFileSystem)
        let folders = ["LAB_FOLDERS": enclosure.folder + "/small"]
        let run = try verify("kernel: namespace.pid is private", folders, in: enclosure)

        try expect(.foldersFull, of: run, cause: "No space left on device", remedy: "free space in it")
        XCTAssertEqual(try enclosure.run("ls \"$folder/small\"").lines, ["fill"], "is left")
    }

    /// A script that covers programs wherever they are.
    private func covering(_ programs: [String]) -> String {
        """
        for name in \(programs.joined(separator: " ")); do
          for path in /bin/$name /sbin/$name /usr/bin/$name /usr/sbin/$name /usr/local/bin/$name /usr/local/sbin/$name; do
            [ ! -e $path ] || mount --bind /dev/null $path
          done
        done

        """
    }

    /// A run that has its data elsewhere has bridges that nobody here knows; one with a port is in use.
    func test_a_bridge_with_a_port_is_not_swept() throws {
        let enclosure = try enclosure(
            """
            for name in lab-0badcafe lab-1badcafe; do ip link add $name type bridge; done
            ip link add port type veth peer name other
            ip link set port master lab-0badcafe

            """)
        let run = try lab(["sweep", "kernel"], ["LAB_DATA": enclosure.folder + "/data"], in: enclosure)

        XCTAssertEqual(run.outcome.ending, .exited(0), run.outcome.errorText)
        XCTAssertTrue(run.outcome.text.contains("bridge lab-1badcafe"), run.outcome.text)
        XCTAssertFalse(run.outcome.text.contains("lab-0badcafe"), run.outcome.text)
        XCTAssertEqual(try enclosure.run("ls /sys/class/net | grep ^lab-").text, "lab-0badcafe")
    }
}
