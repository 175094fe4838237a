import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

final class ImageTests: RecordedTestCase {
    func test_the_newest_alpine_is_the_highest_number_and_no_variant() {
        let aliases = ["alpine/3.9", "alpine/3.19", "alpine/3.20/cloud", "alpine/edge", "alpine/3.18", "debian/12"]

        XCTAssertEqual(LXDImageServer.newestRelease(of: aliases), "alpine/3.19")
        XCTAssertNil(LXDImageServer.newestRelease(of: ["alpine/edge"]))
    }

    func test_the_sheets_alias_is_preferred_to_a_newer_alpine() {
        let old = image("a", aliases: ["alpine/3.13"], properties: ["os": "Alpine"])
        let new = image("b", properties: ["os": "Alpine", "release": "3.22"])

        XCTAssertEqual(StoredLXDImage.alpine(in: [new, old])?.reference, "alpine/3.13")
        XCTAssertEqual(StoredLXDImage.alpine(in: [new])?.reference, "b")
        XCTAssertEqual(StoredLXDImage.alpine(in: [new])?.origin, "Alpine 3.22, as LXD has it")
    }

    func test_a_virtual_machine_and_a_stand_in_are_no_alpine() {
        let machine = image("a", type: "virtual-machine", properties: ["os": "Alpine"])
        let standIn = image("b", properties: ["os": "alpine", "lab.image": "0123"])

        XCTAssertNil(StoredLXDImage.alpine(in: [machine, standIn]))
    }

    func test_a_script_is_no_program_to_copy_into_an_image() throws {
        XCTAssertTrue(try HostPrograms.binary(of: "cat").hasSuffix("/cat"))
        XCTAssertThrowsError(try HostPrograms.binary(of: "ldd"))
    }

    func test_equal_trees_have_equal_manifests_whatever_the_order() throws {
        var one = FileTree()
        one.add(.link(to: "/bin/busybox"), at: "bin/sh")
        one.add(.text("hello"), at: "etc/motd", mode: 0o644)
        var other = FileTree()
        other.add(.text("bye"), at: "etc/motd")
        other.add(.text("hello"), at: "etc/motd", mode: 0o644)
        other.add(.link(to: "/bin/busybox"), at: "bin/sh")

        XCTAssertEqual(try one.manifest(), try other.manifest())
        XCTAssertEqual(
            try one.manifest(),
            """
             755 0:0 folder
            bin 755 0:0 folder
            bin/sh 755 0:0 link /bin/busybox
            etc 755 0:0 folder
            etc/motd 644 0:0 text "hello"

            """)
    }

    private func image(
        _ fingerprint: String, type: String = "container", aliases: [String] = [], properties: [String: String]
    ) -> StoredLXDImage {
        StoredLXDImage(
            fingerprint: fingerprint, type: type, uploaded: "", aliases: aliases.map { .init(name: $0) },
            properties: properties)
    }
}
