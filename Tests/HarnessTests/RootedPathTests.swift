import Foundation
import Harness
import Host
import SheetTesting
import XCTest

final class RootedPathTests: RecordedTestCase {
    private func withTree(_ body: (String) throws -> Void) throws {
        try Fixture.withFolder { folder in
            try Fixture.lay(
                [
                    "secret": "outside", "tree/usr/lib/os-release": "inside", "tree/secret": "inside",
                    "tree/etc/os-release": "-> ../usr/lib/os-release", "tree/etc/absolute": "-> /secret",
                    "tree/etc/up": "-> ../../../../../secret", "tree/lib": "-> usr/lib", "tree/loop": "-> loop2",
                    "tree/loop2": "-> /loop", "tree/dangling": "-> /nowhere", "tree/etc/host": "-> \(folder)/secret",
                    "root": "-> tree",
                ], in: folder)
            try body(folder)
        }
    }

    func test_links_are_followed_within_the_tree() throws {
        try withTree { folder in
            let root = folder + "/tree"

            for path in ["/etc/os-release", "etc/os-release", "lib/os-release", "./lib//../lib/os-release"] {
                XCTAssertEqual(try RootedPath.resolve(path, under: root), root + "/usr/lib/os-release", path)
            }
            XCTAssertEqual(try RootedPath.read("/etc/os-release", under: root).text, "inside")
        }
    }

    func test_neither_absolute_links_nor_dots_lead_out() throws {
        try withTree { folder in
            for path in ["etc/absolute", "etc/up", "../secret", "etc/../../../secret", "/../../secret"] {
                XCTAssertEqual(try RootedPath.resolve(path, under: folder + "/tree"), folder + "/tree/secret", path)
            }
            XCTAssertThrowsError(try RootedPath.resolve("etc/host", under: folder + "/tree"))
        }
    }

    func test_the_root_itself_may_be_a_link_and_stays_as_it_is() throws {
        try withTree { folder in
            XCTAssertEqual(try RootedPath.resolve("etc/absolute", under: folder + "/root/"), folder + "/root/secret")
            XCTAssertEqual(try RootedPath.resolve("/..", under: folder + "/root"), folder + "/root")
        }
    }

    func test_loops_missing_names_and_files_on_the_way_are_errors() throws {
        try withTree { folder in
            for (path, number) in [
                ("loop", ELOOP), ("dangling", ENOENT), ("nothing/../secret", ENOENT), ("secret/x", ENOTDIR),
                ("secret/..", ENOTDIR),
            ] {
                XCTAssertThrowsError(try RootedPath.resolve(path, under: folder + "/tree"), path) { error in
                    XCTAssertEqual((error as? PathError)?.number, number, path)
                    XCTAssertEqual((error as? PathError)?.path, folder + "/tree/" + path)
                }
            }
        }
    }

    func test_forty_links_are_followed_and_one_more_is_a_loop() throws {
        try Fixture.withFolder { folder in
            var files = ["0": "the end"]
            for number in 1...41 { files["\(number)"] = "-> \(number - 1)" }
            try Fixture.lay(files, in: folder)

            XCTAssertEqual(try RootedPath.resolve("40", under: folder), folder + "/0")
            XCTAssertThrowsError(try RootedPath.resolve("41", under: folder)) { error in
                XCTAssertEqual((error as? PathError)?.number, ELOOP)
            }
        }
    }

    func test_the_root_of_the_machine_resolves_to_itself() throws {
        XCTAssertEqual(try RootedPath.resolve("proc/version", under: "/"), "/proc/version")
    }
}
