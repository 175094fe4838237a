import Harness
import Host
import SheetTesting
import XCTest

/// Every parser, on every beginning of a recorded text and on texts with bytes changed: it reads or it throws an
/// ``Unreadable``, and it never brings the process down.
final class HostileTextTests: RecordedTestCase {
    private func assail(_ path: String, _ parse: (String) throws -> Void) throws {
        let bytes = Array(try Fixture.bytes("\(Fixture.hybrid)/\(path)").prefix(4096))
        var random = UInt64(bytes.count)
        func next(_ bound: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(random >> 33) % bound
        }
        let beginnings = stride(from: 0, to: bytes.count, by: max(1, bytes.count / 60)).map { Array(bytes[..<$0]) }
        let changed = (0..<60).map { _ in
            var text = bytes
            for _ in 0...next(3) where !text.isEmpty {
                let hostile: [[UInt8]] = [
                    [0], [0xff], [10], [32], [45], [58], [92], [], Array("99999999999999999999".utf8),
                ]
                let place = next(text.count)
                text.replaceSubrange(place...place, with: hostile[next(hostile.count)])
            }
            return text
        }
        for text in beginnings + changed {
            do {
                try parse(String(decoding: text, as: UTF8.self))
            } catch {
                XCTAssertTrue(error is Unreadable, "\(path): \(error)")
            }
        }
    }

    func test_texts_of_proc() throws {
        try assail("lxd/uid_map") { _ = try IDMap(parsing: $0) }
        try assail("docker/status") { _ = try ProcessStatus(parsing: $0) }
        try assail("host/stat-hostile-name") { _ = try ProcessStat(parsing: $0) }
        try assail("host/cgroup") { _ = try CgroupMembership(parsing: $0) }
        try assail("host/mountinfo-overlay") { text in
            for entry in try MountTable(parsing: text).entries { _ = try OverlayLayers(entry) { _ in true } }
        }
        try assail("host/mountinfo") { _ = try CgroupHierarchies(MountTable(parsing: $0)) }
        try assail("docker/tcp6-connected") { _ = try SocketTable(parsing: $0) }
        try assail("host/sysvipc-msg-queues") { _ = try MessageQueues(parsing: $0) }
    }

    func test_texts_of_cgroups() throws {
        try assail("docker/freezer.state-freezing") { _ = try FreezerState(parsing: $0) }
        try assail("docker/pids.max-7") { _ = try PidsLimit(parsing: $0) }
        try assail("docker/pids.events-refused") { _ = try PidsController.refusals(parsing: $0) }
    }

    func test_texts_of_tools_and_of_files() throws {
        try assail("docker/ip-addr.json") { _ = try Link.list(parsing: Array($0.utf8)) }
        try assail("lxd/ip-route.json") { _ = try Route.list(parsing: Array($0.utf8)) }
        try assail("host/iptables-postrouting") { _ = try Masquerade.list(parsingIPTables: $0) }
        try assail("host/nft-ruleset-native.json") { _ = try Masquerade.list(parsingNFTables: Array($0.utf8)) }
        try assail("lxd/btrfs-container") { _ = try BtrfsSubvolume(parsing: $0) }
        try assail("host/filefrag-ext4") { _ = try FileExtents(parsing: $0) }
        try assail("host/os-release") { _ = try OSRelease(parsing: $0) }
        try assail("host/subuid") { _ = try SubordinateIDs(parsing: $0) }
    }

    func test_megabytes_without_a_separator_are_refused_in_time() {
        let long = String(repeating: "9", count: 1 << 20)

        XCTAssertThrowsError(try IDMap(parsing: long))
        XCTAssertThrowsError(try ProcessStat(parsing: "1 (" + long))
        XCTAssertThrowsError(try MountTable(parsing: long))
        XCTAssertThrowsError(try PidsLimit(parsing: long))
        XCTAssertThrowsError(try IPv4Address(parsing: long))
    }
}
