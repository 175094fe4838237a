import Foundation
import Harness
import Host
import SheetTesting
import XCTest

final class BtrfsSubvolumeTests: RecordedTestCase {
    func test_the_container_is_a_writable_snapshot_of_the_read_only_image() throws {
        let image = try BtrfsSubvolume(parsing: Fixture.text("\(Fixture.hybrid)/lxd/btrfs-image"))
        let container = try BtrfsSubvolume(parsing: Fixture.text("\(Fixture.hybrid)/lxd/btrfs-container"))

        XCTAssertEqual(container.name, "c1")
        XCTAssertEqual(container.parentUUID, image.uuid)
        XCTAssertEqual(image.uuid, "69428ae3-885e-cb4c-83aa-193f83a2e65f")
        XCTAssertNil(image.parentUUID)
        XCTAssertEqual(container.subvolumeID, 257)
        XCTAssertTrue(image.isReadOnly)
        XCTAssertFalse(container.isReadOnly)
    }

    func test_a_line_that_is_missing_or_wrong_is_named() throws {
        let text = try Fixture.text("\(Fixture.hybrid)/lxd/btrfs-image")

        for (old, reason) in [
            ("\tFlags", "there is no line Flags"), ("\tUUID", "there is no line UUID"),
            ("Subvolume ID: \t\t", "the Subvolume ID is not a number"),
        ] {
            XCTAssertThrowsError(try BtrfsSubvolume(parsing: text.replacing(old, with: old + "x"))) { error in
                XCTAssertEqual((error as? Unreadable)?.reason.english, reason)
            }
        }
        XCTAssertThrowsError(try BtrfsSubvolume(parsing: "ERROR: Not a Btrfs subvolume: Invalid argument"))
    }
}

final class FileExtentsTests: RecordedTestCase {
    private func extents(_ path: String) throws -> FileExtents {
        try FileExtents(parsing: Fixture.text("\(Fixture.hybrid)/\(path)"))
    }

    func test_the_containers_program_is_the_images_in_the_same_place() throws {
        let image = try extents("lxd/filefrag-image")
        let container = try extents("lxd/filefrag-container")

        XCTAssertEqual(container.physicalOffsets, [3328])
        XCTAssertEqual(container.physicalOffsets, image.physicalOffsets)
        XCTAssertTrue(container.isShared)
        XCTAssertEqual(container.extents.first?.flags, ["last", "shared", "eof"])
    }

    func test_a_file_of_ones_own_shares_nothing() throws {
        let own = try extents("host/filefrag-ext4")

        XCTAssertEqual(own.physicalOffsets, [4_120_576, 4_134_329])
        XCTAssertEqual(own.extents.map(\.length), [2048, 952])
        XCTAssertEqual(own.extents.map(\.flags), [[], ["last", "eof"]])
        XCTAssertFalse(own.isShared)
    }

    func test_a_file_is_shared_only_if_all_of_it_is() throws {
        let text = try Fixture.text("\(Fixture.hybrid)/lxd/filefrag-image")
        let row = "   1:      484..     485:       9000..      9001:      2:       3812: last,eof\n"
        let end = try XCTUnwrap(text.range(of: "/var/lib", options: .backwards)).lowerBound

        XCTAssertFalse(try FileExtents(parsing: text[..<end] + row).isShared)
        XCTAssertEqual(try FileExtents(parsing: text[..<end] + row).physicalOffsets, [3328, 9000])
    }

    func test_an_empty_file_shares_nothing() throws {
        XCTAssertEqual(try extents("host/filefrag-empty").extents, [])
        XCTAssertFalse(try extents("host/filefrag-empty").isShared)
    }

    func test_what_is_no_table_is_refused() {
        let head = " ext:     logical_offset:        physical_offset: length:   expected: flags:\n"
        for text in [
            "", "open: No such file", head + "0: 0.. 1: x.. 2: 2: last", head + "0: 0.. 1: 5.. 6",
            head + "0: 0.. 1: -5.. 6: 2: last",
        ] {
            XCTAssertThrowsError(try FileExtents(parsing: text), text) { XCTAssertTrue($0 is Unreadable) }
        }
    }
}
