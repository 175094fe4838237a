import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting
@testable import lab

final class FootprintTests: FaultTestCase {
    private typealias Thing = Footprint.Thing

    private let dead: Owner = {
        var owner = Owner.current
        owner.startTime += 1
        return owner
    }()

    func test_a_footprint_is_read_as_it_was_printed() throws {
        let footprint = Footprint([
            Thing(.container, "docker web", "running nginx", of: .other("docker web")),
            Thing(.file, "/tmp/a\tb\nc\u{202e}d", of: .other("")),
            Thing(.link, "lab-1a2b3c4d", "bridge up", of: .run(.current)),
            Thing(.image, "docker a:b", of: .kept), Thing(.engine, "lxd", of: .harness),
            Thing(.setting, "/proc/sys/net/ipv4/ip_forward", "1", of: .nobody),
        ])

        XCTAssertEqual(try Footprint(parsing: footprint.text), footprint)
        XCTAssertEqual(footprint.text.split(separator: "\n").count, 7, "a line for each, and the titles")
    }

    func test_what_is_no_footprint_is_refused() {
        let head = Footprint([]).text
        let texts = [
            "", "\n", "kind", head + "\n", head + "link\teth0\tup", head + "planet\tMars\t\tother",
            head + "link\teth0\tup\tmine", head + "link\teth0\tup\trun 1a2b", "\u{feff}" + head,
        ]
        for text in texts { XCTAssertThrowsError(try Footprint(parsing: text), text.debugDescription) }
        XCTAssertEqual(try Footprint(parsing: head), Footprint([]))
    }

    /// A folder that cannot be listed may hold anything: it is an error, and not an empty list.
    func test_a_folder_that_cannot_be_listed_is_not_an_empty_one() throws {
        try require(root: "look for containers by hand")
        try Fixture.lay(["own/lib/kernel": "a file where a folder belongs"], in: scratch)
        for words in [["footprint"], ["sweep", "kernel"]] {
            let run = try lab(words, ["LAB_DATA": scratch + "/own", "LAB_DOCKER": "no-docker", "LAB_LXC": "no-lxc"])

            XCTAssertEqual(run.outcome.ending, .exited(1), "\(words): \(run.outcome.text)")
            XCTAssertTrue(run.outcome.errorText.contains(scratch + "/own/lib/kernel"), run.outcome.errorText)
        }
    }

    /// A machine that has Incus and no LXD is looked at through Incus's client.
    func test_incus_alone_is_seen() throws {
        let server = Fixture.path("recorded/engines/incus-6.0.4/1.0.json")
        let incus = try program("incus", "case $2 in /1.0) cat '\(server)' ;; *) echo '[]' ;; esac")
        let hidden = try enclosure(#"for lxc in $(which -a lxc); do mount --bind /dev/null "$lxc"; done"#)
        let environment = [
            "PATH": (incus as NSString).deletingLastPathComponent + ":/usr/sbin:/usr/bin:/sbin:/bin", "LAB_LXC": "",
            "LAB_DOCKER": "no-docker", "LAB_DATA": scratch + "/own",
        ]
        let run = try lab(["footprint"], environment, in: hidden)

        XCTAssertTrue(run.outcome.text.contains("engine\tlxd\t6.0.4"), run.outcome.text + run.outcome.errorText)
    }

    func test_the_command_tells_an_unreadable_file_from_a_difference() throws {
        try Fixture.withFolder { folder in
            try Fixture.lay(["empty": "", "prose": "Mars\n", "none": Footprint([]).text], in: folder)

            for name in ["missing", "empty", "prose", "."] {
                XCTAssertEqual(Interface.run(["footprint", "--diff", "\(folder)/\(name)"]), 2, name)
            }
            XCTAssertEqual(Interface.run(["footprint", "--ours"]), 2)
            XCTAssertEqual(Interface.run(["footprint", "here"]), 2)
        }
    }

    func test_a_difference_says_what_came_and_what_went() {
        let (up, down) = (Thing(.link, "a", "up", of: .other("")), Thing(.link, "a", "down", of: .other("")))
        let difference = Footprint([down]).difference(since: Footprint([up]))

        XCTAssertEqual(difference.text, "+ link\ta\tdown\tother\n- link\ta\tup\tother")
        XCTAssertTrue(Footprint([up]).difference(since: Footprint([up])).isEmpty)
    }

    func test_only_what_a_dead_run_or_nobody_claims_is_taken_for_left() {
        let ours: [Footprint.Claimant] = [.run(dead), .harness, .nobody]
        let others: [Footprint.Claimant] = [.run(.current), .kept, .other("docker web"), .other("")]
        let now = Footprint((ours + others).map { Thing(.link, "\($0)", of: $0) })

        XCTAssertEqual(Set(now.difference(since: Footprint([])).ours.added.map(\.whose)), Set(ours))
    }

    func test_only_the_harness_own_and_rules_are_missed() {
        let gone = [
            Thing(.engine, "docker", of: .harness), Thing(.firewall, "iptables nat", "-N X", of: .nobody),
            Thing(.container, "docker old", of: .run(dead)), Thing(.link, "veth1", of: .nobody),
            Thing(.container, "docker web", of: .other("docker web")),
        ]

        XCTAssertEqual(Footprint([]).difference(since: Footprint(gone)).ours.removed, Array(gone[..<2]))
    }

    func test_things_are_claimed_by_the_ids_and_names_in_them() {
        var register = Register()
        let run = register.claimant(label: "\(dead)", otherwise: .nobody)
        let id = String(repeating: "ab12", count: 16)
        register.note(id, .other("docker web"))
        register.note("docker0", .other("docker"))
        register.note(instance: "mail", .other("lxd mail"))
        register.note(pool: "default", .kept)

        let claims: [(String, Footprint.Claimant?)] = [
            ("/docker/\(id)", .other("docker web")),
            ("/system.slice/docker-\(id).scope", .other("docker web")),
            ("/lxc.payload.mail", .other("lxd mail")),
            ("[lxc monitor] /var/lib/lxd/containers mail", .other("lxd mail")),
            ("/srv/mail", nil),
            ("/var/lib/lxd/storage-pools/default ", .kept),
            ("/var/lib/lxd/storage-pools/default/containers/mail", .other("lxd mail")),
            ("/var/lib/lxd/storage-pools/default/containers/web", nil), ("/var/lib/lxd/storage-pools/other", nil),
            ("-A FORWARD -i docker0 -j ACCEPT", .other("docker")),
            ("-A FORWARD -i br-9fc5f197fffb -j ACCEPT", .other("docker")), ("-A FORWARD -i br-lan -j ACCEPT", nil),
            ("-A POSTROUTING -s 10.78.77.0/24 ! -o lab-\(dead.run) -j MASQUERADE", run),
            ("lab\(dead.run)1f", run), ("veth\(dead.run)02", run), ("/var/tmp/lab-\(dead)-1", run),
            ("lab-00000000-1-1", .harness), ("lab-web", nil), ("label", nil), ("veth0123abc", nil),
            ("lxd --logfile /var/lib/container-anatomy/log/lxd.log", .harness), ("", nil), ("e\u{301}\0", nil),
        ]
        for (text, claimant) in claims { XCTAssertEqual(register.claimant(of: text), claimant, text) }
    }

    /// What an engine makes when it starts or for its first container, and keeps, is its own as long as it answers.
    func test_a_daemon_keeps_its_folders_while_it_lives() {
        var register = Register()
        XCTAssertNil(register.daemon(keeping: "/docker"))
        register.note(living: .docker)

        XCTAssertEqual(register.daemon(keeping: "/docker"), .other("docker"))
        XCTAssertEqual(register.daemon(keeping: "/run/docker/netns/default"), .other("docker"))
        XCTAssertNil(register.daemon(keeping: "/docker/\(String(repeating: "ab12", count: 16))"))
        XCTAssertNil(register.daemon(keeping: "/lxc.pivot"))

        let mounts = ["/var/lib/lxd/devlxd", "/var/lib/lxd/shmounts", "/var/lib/incus/guestapi"]
        XCTAssertEqual(mounts.map(register.daemon(keeping:)), [nil, nil, nil])
        register.note(living: .lxd)
        XCTAssertEqual(mounts.map(register.daemon(keeping:)), Array(repeating: .other("lxd"), count: 3))
        XCTAssertNil(register.daemon(keeping: "/srv/shmounts"))
    }

    /// The private daemons stay with the last run that uses them, and are no other's to take away.
    func test_daemons_that_others_use_are_not_left() {
        let path = "lxd --logfile /var/lib/container-anatomy/log/lxd.log"
        XCTAssertEqual(Register().claimant(of: path), .harness)
        XCTAssertEqual(Register(othersUseDaemons: true).claimant(of: path), .kept)
        XCTAssertEqual(Register(othersUseDaemons: true).claimant(of: "lab-00000000-1-1"), .harness)

        let (used, own) = (Thing(.engine, "lxd", "5.0.2", of: .kept), Thing(.engine, "lxd", "5.0.2", of: .harness))
        XCTAssertTrue(Footprint([own]).difference(since: Footprint([used])).isEmpty)
        XCTAssertTrue(Footprint([used]).difference(since: Footprint([])).ours.isEmpty)
        XCTAssertFalse(Footprint([own]).difference(since: Footprint([])).ours.isEmpty)
    }

    /// Who comes while another run's daemons are up, and goes last, finds the settings changed by the tear-down.
    func test_a_setting_that_other_runs_daemons_had_changed_goes_back_with_the_last_run() {
        func footprint(_ value: String, _ whose: Footprint.Claimant) -> Footprint {
            Footprint([Thing(.setting, "/proc/sys/net/ipv4/ip_forward", value, of: whose)])
        }

        XCTAssertTrue(footprint("0", .nobody).difference(since: footprint("1", .kept)).ours.isEmpty)
        XCTAssertTrue(footprint("1", .kept).difference(since: footprint("0", .nobody)).ours.isEmpty)
        XCTAssertEqual(footprint("1", .nobody).difference(since: footprint("0", .nobody)).ours.added.count, 1)
        XCTAssertEqual(footprint("0", .nobody).difference(since: footprint("1", .nobody)).ours.added.count, 1)
        let other = Footprint([Thing(.setting, "/proc/sys/kernel/hostname", "kept", of: .nobody)])
        XCTAssertEqual(other.difference(since: footprint("1", .kept)).ours.added.count, 1, "that is another setting")
    }

    func test_an_empty_column_at_the_end_of_a_list_is_one() {
        let rows = DockerThings.rows(in: Array("\tv\tlocal\t\nid\tweb\tUp\t\n".utf8))

        XCTAssertEqual(rows, [["", "v", "local", ""], ["id", "web", "Up", ""]])
    }

    func test_rules_of_nftables_are_told_without_their_counters() throws {
        let rules = try NFTRules.rules(in: Fixture.bytes("\(Fixture.unified)/host/nft-ruleset.json"))

        XCTAssertTrue(rules.contains { $0.0 == "nft inet lxd" && $0.1.contains("pstrt.lxdbr0") })
        XCTAssertFalse(rules.contains { $0.1.contains("packets") || $0.1.contains("handle") })
    }

    func test_this_machine_is_seen_with_its_loopback_and_its_settings() throws {
        let footprint = try Footprint.now()

        XCTAssertTrue(footprint.things.contains { $0.kind == .link && $0.name == "lo" && $0.whose == .other("") })
        XCTAssertTrue(footprint.things.contains { $0.name == "/proc/sys/net/ipv4/ip_forward" })
        XCTAssertTrue(footprint.things.contains { $0.kind == .mount && $0.name == "/" })
    }

    /// dockerd loads br_netfilter, whose settings are as if they were off before.
    func test_bridged_packets_pass_no_firewall_where_the_kernel_has_no_setting_for_it() throws {
        let folder = "/proc/sys/net/bridge"
        let hiding = try enclosure("[ ! -d \(folder) ] || mount -t tmpfs none \(folder)")
        let run = try lab(["footprint"], in: hiding)

        XCTAssertEqual(run.outcome.ending, .exited(0), run.outcome.errorText)
        let printed = try Footprint(parsing: run.outcome.text + "\n").things
        XCTAssertEqual(printed.filter { $0.name == folder + "/bridge-nf-call-iptables" }.map(\.detail), ["0"])
    }

    func test_a_temporary_folder_is_this_runs() throws {
        var path = ""
        try TemporaryFolder.with { folder in
            path = folder
            XCTAssertEqual(try Footprint.now().things.filter { $0.name == folder }.map(\.whose), [.run(.current)])
        }
        XCTAssertFalse(try Footprint.now().things.contains { $0.name == path })
    }
}
