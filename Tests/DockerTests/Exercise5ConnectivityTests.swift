import Harness
import Host
import SheetTesting
import XCTest

/// Exercise 5: connectivity.
final class Exercise5ConnectivityTests: SheetTestCase {
    /// Docker makes a network by software: the container is attached to a bridge.
    func test_the_bridge_is_dockers() throws {
        try require(.docker)

        try confirm("docker: network.bridge is \(Docker().bridge())")
    }

    /// A veth pair leads there.
    func test_the_link_is_a_veth_pair() throws {
        try confirm("docker: network.link is veth")
    }

    /// The container's address is one of the bridge's subnet.
    func test_the_address_is_in_the_bridges_subnet() throws {
        try confirm("docker: network.address is in the bridge's subnet")
    }

    /// The bridge is the gateway.
    func test_the_gateway_is_the_bridge() throws {
        try confirm("docker: network.gateway is the bridge")
    }

    /// Packets leave the machine under its own address.
    func test_packets_are_masqueraded() throws {
        try confirm("docker: network.nat is masquerade")
    }

    /// There is connectivity with the server (nc -l -p 34567) from the host.
    func test_the_host_connects_to_the_container() throws {
        try confirm("docker: connect.host-to-container is connected")
    }

    /// There is connectivity from the other container.
    func test_the_other_container_connects_to_the_container() throws {
        try confirm("docker: connect.container-to-container is connected")
    }

    /// Without a network there is none.
    func test_without_a_network_nobody_connects() throws {
        try confirm("docker --network=none: connect.host-to-container is unreachable")
    }
}
