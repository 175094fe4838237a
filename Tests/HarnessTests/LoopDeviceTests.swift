import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Loop devices as losetup of util-linux 2.38.1 lists them, which pads the numbers of devices.
final class LoopDeviceTests: RecordedTestCase {
    private let pool = "/var/lib/container-anatomy/lxd/disks/default.img"

    private func files(where inode: UInt64, minor: UInt32 = 0) throws -> [String] {
        let listed = Array(try Fixture.text("recorded/losetup-2.38.1.json").utf8)
        return try LoopDevice.all(parsing: listed) { file in
            file == pool
                ? FileStatus(
                    uid: 0, gid: 0, mode: 0o100600, inode: inode, device: DeviceNumber(major: 254, minor: minor),
                    deviceNumber: DeviceNumber(major: 0, minor: 0), size: 0) : nil
        }.map(\.file)
    }

    func test_a_device_is_known_by_its_file_and_a_deleted_file_is_none() throws {
        XCTAssertEqual(try files(where: 1_032_889), [pool])
    }

    /// A path may name another file in another mount namespace.
    func test_a_file_of_the_same_name_is_another_file() throws {
        XCTAssertEqual(try files(where: 1_032_890), [])
        XCTAssertEqual(try files(where: 1_032_889, minor: 1), [])
    }

    func test_what_cannot_be_read_is_not_an_empty_list() {
        XCTAssertThrowsError(try LoopDevice.all(parsing: Array("nonsense".utf8)) { _ in nil })
    }
}
