import Harness
import Host
import SheetTesting
import XCTest

final class MountTableTests: RecordedTestCase {
    private func table(_ path: String) throws -> MountTable { try MountTable(parsing: Fixture.text(path)) }

    func test_the_root_of_a_Docker_container_is_an_overlay() throws {
        let root = try XCTUnwrap(try table("\(Fixture.hybrid)/docker/mountinfo").entry(at: "/"))

        XCTAssertEqual(root.fileSystem, "overlay")
        XCTAssertEqual(root.device, "0:59")
        XCTAssertEqual(root.optionalFields, ["master:39"])
        XCTAssertEqual(root.options, ["rw", "relatime"])
        XCTAssertEqual(root.superOptions.count, 4)
    }

    func test_the_root_of_an_LXD_container_is_a_subvolume() throws {
        let root = try XCTUnwrap(try table("\(Fixture.hybrid)/lxd/mountinfo").entry(at: "/"))

        XCTAssertEqual(root.fileSystem, "btrfs")
        XCTAssertEqual(root.source, "/dev/loop0")
        XCTAssertEqual(root.root, "/containers/c1/rootfs")
        XCTAssertEqual(root.superOption("subvol"), "/containers/c1")
        XCTAssertEqual(root.superOption("subvolid"), "257")
        XCTAssertNil(root.superOption("sub"))
    }

    func test_zfs_and_lvm_roots_name_their_source() throws {
        let root = { (pool: String) in try self.table("recorded/storage-debian12/\(pool)/mountinfo").entry(at: "/") }
        XCTAssertEqual(try root("zfs-loop")?.source, "zfs-loop/containers/lab-zfs-loop-1")
        XCTAssertEqual(try root("lvm-loop")?.source, "/dev/lvm-loop/containers_lab--lvm--loop--1")
        XCTAssertEqual(try root("lvm-loop")?.fileSystem, "ext4")
    }

    func test_a_path_lies_on_the_longest_mount_point_above_it() throws {
        let docker = try table("\(Fixture.hybrid)/docker/mountinfo")

        XCTAssertEqual(docker.entry(containing: "/data/file")?.fileSystem, "ext4")
        XCTAssertEqual(docker.entry(containing: "/data")?.mountPoint, "/data")
        XCTAssertEqual(docker.entry(containing: "/database")?.mountPoint, "/")
        XCTAssertEqual(docker.entry(containing: "/")?.fileSystem, "overlay")
        XCTAssertNil(docker.entry(containing: "relative"))
    }

    func test_the_later_of_two_mounts_covers_the_earlier() throws {
        let host = try table("\(Fixture.hybrid)/host/mountinfo")

        XCTAssertEqual(host.entries.filter { $0.mountPoint == "/dev/pts" }.map(\.id), [26, 29])
        XCTAssertEqual(host.entry(at: "/dev/pts")?.id, 29)
        XCTAssertEqual(host.entry(containing: "/dev/pts/0")?.id, 29)
    }

    func test_octal_escapes_are_undone_once() throws {
        let line = #"1 0 0:5 /a\134040b /with\040blank\011tab\012line\134 rw - tmpfs no\040ne rw,size=1k"#
        let entry = try XCTUnwrap(try MountTable(parsing: line).entries.first)

        XCTAssertEqual(entry.root, #"/a\040b"#)
        XCTAssertEqual(entry.mountPoint, "/with blank\ttab\nline\\")
        XCTAssertEqual(entry.source, "no ne")
        XCTAssertEqual(entry.optionalFields, [])
    }

    func test_an_empty_source_is_kept_empty() throws {
        let entry = try XCTUnwrap(
            try MountTable(parsing: "1 0 0:5 / /m rw shared:1 master:2 - tmpfs  rw").entries.first)

        XCTAssertEqual(entry.source, "")
        XCTAssertEqual(entry.superOptions, ["rw"])
        XCTAssertEqual(entry.optionalFields, ["shared:1", "master:2"])
    }

    func test_a_separator_followed_by_a_combining_accent_still_separates() throws {
        let entry = try XCTUnwrap(try MountTable(parsing: "1 0 0:5 / \u{301}/m rw - tmpfs t rw").entries.first)

        XCTAssertEqual(entry.mountPoint, "\u{301}/m")
    }

    func test_what_is_no_mount_is_refused() {
        for line in [
            "1 0 0:5 / /m rw - tmpfs t", "1 0 0:5 / /m rw tmpfs t rw rw", "a 0 0:5 / /m rw - tmpfs t rw",
            "1 0 05 / /m rw - tmpfs t rw", "1 99999999999 0:5 / /m rw - tmpfs t rw", "1 0 0:-5 / /m rw - tmpfs t rw",
        ] {
            XCTAssertThrowsError(try MountTable(parsing: line), line) { XCTAssertTrue($0 is Unreadable) }
        }
    }
}
