import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// What an LXD has that somebody else has made, or uses, stays whatever is torn down, cleaned or swept.
final class OwnershipbisTests: FaultTestCase {
    nonisolated(unsafe) private static var shared: EnclosedLXD?

    override class func tearDown() {
        shared?.enclosure.close()
        shared = nil
        super.tearDown()
    }

    /// An LXD of the test's own, which `lab setup` has initialised.
    private func initialised() throws -> EnclosedLXD {
        try require(.kernel)
        try require(program: "lxd", of: "lxd", for: .lxd)
        let lxd = try Self.shared ?? EnclosedLXD(in: Enclosure())
        Self.shared = lxd
        _ = try lab(["setup", "lxd"], lxd.environment, in: lxd.enclosure).outcome.orThrow()
        return lxd
    }

    private func lxc(_ words: String..., on lxd: EnclosedLXD) throws -> String {
        try lxd.enclosure.command(["lxc"] + words, environment: lxd.environment).run().orThrow().text
    }

    /// All that an owner would miss.
    private func holdings(of lxd: EnclosedLXD) throws -> String {
        try [
            lxc("profile", "show", "default", on: lxd), lxc("storage", "show", "default", on: lxd),
            lxc("network", "show", "lxdbr0", on: lxd),
        ].joined(separator: "\n")
    }

    private func record(of lxd: EnclosedLXD) -> String { lxd.enclosure.folder + "/data/lib/lxd-initialised.json" }

    /// Runs `lab clean`; passes if nothing of the LXD has changed, and the reason was said.
    private func expectAllToStay(_ lxd: EnclosedLXD, saying reason: String, line: UInt = #line) throws {
        let before = try holdings(of: lxd)
        let run = try lab(["clean"], lxd.environment, in: lxd.enclosure)

        XCTAssertEqual(try holdings(of: lxd), before, line: line)
        XCTAssertTrue(run.outcome.text.contains(reason), run.outcome.text, line: line)
    }

    /// The pool, the bridge and what was added to the default profile go, and so does the record of them.
    func test_what_is_as_it_was_made_is_taken_back() throws {
        let lxd = try initialised()
        let run = try lab(["clean"], lxd.environment, in: lxd.enclosure)

        XCTAssertTrue(run.outcome.text.contains("took back its initialisation"), run.outcome.text)
        XCTAssertEqual(try lxc("storage", "list", "--format", "csv", on: lxd), "")
        XCTAssertFalse(try lxc("network", "list", "--format", "csv", on: lxd).contains("lxdbr0"))
        XCTAssertTrue(try lxc("profile", "show", "default", on: lxd).contains("devices: {}"))
        XCTAssertFalse(TextFile.exists(record(of: lxd)))
    }

    /// A volume in the pool keeps the profile and the bridge too: it is looked at before anything is removed.
    func test_what_somebody_uses_stays_as_a_whole() throws {
        let lxd = try initialised()
        _ = try lxc("storage", "volume", "create", "default", "hers", on: lxd)
        defer { _ = try? lxc("storage", "volume", "delete", "default", "hers", on: lxd) }

        try expectAllToStay(lxd, saying: "volumes/custom/hers uses it")
    }

    /// One setting of the bridge is enough for all to be its owner's.
    func test_what_its_owner_has_changed_stays() throws {
        let lxd = try initialised()
        _ = try lxc("network", "set", "lxdbr0", "user.owner=admin", on: lxd)
        defer { _ = try? lxc("network", "unset", "lxdbr0", "user.owner", on: lxd) }

        try expectAllToStay(lxd, saying: "the bridge lxdbr0 is not as it was made here")
    }

    /// After a purge the new daemon has another certificate, and its owner gives the same names.
    func test_another_server_is_its_owners() throws {
        let lxd = try initialised()
        let text = try String(contentsOfFile: record(of: lxd), encoding: .utf8)
        defer { try? text.write(toFile: record(of: lxd), atomically: true, encoding: .utf8) }
        let other = text.replacing(/"server":"[0-9a-f]+"/, with: "\"server\":\"\(String(repeating: "0", count: 64))\"")
        XCTAssertNotEqual(other, text)
        try other.write(toFile: record(of: lxd), atomically: true, encoding: .utf8)

        try expectAllToStay(lxd, saying: "this server is another one than was initialised here")
    }

    /// A record that cannot be read, as one of an earlier version, permits nothing.
    func test_a_record_that_cannot_be_read_is_nobodys_permission() throws {
        let lxd = try initialised()
        let text = try String(contentsOfFile: record(of: lxd), encoding: .utf8)
        defer { try? text.write(toFile: record(of: lxd), atomically: true, encoding: .utf8) }
        let earlier = #"{"pool":"default","bridge":"lxdbr0","driver":"dir","address":"10.77.77.1/24"}"#
        try earlier.write(toFile: record(of: lxd), atomically: true, encoding: .utf8)

        try expectAllToStay(lxd, saying: "does not tell what was made on which server")
        XCTAssertEqual(try String(contentsOfFile: record(of: lxd), encoding: .utf8), earlier)
    }

    /// A run that was killed has left its container in a project, and somebody else has one there as well.
    func test_a_container_in_a_project_is_swept_and_others_stay() throws {
        let lxd = try initialised()
        _ = try lxc(
            "project", "create", "aula", "-c", "features.images=false", "-c", "features.profiles=false", on: lxd)
        defer {
            for name in ["hers", "lab-00000001-1-1"] {
                _ = try? lxc("delete", "-f", name, "--project", "aula", on: lxd)
            }
            _ = try? lxc("project", "delete", "aula", on: lxd)
        }
        let image = try lxc("image", "list", "--format", "csv", "--columns", "f", on: lxd).prefix { $0 != "\n" }
        for name in ["hers", "lab-00000001-1-1"] {
            _ = try lxc("init", String(image), name, "--project", "aula", on: lxd)
        }
        let dead = "00000001.1.1.00000000"
        _ = try lxc("config", "set", "lab-00000001-1-1", "user.lab.run", dead, "--project", "aula", on: lxd)
        let run = try lab(["sweep", "lxd"], lxd.environment, in: lxd.enclosure)

        XCTAssertTrue(run.outcome.text.contains("removed lab-00000001-1-1 in the project aula"), run.outcome.text)
        XCTAssertEqual(try lxc("list", "--project", "aula", "--format", "csv", "--columns", "n", on: lxd), "hers")
    }

    /// Aliases, the chosen project and the chosen remote of whoever runs us change nothing that is done.
    func test_a_persons_settings_of_the_client_do_not_count() throws {
        let lxd = try initialised()
        let settings = lxd.enclosure.folder + "/lxc"
        _ = try lxc("project", "create", "empty", on: lxd)
        defer {
            try? FileManager.default.removeItem(atPath: settings)
            _ = try? lxc("project", "delete", "empty", on: lxd)
        }
        for (alias, meaning) in [
            ("delete", "version"), ("list", "version"), ("launch", "version"), ("query", "version"),
        ] {
            _ = try lxc("alias", "add", alias, meaning, on: lxd)
        }
        _ = try lxc("project", "switch", "empty", on: lxd)
        XCTAssertTrue(try String(contentsOfFile: settings + "/config.yml", encoding: .utf8).contains("project: empty"))
        let run = try verify("lxd: container.user is 0:0", lxd.environment, in: lxd.enclosure)

        XCTAssertEqual(run.outcome.ending, .exited(0), run.outcome.text + run.outcome.errorText)
        try FileManager.default.removeItem(atPath: settings)
        XCTAssertEqual(try lxd.containers(), [])
    }
}
