import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Processes that hold a container for a daemon, known by their command lines.
final class HostProcessTests: FaultTestCase {
    private static let socket = "/run/containerd/containerd.sock"

    /// Whether a process with this name and these words holds a container for a daemon that is not asked here.
    private func holdsForOthers(_ name: String, _ words: [String] = [], in enclosure: Enclosure? = nil) throws -> Bool {
        let waits = ["-c", "read -r end", name] + words
        let starts = ["-c", #"exec -a "$3" bash "$@""#, "bash"] + waits
        let command = enclosure?.command(["bash"] + starts) ?? Command("bash", starts)
        let process = try command.start()
        defer { process.end() }
        return try waitFor(.same("the process \(name)")) { () -> Look<Bool> in
            let line = try TextFile.read("/proc/\(process.pid)/cmdline").text.split(separator: "\0").map(String.init)
            guard line == [name] + waits else { return .notYet(.same("\(line)")) }
            return .met(try XCTUnwrap(HostProcess(process.pid)).holdsForOthers)
        }
    }

    private func shimHoldsForOthers(_ words: String..., in enclosure: Enclosure? = nil) throws -> Bool {
        try holdsForOthers("/usr/bin/containerd-shim-runc-v2", words, in: enclosure)
    }

    func test_a_shim_of_the_machines_own_docker_holds_for_it() throws {
        for socket in [Self.socket, "/run/docker/containerd/containerd.sock"] {
            XCTAssertFalse(try shimHoldsForOthers("-namespace", "moby", "-id", "a", "-address", socket), socket)
        }
    }

    func test_a_shim_of_another_socket_or_namespace_holds_for_others() throws {
        XCTAssertTrue(try shimHoldsForOthers("-namespace", "k8s.io", "-address", Self.socket))
        XCTAssertTrue(try shimHoldsForOthers("-address", Self.socket))
        XCTAssertTrue(try shimHoldsForOthers("-namespace", "moby", "-address", "/elsewhere/containerd.sock"))
    }

    func test_a_monitor_is_told_by_the_folder_of_its_daemon() throws {
        for folder in [
            "/var/lib/lxd/containers", "/var/lib/incus/containers", Endpoint.ownFolder(of: .lxd) + "/containers",
        ] {
            XCTAssertFalse(try holdsForOthers("[lxc monitor] \(folder) a"), folder)
        }
        XCTAssertTrue(try holdsForOthers("[lxc monitor] /elsewhere/containers a"))
    }

    /// In other mounts the same path may lead to another daemon's socket.
    func test_a_shim_whose_path_leads_elsewhere_holds_for_others() throws {
        let elsewhere = try enclosure(
            "mount -t tmpfs none /run; mkdir /run/containerd; echo >/run/containerd/containerd.sock")

        XCTAssertTrue(try shimHoldsForOthers("-namespace", "moby", "-address", Self.socket, in: elsewhere))
    }

    func test_what_is_no_shim_holds_nothing() throws {
        XCTAssertFalse(try holdsForOthers("sleep", ["-namespace", "k8s.io"]))
        XCTAssertFalse(try holdsForOthers("sleep", ["-namespace", "k8s.io", "-address"]))
    }
}
