import Harness
import Host
import SheetTesting
import XCTest

final class SocketTableTests: RecordedTestCase {
    private func table(_ path: String) throws -> SocketTable {
        try SocketTable(parsing: Fixture.text("\(Fixture.hybrid)/\(path)"))
    }

    func test_the_name_server_of_LXD_listens_on_the_bridge() throws {
        let entry = try XCTUnwrap(try table("host/tcp").entries.first)

        XCTAssertEqual(entry.localAddress, "10.77.0.1")
        XCTAssertEqual(entry.localPort, 53)
        XCTAssertEqual(entry.state, .listen)
        XCTAssertEqual(entry.inode, 7010)
    }

    func test_netcat_listens_on_all_addresses_and_belongs_to_user_100() throws {
        let listening = try table("docker/tcp6-listening")

        XCTAssertTrue(listening.isListening(onPort: 34567))
        XCTAssertFalse(listening.isListening(onPort: 34568))
        XCTAssertEqual(listening.entries.map(\.localAddress), ["::"])
        XCTAssertEqual(listening.entries.map(\.uid), [100])
        XCTAssertFalse(try table("docker/tcp6").isListening(onPort: 34567))
    }

    func test_an_IPv4_connection_of_an_IPv6_socket_shows_IPv4_addresses() throws {
        let connection = try XCTUnwrap(try table("docker/tcp6-connected").entries.first)

        XCTAssertEqual(connection.state, .established)
        XCTAssertEqual(connection.localAddress, "172.17.0.3")
        XCTAssertEqual(connection.remoteAddress, "172.17.0.1")
        XCTAssertEqual(connection.remotePort, 0xe022)
        XCTAssertFalse(try table("docker/tcp6-connected").isListening(onPort: 34567))
    }

    func test_an_IPv6_address_is_read_word_by_word() throws {
        let head = "  sl  local_address remote_address st\n"
        let row = "   0: B80D01200000000067452301EFCDAB89:0016 00000000000000000000000001000000:0000 06 0:0 0:0 0 0 0 0"

        let entry = try XCTUnwrap(try SocketTable(parsing: head + row).entries.first)

        XCTAssertEqual(entry.localAddress, "2001:db8::123:4567:89ab:cdef")
        XCTAssertEqual(entry.remoteAddress, "::1")
        XCTAssertEqual(entry.state, .other(6))
    }

    func test_what_is_no_table_is_refused() {
        let head = "  sl  local_address rem_address   st\n"
        for row in [
            "0: 0100007F:1 0:0 0A", "0: 0100007F:00350 00000000:0000 0A 0 0 0 0 0 0",
            "0: -100007F:0035 00000000:0000 0A 0 0 0 0 0 0", "0: 01:0035 00000000:0000 0A 0 0 0 0 0 0",
        ] {
            XCTAssertThrowsError(try SocketTable(parsing: head + row), row) { XCTAssertTrue($0 is Unreadable) }
        }
        XCTAssertThrowsError(try SocketTable(parsing: ""))
    }
}
