import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

final class FreeSubnetTests: RecordedTestCase {
    func test_the_default_route_takes_nothing() throws {
        let routes = [Route(destination: "default", gateway: "10.77.77.1")]

        XCTAssertEqual("\(try FreeSubnet.choose(among: routes))", "10.77.77.0/24")
    }

    /// A VPN takes everything by two routes that are not called default.
    func test_the_halves_of_a_default_route_take_nothing() throws {
        let routes = ["0.0.0.0/1", "128.0.0.0/1"].map { Route(destination: $0, gateway: "10.8.0.1", device: "tun0") }

        XCTAssertEqual("\(try FreeSubnet.choose(among: routes))", "10.77.77.0/24")
    }

    func test_a_single_address_in_it_takes_a_subnet() throws {
        let routes = [
            Route(destination: "10.77.77.9"), Route(destination: "10.78.0.0/16"), Route(destination: "fe80::/64"),
        ]

        XCTAssertEqual("\(try FreeSubnet.choose(among: routes))", "10.79.77.0/24")
    }

    func test_a_network_that_has_all_of_ten_leads_elsewhere() throws {
        let routes = [Route(destination: "10.0.0.0/8"), Route(destination: "192.168.0.0/16")]

        XCTAssertEqual("\(try FreeSubnet.choose(among: routes))", "172.16.77.0/24")
    }

    func test_where_all_is_taken_a_person_has_to_decide() {
        let routes = ["10.0.0.0/8", "192.168.0.0/16", "172.16.0.0/12"].map { Route(destination: $0) }

        XCTAssertThrowsError(try FreeSubnet.choose(among: routes)) { error in
            XCTAssertTrue("\(error)".contains("lxd init"))
        }
    }

    func test_two_bridges_that_are_made_at_once_get_different_subnets() throws {
        let bridges = (0..<16).map { "lab-r\($0)f3a" }
        let subnets = try bridges.map { "\(try FreeSubnet.choose(among: [], for: $0))" }

        XCTAssertEqual(Set(subnets).count, bridges.count, "\(subnets)")
        XCTAssertEqual("\(try FreeSubnet.choose(among: [], for: bridges[0]))", subnets[0])
    }

    func test_the_bridge_is_given_the_first_address() throws {
        XCTAssertEqual(try IPv4Subnet(parsing: "10.77.77.0/24").gateway, "10.77.77.1/24")
    }
}
