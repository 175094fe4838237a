import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The line in which a report says what its machine was.
final class MachineLineTests: RecordedTestCase {
    private func profile(_ line: String) -> [Dependence: String] { MachineProfile(parsing: line).properties }

    func test_the_line_that_is_printed_is_read() {
        var machine = MachineProfile()
        machine[.cgroups] = "v2"
        machine[.cgroupDriver] = "systemd"
        machine[.storageDriver] = "overlay2"
        machine[.remapping] = "userns-remap"
        machine[.pool] = "zfs"
        machine[.subordinateIDs] = "1000000 1000000000"
        machine.versions = [.docker: "24.0.7", .lxd: "5.0.2"]

        for language in Language.allCases {
            let line = machine.line(in: language)
            XCTAssertEqual(MachineLine.words(of: line).map(MachineProfile.init(parsing:)), machine, line)
        }
        XCTAssertEqual(
            machine.line(in: .spanish),
            "Máquina: cgroup v2; Docker 24.0.7 systemd overlay2 userns-remap; LXD 5.0.2 zfs; subuid 1000000:1000000000")
    }

    func test_what_people_write() {
        XCTAssertEqual(
            profile("Ubuntu 22.04, cgroups v2, Docker 24.0.7 (systemd, overlay2)"),
            [
                .cgroups: "v2", .cgroupDriver: "systemd", .storageDriver: "overlay2",
            ])
        XCTAssertEqual(profile("cgroup2; LXD (snap) con zfs"), [.cgroups: "v2", .pool: "zfs"])
        XCTAssertEqual(profile("cgroups híbrido"), [.cgroups: "hybrid"])
        XCTAssertEqual(
            profile("cgroup versión 1; root:165536:65536"), [.cgroups: "v1", .subordinateIDs: "165536 65536"])
        XCTAssertEqual(profile("un portátil con Debian 12"), [:])
        XCTAssertEqual(profile(""), [:])
    }

    func test_it_is_found_in_any_dress() throws {
        let dresses: [(String, ReportFormat)] = [
            ("Machine: cgroup v2", .text), ("**Máquina:** cgroup v2", .markdown), ("- MAQUINA: cgroup v2", .markdown),
            ("| Machine: | cgroup v2 |\n", .markdown), ("\\textbf{Máquina:} cgroup v2", .latex),
            ("# Machine: cgroup v2", .markdown),
        ]
        for (text, format) in dresses {
            let document = try DocumentReader.read(Array("a line\n\(text)\n".utf8), format, "r")
            XCTAssertEqual(document.machine.map(\.profile.properties), [[.cgroups: "v2"]], text)
            XCTAssertEqual(document.machine.map(\.place.line), [2], text)
        }
        let hidden = try DocumentReader.read(Array("<!-- Machine: cgroup v2 -->\n".utf8), .markdown, "r")
        XCTAssertEqual(hidden.machine.count, 0)
        let sentence = try DocumentReader.read(Array("The machine: cgroup v2\n".utf8), .markdown, "r")
        XCTAssertEqual(sentence.machine.count, 0)
    }

    func test_a_line_and_a_claim_that_say_different_things_are_named() throws {
        let text = "Machine: cgroup v2\n\nClaim: docker: cgroup.version is v1\n"
        let document = try DocumentReader.read(Array(text.utf8), .markdown, "r")
        var verification = Verification()
        verification.take(Report(name: "r"), document.statements, document.machine)

        XCTAssertEqual(
            verification.reports[0].notes.map(\.english),
            [
                "a claim and the machine's line cannot both be true: docker: cgroup.version is v1 (line 3) and "
                    + "the cgroup version v2 (line 1)"
            ])
    }

    func test_a_line_that_is_not_understood_is_named() throws {
        let document = try DocumentReader.read(Array("Máquina: mi portátil\n".utf8), .markdown, "r")
        var verification = Verification()
        verification.take(Report(name: "r"), document.statements, document.machine)
        XCTAssertTrue(verification.reports[0].notes.contains { $0.spanish.contains("lab doctor --line") })

        let gap = try DocumentReader.read(Array("Máquina: ____\n".utf8), .markdown, "r")
        XCTAssertEqual(gap.machine.map(\.isUnclear), [false])
    }
}
