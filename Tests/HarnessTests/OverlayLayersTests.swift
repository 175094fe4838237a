import Harness
import Host
import SheetTesting
import XCTest

final class OverlayLayersTests: RecordedTestCase {
    private func entry(_ path: String, at mountPoint: String) throws -> MountEntry {
        try XCTUnwrap(try MountTable(parsing: Fixture.text(path)).entry(at: mountPoint))
    }

    func test_the_layers_of_a_Docker_container_are_in_order() throws {
        let layers = try OverlayLayers(entry("\(Fixture.hybrid)/docker/mountinfo", at: "/")) { _ in false }
        let home = "/var/lib/docker/overlay2"
        let own = home + "/5b4ce9197dbeacb868cf7c8b22f08d86ed9d62bd63b66753d9efe988ddc3ebfa"

        XCTAssertEqual(layers.lower, [home + "/l/5IGV6QCIWNRXCMXVGB7C7MBU5W", home + "/l/IDSCQZRUHGLGQOQNMRFPGLP5IN"])
        XCTAssertEqual(layers.upper, own + "/diff")
        XCTAssertEqual(layers.work, own + "/work")
    }

    func test_names_with_separators_come_out_as_they_were_made() throws {
        let layers = try OverlayLayers(entry("\(Fixture.hybrid)/host/mountinfo-overlay", at: "/mnt/merged"))

        XCTAssertEqual(layers.lower, ["/mnt/l one", "/mnt/l,two", "/mnt/l:three", #"/mnt/l\four"#])
        XCTAssertEqual(layers.upper, "/mnt/up:p,er")
        XCTAssertEqual(layers.work, "/mnt/work")
        XCTAssertEqual(layers.dataOnly, 0)
    }

    func test_folders_given_one_by_one_are_added_up_and_data_comes_last() throws {
        let layers = try OverlayLayers(entry("\(Fixture.hybrid)/host/mountinfo-overlay", at: "/mnt/m2"))

        XCTAssertEqual(layers.lower, ["/mnt/l one", "/mnt/l:three", "/mnt/l,two", #"/mnt/l\four"#, "/mnt/data"])
        XCTAssertEqual(layers.dataOnly, 1)
        XCTAssertEqual(layers.upper, "/mnt/u2")
    }

    func test_relative_folders_begin_two_above_the_upper_one_if_something_is_there() throws {
        let mount = try entry("written/storage/mountinfo-containerd", at: "/")
        let home = "/var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots"

        XCTAssertEqual(try OverlayLayers(mount) { $0 == home + "/41/fs" }.lower, [home + "/41/fs", "40/fs"])
        XCTAssertEqual(try OverlayLayers(mount) { _ in false }.lower, ["41/fs", "40/fs"])
    }

    func test_a_double_colon_begins_data_only_folders() throws {
        let line = "1 0 0:5 / /m rw - overlay o rw,lowerdir=/a:/b::/c::/d"
        let layers = try OverlayLayers(try XCTUnwrap(try MountTable(parsing: line).entries.first))

        XCTAssertEqual(layers, OverlayLayers(lower: ["/a", "/b", "/c", "/d"], dataOnly: 2, upper: nil, work: nil))
    }

    func test_other_mounts_have_no_layers() throws {
        XCTAssertThrowsError(try OverlayLayers(entry("\(Fixture.hybrid)/docker/mountinfo", at: "/data"))) { error in
            XCTAssertEqual((error as? Unreadable)?.reason.english, "the file system is ext4")
        }
        let empty = try XCTUnwrap(try MountTable(parsing: "1 0 0:5 / /m rw - overlay o rw,upperdir=/u").entries.first)
        XCTAssertThrowsError(try OverlayLayers(empty))
    }
}
