import Harness
import Host
import SheetTesting
import XCTest

/// Exercise 5 by hand: `ip link add`.
final class KernelExercise5ConnectivityTests: SheetTestCase {
    /// The bridge is the run's own.
    func test_the_bridge_is_the_runs_own() throws {
        try confirm("kernel: network.bridge is \(KernelNetwork.ownBridge)")
    }

    /// A veth pair leads there.
    func test_the_link_is_a_veth_pair() throws {
        try confirm("kernel: network.link is veth")
    }

    /// The container's address is one of the bridge's subnet.
    func test_the_address_is_in_the_bridges_subnet() throws {
        try confirm("kernel: network.address is in the bridge's subnet")
    }

    /// The bridge is the gateway.
    func test_the_gateway_is_the_bridge() throws {
        try confirm("kernel: network.gateway is the bridge")
    }

    /// Packets leave the machine under its own address, by one rule.
    func test_packets_are_masqueraded() throws {
        try confirm("kernel: network.nat is masquerade")
    }

    /// There is connectivity with the server (nc -l -p 34567) from the host.
    func test_the_host_connects_to_the_container() throws {
        try confirm("kernel: connect.host-to-container is connected")
    }

    /// There is connectivity from the other container.
    func test_the_other_container_connects_to_the_container() throws {
        try confirm("kernel: connect.container-to-container is connected")
    }

    /// Without the bridge and the pair there is nothing but the loopback.
    func test_without_a_network_there_is_none() throws {
        try confirm("kernel --without=network: network.bridge is none")
        try confirm("kernel --without=network: network.link is none")
        try confirm("kernel --without=network: network.address is none")
        try confirm("kernel --without=network: network.gateway is none")
        try confirm("kernel --without=network: network.nat is none")
    }

    /// And nobody connects.
    func test_without_a_network_nobody_connects() throws {
        try confirm("kernel --without=network: connect.host-to-container is unreachable")
        try confirm("kernel --without=network: connect.container-to-container is unreachable")
    }
}
