import Harness
import SheetTesting
import XCTest

@testable import Host

final class LinkTests: RecordedTestCase {
    private func links(_ path: String) throws -> [String: Link] {
        let links = try Link.list(parsing: Fixture.bytes("\(Fixture.hybrid)/\(path)"))
        return Dictionary(uniqueKeysWithValues: links.map { ($0.name, $0) })
    }

    func test_the_containers_eth0_and_the_hosts_veth_name_each_other() throws {
        let host = try links("host/ip-addr.json")
        for (folder, bridge) in [("docker", "docker0"), ("lxd", "lxdbr0")] {
            let inside = try XCTUnwrap(try links("\(folder)/ip-addr.json")["eth0"])
            let outside = try XCTUnwrap(host.values.first { $0.index == inside.peerIndex })

            XCTAssertEqual(inside.kind, "veth")
            XCTAssertEqual(outside.kind, "veth")
            XCTAssertEqual(outside.peerIndex, inside.index)
            XCTAssertEqual(outside.master, bridge)
            XCTAssertNil(inside.master)
            XCTAssertEqual(host[bridge]?.kind, "bridge")
        }
    }

    func test_addresses_come_with_family_and_scope() throws {
        let eth0 = try XCTUnwrap(try links("docker/ip-addr.json")["eth0"])
        let bridge = try XCTUnwrap(try links("host/ip-addr.json")["docker0"])

        XCTAssertEqual(
            eth0.addresses, [Link.Address(text: "172.17.0.2", prefixLength: 16, family: "inet", scope: "global")])
        XCTAssertEqual(eth0.mac, "02:42:ac:11:00:02")
        XCTAssertEqual(eth0.operationalState, "UP")
        XCTAssertTrue(eth0.isUp)
        XCTAssertEqual(bridge.addresses.map(\.scope), ["global", "link"])
        XCTAssertEqual(bridge.ipv4Addresses.map(\.description), ["172.17.0.1"])
    }

    func test_a_peer_in_the_same_namespace_is_named_and_not_numbered() throws {
        let pair = try links("host/ip-addr-veth-pair.json")

        XCTAssertEqual(pair["va"]?.peerName, "vb")
        XCTAssertEqual(pair["vb"]?.peerName, "va")
        XCTAssertNil(pair["va"]?.peerIndex)
        XCTAssertEqual(pair["va"]?.isUp, false)
        XCTAssertNil(pair["lo"]?.kind)
    }

    func test_objects_that_a_filter_emptied_are_passed_over() throws {
        XCTAssertEqual(try Link.list(parsing: Array(#"[{},{"ifindex":2,"ifname":"x"},{}]"#.utf8)).map(\.name), ["x"])
    }

    func test_what_is_not_this_JSON_is_refused() {
        let deep = String(repeating: "[", count: 100_000)
        for text in [
            "", "{}", "[1]", #"[{"ifindex":"2"}]"#, #"[{"ifname":"x"}]"#, #"[{"ifindex":1e99,"ifname":"x"}]"#, deep,
        ] {
            XCTAssertThrowsError(try Link.list(parsing: Array(text.utf8)), "\(text.prefix(40))") { error in
                XCTAssertTrue(error is Unreadable)
            }
        }
    }

    func test_the_default_route_leads_to_the_bridge() throws {
        let routes = try Route.list(parsing: Fixture.bytes("\(Fixture.hybrid)/lxd/ip-route.json"))

        XCTAssertEqual(
            routes.first { $0.isDefault }, Route(destination: "default", gateway: "10.77.0.1", device: "eth0"))
        XCTAssertEqual(
            routes.last, Route(destination: "10.77.0.0/24", device: "eth0", preferredSource: "10.77.0.218"))
        XCTAssertThrowsError(try Route.list(parsing: Array(#"[{"dev":"eth0"}]"#.utf8))) { error in
            XCTAssertEqual((error as? Unreadable)?.reason.english, "not the JSON expected at 0/dst")
        }
    }
}
