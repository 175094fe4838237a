import Harness
import Host
import SheetTesting
import XCTest

final class IPv4AddressTests: RecordedTestCase {
    func test_the_first_number_is_the_highest_byte() throws {
        let address = try IPv4Address(parsing: "172.17.0.2")

        XCTAssertEqual(address.value, 0xac11_0002)
        XCTAssertEqual(address.description, "172.17.0.2")
        XCTAssertLessThan(address, try IPv4Address(parsing: "172.17.0.10"))
    }

    func test_only_four_plain_numbers_are_an_address() {
        for text in [
            "", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4 ", "+1.2.3.4", "1..2.3", "0x1.2.3.4", "::1",
        ] {
            XCTAssertThrowsError(try IPv4Address(parsing: text), text) { XCTAssertTrue($0 is Unreadable) }
        }
    }

    func test_a_subnet_contains_what_begins_with_its_bits() throws {
        let subnet = try IPv4Subnet(parsing: "172.17.5.9/16")

        XCTAssertEqual(subnet.description, "172.17.0.0/16")
        XCTAssertTrue(subnet.contains(try IPv4Address(parsing: "172.17.255.255")))
        XCTAssertFalse(subnet.contains(try IPv4Address(parsing: "172.18.0.0")))
        XCTAssertTrue(try IPv4Subnet(parsing: "0.0.0.0/0").contains(IPv4Address(value: .max)))
        XCTAssertFalse(try IPv4Subnet(parsing: "10.0.0.1").contains(IPv4Address(parsing: "10.0.0.2")))
    }

    func test_subnets_overlap_if_one_contains_the_other() throws {
        let wide = try IPv4Subnet(parsing: "10.0.0.0/8")
        let narrow = try IPv4Subnet(parsing: "10.77.0.0/24")
        let other = try IPv4Subnet(parsing: "10.77.1.0/24")

        XCTAssertTrue(wide.overlaps(narrow))
        XCTAssertTrue(narrow.overlaps(wide))
        XCTAssertFalse(narrow.overlaps(other))
    }

    func test_a_prefix_beyond_32_bits_is_refused() {
        for text in ["1.2.3.4/33", "1.2.3.4/-1", "1.2.3.4/", "/8", "1.2.3.4/8/9", "1.2.3.4/999"] {
            XCTAssertThrowsError(try IPv4Subnet(parsing: text), text) { XCTAssertTrue($0 is Unreadable) }
        }
    }
}
