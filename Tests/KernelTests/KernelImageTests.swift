import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The image where the host has no static BusyBox: its own shell and a few programs, with their libraries.
final class KernelImageTests: SheetTestCase {
    /// What the probes run inside is there.
    func test_programs_of_the_host_make_a_container_too() throws {
        try require(.kernel)
        var programs = FileTree()
        try HostProgramsTree.addPrograms(to: &programs)
        // Another run has its own, and is not to lose it when this one goes.
        programs.add(.text("\(Owner.current)\n"), at: "etc/lab-run", mode: 0o644)
        let image = try KernelImage.provide(DockerStandIn(of: programs, called: "programs"), origin: "") { _ in }
        defer { try? FileManager.default.removeItem(atPath: image.reference) }
        let scene = try Scene(.kernel, image: image, number: 999)
        defer { try? scene.discard() }

        let ids = [
            "container.user", "container.os", "cgroup.freezer", "cgroup.pids.limit", "cgroup.pids.limit.by-file",
            "namespace.pid", "namespace.uts", "namespace.mnt", "namespace.ipc", "users.root-inside-is",
            "owner.root-file.on-host", "root.filesystem", "root.layers.shared", "root.write-from-host",
            "network.gateway",
        ]
        let seen = try ids.map { "\($0): \(try XCTUnwrap(Catalogue.fact($0)).probe(scene).value)" }
        let usual = try ids.map {
            "\($0): \(try Observer.shared.observe(XCTUnwrap(Catalogue.fact($0)), in: .kernel).value)"
        }
        XCTAssertEqual(seen, usual)
    }
}
