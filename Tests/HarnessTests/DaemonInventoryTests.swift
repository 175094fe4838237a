import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// What private daemons have made, by their folders.
final class DaemonInventoryTests: RecordedTestCase {
    private static let id = "6726af82a05a795cacb2cb92588ffb51875fd7b160cd5b1fd71f7a6df9bb4fee"

    /// Lays the folders of both daemons, as they name their things.
    private func inventory(of engines: Set<Engine>, besides more: [String: String] = [:]) throws -> DaemonInventory {
        var inventory = DaemonInventory()
        try Fixture.withFolder { folder in
            let store = try Fixture.text("recorded/engines/docker-20.10.24/local-kv-bridge")
            let files = [
                "docker/containers/\(Self.id)/config.v2.json": "",
                "docker/network/files/local-kv.db": "\0\u{1}" + store,
                "lxd/containers/recorded/rootfs": "", "lxd/networks/lxdbr0/dnsmasq.pid": "",
            ]
            try Fixture.lay(files.merging(more) { $1 }, in: folder)
            inventory = try .current(of: engines, in: folder)
        }
        return inventory
    }

    func test_the_things_of_each_daemon_are_found() throws {
        let docker = DaemonInventory(containers: [Self.id], bridges: ["docker0"])
        let lxd = DaemonInventory(containers: ["recorded"], bridges: ["lxdbr0"])
        let both = DaemonInventory(
            containers: docker.containers.union(lxd.containers), bridges: docker.bridges.union(lxd.bridges))

        XCTAssertEqual(try inventory(of: [.docker]), docker)
        XCTAssertEqual(try inventory(of: [.lxd]), lxd)
        XCTAssertEqual(try inventory(of: [.docker, .lxd]), both)
        XCTAssertEqual(try inventory(of: [.kernel]), DaemonInventory())
    }

    func test_a_daemon_without_folders_has_made_nothing() throws {
        XCTAssertEqual(try DaemonInventory.current(of: [.docker, .lxd], in: "/nowhere"), DaemonInventory())
    }

    func test_a_folder_that_cannot_be_listed_is_an_error() throws {
        try Fixture.withFolder { folder in
            try Fixture.lay(["docker/containers": "a file", "lxd/networks": "a file"], in: folder)
            for engine in [Engine.docker, .lxd] {
                XCTAssertThrowsError(try DaemonInventory.current(of: [engine], in: folder)) { error in
                    XCTAssertEqual((error as? PathError)?.number, ENOTDIR, "\(error)")
                }
            }
        }
    }

    func test_the_cgroups_of_its_containers_are_known() throws {
        let name = try Fixture.text("recorded/engines/docker-20.10.24/cgroup").trimmed.pieces(at: "/").last ?? ""
        let inventory = DaemonInventory(containers: [Self.id, "recorded"])

        XCTAssertTrue(inventory.has(cgroup: name), name)
        for name in ["docker-\(Self.id).scope", "lxc.payload.recorded", "lxc.monitor.recorded", "lxc.pivot.recorded"] {
            XCTAssertTrue(inventory.has(cgroup: name), name)
        }
        for name in ["docker", "lxc.payload", "lxc.payload.recorded-2", "lxc.payload.", "docker-recorded2.scope", ""] {
            XCTAssertFalse(inventory.has(cgroup: name), name)
        }
    }
}
