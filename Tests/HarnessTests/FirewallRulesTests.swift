import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

final class FirewallRulesTests: RecordedTestCase {
    private let before = FirewallRules(tables: [
        "iptables filter": ["-P INPUT ACCEPT", "-P FORWARD ACCEPT", "-A INPUT -i eth0 -j ACCEPT"]
    ])
    private let after = FirewallRules(tables: [
        "iptables filter": [
            "-P INPUT ACCEPT", "-P FORWARD DROP", "-N DOCKER", "-N DOCKER-USER", "-N MINE",
            "-A INPUT -i eth0 -j ACCEPT",
            "-A INPUT -i lxdbr0 -p udp -m comment --comment \"generated for LXD network lxdbr0\" -j ACCEPT",
            "-A INPUT -i lxdbr01 -j ACCEPT", "-A INPUT -s 10.0.0.1/32 -j MINE",
            "-A FORWARD -j DOCKER-USER", "-A FORWARD -o docker0 -j DOCKER", "-A DOCKER-USER -j RETURN",
        ],
        "iptables nat": ["-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE"],
    ])

    func test_what_docker_and_lxd_added_is_undone_in_an_order_that_works() {
        XCTAssertEqual(
            lines(docker: true, bridges: ["docker0", "lxdbr0"]),
            [
                "iptables --wait -t filter -D INPUT -i lxdbr0 -p udp -m comment --comment "
                    + "'generated for LXD network lxdbr0' -j ACCEPT",
                "iptables --wait -t filter -D FORWARD -j DOCKER-USER",
                "iptables --wait -t filter -D FORWARD -o docker0 -j DOCKER",
                "iptables --wait -t filter -D DOCKER-USER -j RETURN",
                "iptables --wait -t nat -D POSTROUTING -s 172.17.0.0/16 '!' -o docker0 -j MASQUERADE",
                "iptables --wait -t filter -F DOCKER", "iptables --wait -t filter -F DOCKER-USER",
                "iptables --wait -t filter -X DOCKER", "iptables --wait -t filter -X DOCKER-USER",
                "iptables --wait -t filter -P FORWARD ACCEPT",
            ])
    }

    func test_without_a_docker_of_ours_its_rules_and_policies_stay() {
        XCTAssertEqual(
            lines(docker: false, bridges: ["lxdbr0"]),
            [
                "iptables --wait -t filter -D INPUT -i lxdbr0 -p udp -m comment --comment "
                    + "'generated for LXD network lxdbr0' -j ACCEPT"
            ])
    }

    func test_a_rule_that_was_there_once_before_stays_once() {
        let rule = "-A FORWARD -o docker0 -j ACCEPT"
        let once = FirewallRules(tables: ["iptables filter": [rule]])
        let twice = FirewallRules(tables: ["iptables filter": [rule, rule]])

        XCTAssertEqual(twice.undoing(since: once, bridges: ["docker0"], docker: true).count, 1)
        XCTAssertEqual(once.undoing(since: once, bridges: ["docker0"], docker: true), [])
    }

    func test_a_table_that_nobody_has_touched_has_nothing_made_in_it() throws {
        let untouched = try Fixture.text("\(Fixture.hybrid)/host/iptables-untouched")
        let lines = untouched.split(separator: "\n").map(String.init)
        XCTAssertEqual(lines.count, 3)
        XCTAssertEqual(FirewallRules(tables: ["iptables filter": lines]).made.count, 0)

        let made = after.made.filter { $0.table == "iptables filter" }.map(\.rule)
        XCTAssertEqual(made, Array(after.tables["iptables filter", default: []].dropFirst()))
        XCTAssertTrue(made.contains("-P FORWARD DROP"))
    }

    private func lines(docker: Bool, bridges: Set<String>) -> [String] {
        after.undoing(since: before, bridges: bridges, docker: docker).map(\.line)
    }

    func test_what_no_rule_lets_pass_is_dropped_where_the_policy_says_so() throws {
        let lines = try Fixture.text("\(Fixture.unified)/host/iptables-forward").split(separator: "\n").map(String.init)
        func drops(_ lines: [String], _ interface: String) -> Bool {
            FirewallRules(tables: ["iptables filter": lines]).drops(forwardedFrom: interface)
        }

        XCTAssertTrue(drops(lines, "lxdbr0"))
        XCTAssertFalse(drops(lines + ["-A DOCKER-USER -i lxdbr0 -j ACCEPT"], "lxdbr0"))
        let comment = #"-m comment --comment "generated for LXD network lxdbr0""#
        XCTAssertFalse(drops(lines + ["-A FORWARD -i lxdbr0 \(comment) -j ACCEPT"], "lxdbr0"))
        XCTAssertTrue(drops(lines + ["-A INPUT -i lxdbr0 -j ACCEPT"], "lxdbr0"), "that is for this machine")
        XCTAssertTrue(drops(lines + ["-A FORWARD -i lxdbr0 -p tcp -j ACCEPT"], "lxdbr0"), "that is not for all")
        XCTAssertFalse(drops(["-P FORWARD ACCEPT"], "lxdbr0"))
        XCTAssertFalse(drops([], "lxdbr0"))
    }

    func test_leave_given_to_our_own_links_is_told_from_all_other_rules() {
        let given = Passage.given(in: [
            "-P FORWARD DROP", "-A FORWARD -i lab0123abcd -j ACCEPT", "-A FORWARD -o lab0123abcd -j ACCEPT",
            "-A FORWARD -i labour -j ACCEPT", "-A FORWARD -i lab0123abcd -j DROP", "-A FORWARD -j DOCKER-USER",
            "-A FORWARD -i lab0123abcd -o docker0 -j ACCEPT", "-A FORWARD -i labxyzuvwts -j ACCEPT",
        ])

        XCTAssertEqual(given.map(\.side), ["-i", "-o"])
        XCTAssertEqual(given.map(\.link), ["lab0123abcd", "lab0123abcd"])
    }

    func test_the_chains_of_LXDs_table_are_named_after_its_bridge() throws {
        let chains = try LXDTable.chains(of: "lxd", in: Fixture.bytes("\(Fixture.unified)/host/nft-ruleset.json"))

        XCTAssertEqual(chains, ["pstrt.lxdbr0", "fwd.lxdbr0", "in.lxdbr0", "out.lxdbr0"])
        XCTAssertEqual(try LXDTable.chains(of: "lxd", in: Array(#"{"nftables": []}"#.utf8)), [])
    }

    /// LXD leaves these behind for a container with a routed card: of ours they go, of others they stay.
    func test_the_rules_for_routed_containers_are_known_by_their_comment() {
        func rule(_ container: String) -> String {
            "-A PREROUTING -i veth60b78966 -m rpfilter --invert -m comment --comment "
                + "\"generated for LXD container \(container) (eth0) rpfilter\" -j DROP"
        }
        XCTAssertEqual(RoutedRules.ourLink(in: FirewallRules.words(rule("lab-609bed9c-1-1"))), "veth60b78966")
        XCTAssertNil(RoutedRules.ourLink(in: FirewallRules.words(rule("hers"))))
        XCTAssertNil(RoutedRules.ourLink(in: FirewallRules.words(rule("lab-hers-1-1"))))

        let now = FirewallRules(tables: ["iptables raw": [rule("c1"), rule("hers")]])
        let undoing = now.undoing(since: FirewallRules(tables: [:]), bridges: [], docker: false, containers: ["c1"])
        XCTAssertEqual(undoing.count, 1)
        XCTAssertTrue(undoing[0].line.contains("container c1 "), undoing[0].line)
    }
}
