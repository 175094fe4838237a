import XCTest

@testable import Harness

final class ShutOutTests: RecordedTestCase {
    /// Recorded from ss -xp while two clients of LXD 5.0.2 waited for ever, on Debian 12; one line of each kind.
    private let waiting = """
        u_str ESTAB 0      768  * 704277 * 0      users:(("lxc",pid=25233,fd=3))
        u_str ESTAB 0      0    * 705151 * 705153 users:(("lxc",pid=25233,fd=27))
        u_str ESTAB 0      0    /var/lib/lxd/unix.socket 705153 * 705151 users:(("lxd",pid=2689,fd=277))
        u_str ESTAB 0      768  * 705159 * 0      users:(("lxc",pid=25237,fd=3),("sh",pid=25200,fd=3))
        """

    func test_clients_that_have_sent_and_have_no_peer_are_shut_out() {
        XCTAssertEqual(ShutOut.unaccepted(in: waiting), [25233, 25237, 25200])
    }

    func test_a_client_that_is_served_is_not() {
        let served = waiting.replacingOccurrences(of: "* 0 ", with: "* 7 ")

        XCTAssertEqual(ShutOut.unaccepted(in: served), [])
    }

    func test_a_table_of_another_shape_says_nothing() {
        XCTAssertEqual(ShutOut.unaccepted(in: "Netid State\n\n u_str ESTAB 0 768"), [])
    }
}
