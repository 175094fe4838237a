import Harness
import Host
import SheetTesting
import XCTest

final class MasqueradeTests: RecordedTestCase {
    private let docker = IPv4Address(value: 0xac11_0002)  // 172.17.0.2
    private let lxd = IPv4Address(value: 0x0a4d_00da)  // 10.77.0.218

    private func rules(iptables text: String) throws -> [Masquerade] { try Masquerade.list(parsingIPTables: text) }

    func test_iptables_lists_the_rules_of_both_engines() throws {
        let rules = try rules(iptables: Fixture.text("\(Fixture.hybrid)/host/iptables-postrouting"))

        XCTAssertEqual(rules.map(\.source?.description), ["10.77.0.0/24", "172.17.0.0/16"])
        XCTAssertEqual(rules.map(\.excludedOutput), [nil, "docker0"])
        XCTAssertEqual(rules.map(\.excludedDestination?.description), ["10.77.0.0/24", nil])
        XCTAssertEqual(rules.map { $0.covers(lxd) }, [true, false])
        XCTAssertEqual(rules.map { $0.covers(docker) }, [false, true])
        XCTAssertEqual(rules.last?.rule, "-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE")
    }

    func test_nftables_lists_what_iptables_made_as_extensions() throws {
        let rules = try Masquerade.list(
            parsingNFTables: Fixture.bytes("\(Fixture.hybrid)/host/nft-ruleset-iptables-shim.json"))

        XCTAssertEqual(rules.map(\.source?.description), ["10.77.0.0/24", "172.17.0.0/16"])
        XCTAssertEqual(rules.map(\.excludedOutput), [nil, "docker0"])
        XCTAssertEqual(rules.map(\.isNarrow), [false, false])
        XCTAssertEqual(rules.map { $0.covers(lxd) }, [true, false])
    }

    func test_nftables_rules_count_in_chains_that_packets_come_to() throws {
        let rules = try Masquerade.list(
            parsingNFTables: Fixture.bytes("\(Fixture.hybrid)/host/nft-ruleset-native.json"))

        XCTAssertEqual(
            rules.map(\.source?.description), ["10.77.0.0/24", "172.17.0.0/16", "172.17.0.2/32"],
            "and not 172.30.0.0/16, whose chain nothing leads to")
        XCTAssertEqual(rules.map(\.isNarrow), [false, false, true])
        XCTAssertEqual(rules.map { $0.covers(docker) }, [false, true, false])
        XCTAssertEqual(rules[0].excludedDestination?.description, "10.77.0.0/24")
        XCTAssertTrue(rules[1].rule.hasPrefix("ip bridges out__docker0: [{"), rules[1].rule)
    }

    func test_the_rules_that_LXD_makes_in_nftables_are_not_among_those_of_iptables() throws {
        let native = try Masquerade.list(parsingNFTables: Fixture.bytes("\(Fixture.unified)/host/nft-ruleset.json"))
        let listed = try rules(iptables: Fixture.text("\(Fixture.unified)/host/iptables-postrouting"))

        XCTAssertEqual(native.map(\.source?.description), ["172.17.0.0/16", "10.77.77.0/24"])
        XCTAssertEqual(native.map(\.isNarrow), [false, false])
        XCTAssertEqual(native[1].excludedDestination?.description, "10.77.77.0/24")
        XCTAssertEqual(listed.map(\.source?.description), ["172.17.0.0/16"])
    }

    func test_a_rule_that_asks_for_more_covers_nobody() throws {
        for matches in [
            "-s 172.17.0.2/32 -d 172.17.0.2/32 -p tcp -m tcp --dport 80", "! -s 10.0.0.0/8",
            "-m mark --mark 0x1",
        ] {
            let rule = try XCTUnwrap(try rules(iptables: "-A POSTROUTING \(matches) -j MASQUERADE").first)

            XCTAssertTrue(rule.isNarrow, matches)
            XCTAssertFalse(rule.covers(docker), matches)
        }
        XCTAssertEqual(try rules(iptables: "-A POSTROUTING -j MASQUERADE --random-fully").first?.covers(docker), true)
    }

    func test_other_targets_are_passed_over() throws {
        let text =
            "-P POSTROUTING ACCEPT\n-N X\n-A POSTROUTING -j X\n-A POSTROUTING -s 172.17.0.0/16 -j SNAT --to-source 1.2.3.4\n-A X -s 1.2.3.4/32"

        XCTAssertEqual(try rules(iptables: text).map(\.source?.description), ["172.17.0.0/16"])
        XCTAssertEqual(try rules(iptables: "-A -j MASQUERADE\n-A\n-A X !"), [])
    }

    func test_chains_are_followed_from_postrouting() throws {
        let text = """
            -P POSTROUTING ACCEPT
            -N POST_public
            -N POST_other
            -N ELSEWHERE
            -A POSTROUTING -j POST_public
            -A POST_public -s 172.17.0.0/16 -g POST_other
            -A POST_public -j POSTROUTING
            -A POST_other ! -o lo -j MASQUERADE
            -A ELSEWHERE -j MASQUERADE
            """
        let found = try rules(iptables: text)

        XCTAssertEqual(found.map(\.rule), ["-A POST_other ! -o lo -j MASQUERADE"])
        XCTAssertEqual(found.map { $0.covers(docker) }, [true])
    }

    func test_a_rule_for_one_way_out_covers_that_way_alone() throws {
        let rule = try XCTUnwrap(try rules(iptables: "-A POSTROUTING -o eth0 -j MASQUERADE").first)

        XCTAssertEqual(rule.onlyOutput, "eth0")
        XCTAssertFalse(rule.covers(docker))
        XCTAssertTrue(rule.coversSome(of: docker))
    }

    /// firewalld puts the way out, and others the sender, at the jump.
    func test_conditions_on_the_way_to_a_rule_are_the_rules_too() throws {
        func only(_ jump: String, _ rule: String = "") throws -> Masquerade {
            try XCTUnwrap(try rules(iptables: "-A POSTROUTING \(jump) -j X\n-A X \(rule) -j MASQUERADE").first)
        }

        XCTAssertEqual(try only("-o eth9").onlyOutput, "eth9")
        XCTAssertFalse(try only("-o eth9").covers(docker))
        XCTAssertTrue(try only("-s 172.17.0.0/16").covers(docker))
        XCTAssertFalse(try only("-s 172.17.0.0/16").covers(lxd))
        XCTAssertFalse(try only("-s 172.17.0.0/16", "-s 10.0.0.0/8").covers(lxd), "nobody has both senders")
        XCTAssertTrue(try only("-s 172.16.0.0/12", "-s 172.17.0.0/16").covers(docker))
        XCTAssertFalse(try only("-m mark --mark 0x1").coversSome(of: docker))
        XCTAssertFalse(try only("-d 10.0.0.0/8").coversSome(of: docker))
    }

    /// Kubernetes sends what it has not marked back; libvirt spares multicast, and a tunnel its own packets.
    func test_what_is_sent_back_before_a_rule_does_not_reach_it() throws {
        func covers(_ before: String) throws -> Bool {
            let text = "-A POSTROUTING -j X\n-A X \(before)\n-A X -j MASQUERADE"
            return try XCTUnwrap(try rules(iptables: text).first).covers(docker)
        }

        XCTAssertFalse(try covers("-m mark ! --mark 0x4000/0x4000 -j RETURN"))
        XCTAssertFalse(try covers("-j RETURN"))
        XCTAssertTrue(try covers("-s 172.17.0.0/16 -d 224.0.0.0/24 -j RETURN"))
        XCTAssertTrue(try covers("-m policy --dir out --pol ipsec -j ACCEPT"))
    }

    func test_conditions_on_the_way_count_in_nftables_as_well() throws {
        func covers(_ first: String) throws -> Bool {
            let json = """
                {"nftables":[{"chain":{"family":"ip","table":"t","name":"a","type":"nat","hook":"postrouting"}},
                {"rule":{"family":"ip","table":"t","chain":"a","expr":[\(first)]}},
                {"rule":{"family":"ip","table":"t","chain":"b","expr":[{"masquerade":null}]}}]}
                """
            let found = try Masquerade.list(parsingNFTables: Array(json.utf8))
            return try XCTUnwrap(found.first).covers(docker)
        }
        let out = #"{"match":{"op":"==","left":{"meta":{"key":"oifname"}},"right":"eth9"}}"#

        XCTAssertTrue(try covers(#"{"jump":{"target":"b"}}"#))
        XCTAssertFalse(try covers(out + #",{"goto":{"target":"b"}}"#))
    }

    func test_a_comment_cannot_pretend_to_be_a_rule() throws {
        let comment = #"-A POSTROUTING -m comment --comment "x\" -j MASQUERADE -s 1.2.3.4 " -j RETURN"#

        XCTAssertEqual(try rules(iptables: comment), [])
        XCTAssertEqual(try rules(iptables: "-A POSTROUTING -m comment --comment -j -j MASQUERADE").count, 1)
    }

    func test_what_cannot_be_told_apart_is_refused() {
        for text in [
            "iptables: no chain", #"-A X -m comment --comment "open -j MASQUERADE"#, "-A X -s 1.2.3/8 -j MASQUERADE",
        ] {
            XCTAssertThrowsError(try rules(iptables: text), text) { XCTAssertTrue($0 is Unreadable) }
        }
        for json in ["", "[]", "{}", #"{"nftables":{}}"#, String(repeating: #"{"a":["#, count: 50_000)] {
            XCTAssertThrowsError(try Masquerade.list(parsingNFTables: Array(json.utf8))) {
                XCTAssertTrue($0 is Unreadable)
            }
        }
    }
}
