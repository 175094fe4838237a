import Harness
import Host
import SheetTesting
import XCTest

/// Exercise 5bis: connectivity.
final class Exercise5bisConnectivityTests: SheetTestCase {
    /// The container is attached to the bridge of LXD's default profile.
    func test_the_bridge_is_lxds() throws {
        try require(.lxd)

        try confirm("lxd: network.bridge is \(LXD().defaultBridge())")
    }

    /// A veth pair leads there.
    func test_the_link_is_a_veth_pair() throws {
        try confirm("lxd: network.link is veth")
    }

    /// The container's address is one of the bridge's subnet.
    func test_the_address_is_in_the_bridges_subnet() throws {
        try confirm("lxd: network.address is in the bridge's subnet")
    }

    /// It comes by DHCP, from the server on the bridge.
    func test_the_address_comes_by_dhcp() throws {
        try confirm("lxd: network.address.from is dhcp")
    }

    /// The bridge is the gateway.
    func test_the_gateway_is_the_bridge() throws {
        try confirm("lxd: network.gateway is the bridge")
    }

    /// Packets leave the machine under its own address.
    func test_packets_are_masqueraded() throws {
        try confirm("lxd: network.nat is masquerade")
    }

    /// There is connectivity with the server (nc -l -p 34567) from the host.
    func test_the_host_connects_to_the_container() throws {
        try confirm("lxd: connect.host-to-container is connected")
    }

    /// There is connectivity from the other container, unless Docker's firewall drops what LXD's cannot let pass.
    func test_the_other_container_connects_to_the_container() throws {
        try require(.lxd)
        let obstacle = try Forwarding.obstacle(onBridge: LXD().defaultBridge())

        try confirm("lxd: connect.container-to-container is \(obstacle == nil ? "connected" : "unreachable")")
    }
}
