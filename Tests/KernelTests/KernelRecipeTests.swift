import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The script of `lab recipe`, run as a person runs it, and what becomes of the container when one line is missing.
final class KernelRecipeTests: SheetTestCase {
    /// The container's name, which nobody else has: a person may have a container by hand, another run the same.
    private let byHand = "r" + Owner.current.run

    /// The script as it is printed makes the container that the tests examine.
    func test_the_script_makes_the_same_container() throws {
        try withContainer(of: "kernel") { scene in
            for id in ["namespace.pid", "namespace.mnt", "namespace.uts", "namespace.ipc", "namespace.cgroup"] {
                XCTAssertEqual(try look(id, scene), "private", id)
            }
            XCTAssertEqual(try look("root.filesystem", scene), "overlay")
            XCTAssertEqual("\(try look("cgroup.path", scene))", "/\(byHand)")
            XCTAssertEqual(try look("connect.host-to-container", scene), "connected")
            XCTAssertEqual(try look("network.nat", scene), "masquerade")
        }
    }

    /// So does the script with mapped users.
    func test_the_script_with_a_map_makes_an_unprivileged_container() throws {
        try withContainer(of: "kernel --map=0:100000:65536") { scene in
            XCTAssertEqual(try look("users.root-inside-is", scene), "unprivileged")
        }
    }

    /// Without the line that moves the first process into the cgroup it is in the one of whoever ran the script.
    func test_without_the_cgroups_line_the_path_is_the_hosts() throws {
        try withContainer(of: "kernel", without: "/cgroup.procs") { scene in
            // What is executed in it comes through the door, which still has that line.
            XCTAssertFalse(try scene.first().cgroup("pids").cgroup.directory.contains(byHand))
        }
    }

    /// Without the word --pid the container has the host's PIDs.
    func test_without_the_word_pid_the_pids_are_the_hosts() throws {
        try withContainer(of: "kernel", withoutWord: " --pid") { scene in
            XCTAssertEqual(try look("namespace.pid", scene), "shared")
        }
    }

    /// Without the word --ipc it has the host's message queues.
    func test_without_the_word_ipc_the_queues_are_the_hosts() throws {
        try withContainer(of: "kernel", withoutWord: " --ipc") { scene in
            XCTAssertEqual(try look("namespace.ipc", scene), "shared")
        }
    }

    /// Without pivot_root the container's root is the host's.
    func test_without_pivot_root_the_root_is_the_hosts() throws {
        try withContainer(of: "kernel", without: "pivot_root") { scene in
            let host = try FileStatus.of("/.")
            let root = try FileStatus.of(scene.first().root + "/.")

            XCTAssertEqual("\(root.device) \(root.inode)", "\(host.device) \(host.inode)")
        }
    }

    /// Without the route there is no gateway.
    func test_without_the_route_there_is_no_gateway() throws {
        try withContainer(of: "kernel", without: "ip route add default") { scene in
            XCTAssertEqual(try look("network.gateway", scene), "none")
        }
    }

    /// Without the rule nobody beyond the host would answer.
    func test_without_the_rule_nothing_is_masqueraded() throws {
        try withContainer(of: "kernel", without: "MASQUERADE") { scene in
            XCTAssertEqual(try look("network.nat", scene), "none")
        }
    }

    /// Without the number in pids.max there is no limit.
    func test_without_the_number_there_is_no_limit() throws {
        try withContainer(of: "kernel --pids-limit=32", without: "/pids.max") { scene in
            let limit = try PidsController(scene.first().cgroup("pids").cgroup).limit().limit

            XCTAssertEqual(limit, .unlimited)
        }
    }

    /// The tear-down at the script's end leaves nothing behind.
    func test_the_tear_down_leaves_nothing() throws {
        try withContainer(of: "kernel") { scene in _ = try scene.first() }

        try expectNothingLeft()
    }

    /// So does `lab recipe --undo`, which is asked while the container is there.
    func test_the_tear_down_that_is_asked_for_leaves_nothing() throws {
        try withContainer(of: "kernel") { scene in
            let undo = try Command(lab(), ["recipe", "kernel", "--name", byHand, "--undo"]).run().orThrow()
            _ = try Command("sh", [], input: Array(undo.text.utf8)).run()

            try expectNothingLeft()
        }
    }

    private func expectNothingLeft() throws {
        let bridge = KernelNetwork.bridge(of: byHand)
        let mounts = try TextFile.read("/proc/self/mountinfo").text
        XCTAssertFalse(mounts.contains(Recipe.box(of: byHand)))
        XCTAssertFalse(TextFile.exists("/sys/class/net/\(bridge)"))
        XCTAssertFalse(try FirewallRules.current().tables.values.joined().contains { $0.contains(bridge) })
        XCTAssertFalse(TextFile.exists(Recipe.box(of: byHand)))
    }

    /// The path of the command, which is built beside the tests.
    private func lab() throws -> String {
        (try TextFile.link("/proc/self/exe").text as NSString).deletingLastPathComponent + "/lab"
    }

    private func look(_ id: String, _ scene: Scene) throws -> Value {
        try XCTUnwrap(Catalogue.fact(id)).probe(scene).value
    }

    /// Runs what `lab recipe` prints, with lines or words left out, examines the container, and takes it apart.
    private func withContainer(
        of text: String, without line: String? = nil, withoutWord word: String? = nil, _ body: (Scene) throws -> Void
    ) throws {
        try require(.kernel)
        let scene = try Scenes.shared.freshScene(for: Scenario(parsing: text))
        defer { Scenes.shared.discard(scene) }
        let words = ["recipe", text, "--name", byHand, "--data", try scene.folder.path, "--language", "es"]
        let script = try Command(lab(), words).run().orThrow().text.components(separatedBy: "\n")
        let undo = script.filter { $0.hasPrefix(Recipe.mark) }.map { String($0.dropFirst(Recipe.mark.count)) }
        var lines = script.filter { !$0.hasPrefix(Recipe.mark) }
        let count = lines.count
        // The lines of the door stay: they are the ones with a dollar that has a backslash before it.
        if let line { lines.removeAll { $0.contains(line) && !$0.hasPrefix("#") && !$0.contains("\\$") } }
        if let word { lines = lines.map { $0.replacing(word, with: "") } }
        XCTAssertTrue(line == nil || lines.count < count, "no line was left out")

        defer { try? KernelEngine().remove(byHand) }
        try scene.makeByHand(byHand, lines, undo: undo)
        try body(scene)
    }
}
