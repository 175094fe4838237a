import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// What an LXD pool is made of, as the kernel and the file systems tell.
final class PoolSourceTests: RecordedTestCase {
    private func root(_ pool: String) throws -> MountEntry {
        let text = try Fixture.text("recorded/storage-debian12/\(pool)/mountinfo")
        return try XCTUnwrap(MountTable(parsing: text).entry(at: "/"))
    }

    func test_the_driver_is_seen_in_the_mount() throws {
        let kinds = try ["lvm-loop", "lvm-part", "lvm-vg", "zfs-loop", "zfs-disk", "zfs-ds", "btrfs-disk"].map {
            PoolKind(of: try root($0)).rawValue
        }

        XCTAssertEqual(kinds, ["lvm", "lvm", "lvm", "zfs", "zfs", "zfs", "btrfs"])
    }

    func test_the_volume_group_is_in_the_name_that_the_device_mapper_has() throws {
        let table = try Fixture.text("recorded/storage-debian12/lvm-loop/dmsetup-table")
        let names = table.split(separator: "\n").compactMap { $0.split(separator: ":").first.map(String.init) }
        let groups = Set(names.compactMap(BlockDevice.volumeGroup))

        XCTAssertEqual(groups, ["existing", "lvm-disk", "lvm-loop", "lvm-part"])
        XCTAssertNil(BlockDevice.volumeGroup(inMapperName: "luks"))
        // Another group, whose name only begins alike.
        XCTAssertEqual(BlockDevice.volumeGroup(inMapperName: "lvm--loop2-x"), "lvm-loop2")
    }

    /// The folders of sysfs are those of the recorded device: 253:13 lies on 253:2, and that on loop1.
    func test_a_logical_volume_is_followed_to_the_file_behind_its_loop_device() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lab-\(Owner.current)-sysfs").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let volume = "\(folder)/dev/block/253:13"
        for (path, text) in [
            ("\(volume)/dm/name", "lvm--loop-containers_lab----lvm----loop----1\n"),
            ("\(volume)/slaves/dm-2/dm/name", "lvm--loop-LXDThinPool-tpool\n"),
            ("\(volume)/slaves/dm-2/slaves/dm-1/slaves/loop1/loop/backing_file", "/var/lib/lxd/disks/lvm-loop.img\n"),
        ] {
            let parent = (path as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        }

        let (names, _) = try PoolKind.names(of: root("lvm-loop"), in: folder)

        XCTAssertEqual(names, ["lvm-loop", "/var/lib/lxd/disks/lvm-loop.img"])
        XCTAssertThrowsError(try PoolKind.names(of: root("lvm-vg"), in: folder), "nothing is known of 253:10")
    }

    func test_a_zfs_pool_names_its_devices() throws {
        let status = try Fixture.text("recorded/storage-debian12/zfs-loop/zpool-status")

        XCTAssertEqual(ZFSText.devices(of: "zfs-loop", in: status), ["/var/lib/lxd/disks/zfs-loop.img"])
        XCTAssertEqual(ZFSText.devices(of: "zfs", in: status), [])
    }

    func test_a_clone_holds_little_of_what_it_refers_to() throws {
        let list = try Fixture.text("recorded/storage-debian12/zfs-loop/zfs-list")
        let clone = try XCTUnwrap(ZFSText.space(of: "zfs-loop/containers/lab-zfs-loop-1", in: list))

        XCTAssertEqual(clone.used, 52 * 1024)
        XCTAssertEqual(clone.referred, 1.41 * 1024 * 1024)
        XCTAssertNil(ZFSText.space(of: "zfs-loop/containers/other", in: list))
        XCTAssertNil(ZFSText.space(of: "zfs-loop", in: "nonsense"))
    }
}
