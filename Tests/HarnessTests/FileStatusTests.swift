import Foundation
import Harness
import Host
import SheetTesting
import XCTest

final class FileStatusTests: RecordedTestCase {
    func test_dev_null_is_a_character_device_of_known_numbers() throws {
        let null = try FileStatus.of("/dev/null")

        XCTAssertTrue(null.isCharacterDevice)
        XCTAssertEqual(null.deviceNumber.description, "1:3")
        XCTAssertFalse(null.isWhiteout)
        XCTAssertFalse(null.isRegular)
    }

    func test_a_file_belongs_to_who_made_it() throws {
        try Fixture.withFolder { folder in
            try Fixture.lay(["file": "12345", "link": "-> file"], in: folder)
            chmod(folder + "/file", 0o4755)
            let file = try FileStatus.of(folder + "/link")

            XCTAssertEqual(file.owner, "\(geteuid()):\(getegid())")
            XCTAssertTrue(file.isRegular)
            XCTAssertEqual(file.size, 5)
            XCTAssertEqual(file.permissions, 0o4755)
            XCTAssertTrue(file.hasSetuid)
            XCTAssertEqual(file.inode, try FileStatus.link(folder + "/file").inode)
            XCTAssertTrue(try FileStatus.link(folder + "/link").isSymbolicLink)
            XCTAssertTrue(try FileStatus.of(folder).isDirectory)
        }
    }

    func test_the_device_is_the_one_that_mountinfo_names() throws {
        let mount = try XCTUnwrap(try MountTable.of(process: "self").table.entry(at: "/proc"))

        XCTAssertEqual(try FileStatus.of("/proc").device.description, mount.device)
    }

    func test_a_whiteout_is_the_character_device_0_0_and_nothing_else() {
        let none = DeviceNumber(major: 0, minor: 0)
        func status(mode: UInt32, number: DeviceNumber) -> FileStatus {
            FileStatus(uid: 0, gid: 0, mode: mode, inode: 1, device: none, deviceNumber: number, size: 0)
        }

        XCTAssertTrue(status(mode: S_IFCHR, number: none).isWhiteout)
        XCTAssertFalse(status(mode: S_IFBLK, number: none).isWhiteout)
        XCTAssertFalse(status(mode: S_IFREG, number: none).isWhiteout)
        XCTAssertFalse(status(mode: S_IFCHR, number: DeviceNumber(major: 1, minor: 3)).isWhiteout)
    }

    func test_the_file_system_of_proc_is_told_by_its_magic_number() throws {
        XCTAssertEqual(try FileSystemType.name(at: "/proc"), "proc")
        XCTAssertEqual(try FileSystemType.name(at: "/sys"), "sysfs")
        XCTAssertThrowsError(try FileSystemType.name(at: "/no/such")) { error in
            XCTAssertEqual("\(error)", "cannot tell the file system of /no/such: No such file or directory")
        }
    }

    func test_an_unknown_magic_number_is_told_in_hexadecimal() {
        // A mount's own type is believed only if the magic number is one that it has.
        XCTAssertEqual(try FileSystemType.name(at: "/proc", ofMount: "fuse.sshfs"), "proc")
        XCTAssertTrue(FileSystemType.has(magicNamed: "fuse", type: "fuse.fuse-overlayfs"))
        XCTAssertTrue(FileSystemType.has(magicNamed: "nfs", type: "nfs4"))
        XCTAssertFalse(FileSystemType.has(magicNamed: "ext4", type: "fuse.fuse-overlayfs"))
        XCTAssertEqual(FileSystemType.name(ofMagic: 0x794c_7630), "overlay")
        XCTAssertEqual(FileSystemType.name(ofMagic: 0x9123_683e), "btrfs")
        XCTAssertEqual(FileSystemType.name(ofMagic: 0xdead_beef), "0xdeadbeef")
    }
}
