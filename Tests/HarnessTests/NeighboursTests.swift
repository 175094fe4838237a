import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Other people's daemons, to which anything unknown may belong.
final class NeighboursTests: FaultTestCase {
    private func inode(_ kind: NamespaceKind) throws -> UInt64 {
        try NamespaceLink.of(kind, process: "self").link.inode
    }

    func test_a_daemon_is_found_by_its_program() throws {
        try requireExecution()
        let (tail, program) = (try XCTUnwrap(ProgramPath.path(of: "tail")), scratch + "/incusd")
        try Spawn.writingProgram { try FileManager.default.copyItem(atPath: tail, toPath: program) }
        let daemon = try Command(program, ["-f", "/dev/null"]).start()
        defer { daemon.end() }
        XCTAssertTrue(OwnProcesses.everything().contains(daemon.pid))

        let found = try waitFor(.same("the daemon")) { () -> Look<Neighbours> in
            let found = Neighbours.current(among: [daemon.pid])
            return found.has(.lxd) ? .met(found) : .notYet(.same("\(found)"))
        }

        let here = Neighbours.Daemon(engine: .lxd, network: try inode(.net), mounts: try inode(.mnt))
        XCTAssertEqual(found.daemons, [here])
        XCTAssertEqual(Neighbours.current(beside: [daemon.pid], among: [daemon.pid]).daemons, [], "ours is none")
    }

    func test_a_daemon_in_another_namespace_shares_nothing() throws {
        let apart = Neighbours(daemons: [Neighbours.Daemon(engine: .docker, network: 1, mounts: 1)])

        XCTAssertTrue(apart.has(.docker))
        XCTAssertFalse(apart.has(.lxd))
        XCTAssertFalse(apart.shareNetwork() || apart.shareNetwork(.docker) || apart.shareMounts(.docker))
    }

    func test_a_daemon_shares_the_namespaces_that_it_is_in() throws {
        let near = Neighbours(daemons: [
            Neighbours.Daemon(engine: .docker, network: try inode(.net), mounts: 1),
            Neighbours.Daemon(engine: .lxd, network: 1, mounts: try inode(.mnt)),
        ])

        XCTAssertTrue(near.shareNetwork() && near.shareNetwork(.docker))
        XCTAssertFalse(near.shareNetwork(.lxd) || near.shareMounts(.docker))
        XCTAssertTrue(near.shareMounts(.lxd))
    }

    func test_a_daemon_whose_namespaces_cannot_be_read_counts_as_near() {
        let hidden = Neighbours(daemons: [Neighbours.Daemon(engine: .lxd)])

        XCTAssertTrue(hidden.shareNetwork() && hidden.shareNetwork(.lxd) && hidden.shareMounts(.lxd))
        XCTAssertFalse(hidden.shareNetwork(.docker) || Neighbours(daemons: []).shareNetwork())
    }
}
