import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

final class DHCPServerTests: RecordedTestCase {
    private let lines = [
        #"UNCONN 0      0       10.77.77.1:53 0.0.0.0:* users:(("dnsmasq",pid=22277,fd=6))"#,
        #"UNCONN 0      0          0.0.0.0:67 0.0.0.0:* users:(("dnsmasq",pid=22277,fd=4))"#,
        #"UNCONN 0      0   0.0.0.0%virbr0:67 0.0.0.0:* users:(("dnsmasq",pid=901,fd=3))"#,
    ]

    func test_a_server_may_be_bound_to_its_link() {
        XCTAssertEqual(DHCPServer.serving("virbr0", with: ["192.168.122.1"], in: lines), [lines[2]])
    }

    func test_one_that_is_bound_to_nothing_is_known_by_its_other_address() {
        XCTAssertEqual(DHCPServer.serving("lxdbr0", with: ["10.77.77.1"], in: lines), [lines[1]])
    }

    func test_the_server_of_another_link_is_none() {
        XCTAssertEqual(DHCPServer.serving("br0", with: ["10.0.0.1"], in: lines), [])
    }
}
