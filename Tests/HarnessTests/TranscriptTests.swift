import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// What the transcripts of reports show, and what they do not.
final class TranscriptTests: RecordedTestCase {
    private func shown(_ text: String, _ format: ReportFormat = .markdown) -> [String] {
        TranscriptReader.transcripts(in: ReportText(visible: Array(text.utf8)), format, "r").shown.map {
            "\($0.place.line) \($0.claim)"
        }
    }

    private func shown(inFile name: String) throws -> [String] {
        let format = try ReportFormat(path: name)
        return shown(try Fixture.text("transcripts/" + name), format)
    }

    private func fenced(_ lines: String) -> String { "```\n\(lines)\n```\n" }

    func test_a_whole_transcript_of_docker() throws {
        XCTAssertEqual(
            try shown(inFile: "docker-v2.md"),
            [
                "9 docker: cgroup.path contains docker-", "9 docker: cgroup.version is v2",
                "11 docker: cgroup.version is v2", "13 docker: namespace.cgroup is private",
                "15 docker: cgroup.freezer is stops and resumes",
                "22 docker: cgroup.freezer.by-engine is same mechanism",
                "31 docker: cgroup.pids.limit.by-file is enforced", "37 docker: namespace.time is shared",
                "38 docker: namespace.user is shared", "39 docker: namespace.mnt is private",
                "40 docker: namespace.pid is private", "48 docker: namespace.pid is private",
                "48 docker: container.init is application", "51 docker: container.user is 100:101",
                "53 docker: container.shell.bash is absent", "56 docker: container.os is alpine",
                "60 docker: root.filesystem is overlay", "60 docker: root.device is overlay",
                "62 docker: root.layers is 3", "66 docker: root.layers is 2",
                "73 docker --pid=host: namespace.pid is shared", "76 docker --pid=host: namespace.pid is shared",
            ])
    }

    func test_a_whole_transcript_without_marks_of_owners_limits_and_networks() throws {
        XCTAssertEqual(
            try shown(inFile: "owners.txt"),
            [
                "4 docker: volume.write-by-default-user is refused",
                "13 docker -u 0:0: owner.host-user-file.in-container is 1000:1000",
                "15 docker -u 0:0: users.uid-map is 0 0 4294967295",
                "18 docker -u 0:0: owner.root-file.on-host is 0:0", "23 docker -u 0:0: owner.root-file.on-host is 0:0",
                "37 lxd: namespace.pid is private", "37 lxd: container.init is init",
                "40 lxd: namespace.uts is private",
                "42 lxd: container.user is 0:0", "45 lxd: owner.test-file.on-host is 100500:100500",
                "51 lxd: cgroup.path contains lxc.payload", "51 lxd: cgroup.version is v2",
                "54 lxd: users.root-inside-is is unprivileged", "55 lxd: cgroup.pids.limit.by-update is enforced",
                "62 lxd: network.address is in the bridge's subnet", "67 lxd: network.nat is masquerade",
                "69 lxd: network.nat is masquerade", "71 docker: network.nat is masquerade",
                "75 docker: connect.host-to-container is connected",
            ])
    }

    func test_what_two_engines_print_in_cut_and_wrapped_lines() {
        let text = fenced(
            """
            / $ mount | grep ' / '
            overlay on / type overlay (rw,rela
            time,lowerdir=...)
            ~ # mount | grep ' / '
            /dev/loop2 on / type btrfs (rw,rel
            atime,...)
            """)

        XCTAssertEqual(
            shown(text),
            [
                "3 docker: root.filesystem is overlay", "3 docker: root.device is overlay",
                "6 lxd: root.filesystem is btrfs", "6 lxd: root.device is /dev/loop2",
            ])
    }

    func test_interfaces_and_routes_of_both_sides() {
        let text = fenced(
            """
            a@h:~$ ip a
            5: docker0: <BROADCAST,UP> mtu 1500
                inet 172.17.0.1/16 scope global docker0
            68: veth5dd2b68@if67: <UP> mtu 1500 master docker0 state UP
            a@h:~$ docker exec c1 ip a
            67: eth0@if68: <UP> mtu 1500
                inet 172.17.0.2/16 scope global eth0
            a@h:~$ docker exec c1 ip route
            default via 172.17.0.1 dev eth0
            """)

        XCTAssertEqual(
            shown(text),
            [
                "5 docker: network.bridge is docker0", "5 docker: network.link is veth",
                "7 docker: network.link is veth",
                "8 docker: network.address is in the bridge's subnet", "10 docker: network.gateway is the bridge",
            ])
    }

    func test_where_nobody_can_tell_nothing_is_shown() {
        // Which side is it? Whose process? Which option? Which limit?
        let doubts = [
            "$ docker run -it curlimages/curl sh\n$ cat /proc/self/uid_map\n0 0 4294967295",
            "a@h:~$ cat /proc/77/uid_map\n0 100000 65536",
            "a@h:~$ docker run -it --privileged curlimages/curl sh\n/ $ cat /proc/self/uid_map\n0 0 4294967295",
            "a@h:~$ cat /sys/fs/cgroup/pids/docker/pids.max\n77",
            "root@other:~# cat /proc/self/uid_map\n0 100000 65536\na@h:~$ sudo id",
            "a@h:~$ docker exec c1 readlink /proc/self/ns/pid\n$ readlink /proc/self/ns/pid\npid:[1]",
            "$ touch /data/f\na@h:~$ docker exec c1 ls -ln /data\n-rw-r--r-- 1 100 101 0 Nov  6 18:02 f",
            "a@h:~$ docker exec -it c1 sh\n/ $ nc -l -p 34567\nhello\na@h:~$ nc 172.17.0.2 34567\nnc: refused",
            "a@h:~$ docker run -it ubuntu bash\nroot@0123456789ab:/# id\nuid=0(root) gid=0(root)",
        ]

        for doubt in doubts { XCTAssertEqual(shown(fenced(doubt)), [], doubt) }
    }

    func test_a_pause_that_leaves_the_freezer_alone_is_shown() {
        let text = fenced(
            """
            a@h:~$ docker pause c1
            c1
            a@h:~$ cat /sys/fs/cgroup/freezer/docker/0123456789ab*/freezer.state
            THAWED
            """)

        XCTAssertEqual(shown(text), ["2 docker: cgroup.freezer.by-engine is no effect"])
    }

    func test_two_host_names_or_links_of_one_host_are_doubtful() {
        let text = fenced(
            """
            $ readlink /proc/self/ns/net
            net:[1]
            $ readlink /proc/self/ns/net
            net:[2]
            $ docker exec c1 readlink /proc/self/ns/net
            net:[2]
            """)

        XCTAssertEqual(shown(text), [])
    }

    func test_what_is_shared_only_with_an_option_needs_the_launch() {
        let lines = { (kind: String) in
            "$ readlink /proc/self/ns/\(kind)\n\(kind):[1]\n/ $ readlink /proc/self/ns/\(kind)\n\(kind):[1]"
        }

        XCTAssertEqual(shown(fenced(lines("user"))), ["5 docker: namespace.user is shared"])
        XCTAssertEqual(shown(fenced(lines("net"))), [])
        check([
            "a@h:~$ docker exec c1 cat /sys/fs/cgroup/pids.max\n77": [],
            "a@h:~$ docker exec c1 cat /sys/fs/cgroup/pids.max\nmax": ["3 docker: cgroup.pids.limit is unlimited"],
        ])
    }

    /// Holds what each text shows against what it ought to show.
    private func check(_ expected: [String: [String]], line: UInt = #line) {
        for (text, claims) in expected { XCTAssertEqual(shown(fenced(text)), claims, text, line: line) }
    }

    private static let map = "cat /proc/self/uid_map\n0 100000 65536"

    func test_a_shell_of_another_engine_shows_nothing() {
        let right = "docker: users.uid-map is 0 100000 65536"
        check([
            "$ podman run -it --rm curlimages/curl sh\n/ $ \(Self.map)": [],
            "$ sudo nerdctl exec -it c1 sh\n# \(Self.map)": [],
            "a@h:~$ kubectl exec -it p -- sh\n/ $ id\n/ $ exit\na@h:~$ docker exec c1 \(Self.map)": ["6 \(right)"],
            "a@h:~$ docker run -it curlimages/curl sh\n/ $ exit\na@h:~$ podman run -it x sh\n/ $ \(Self.map)": [],
            "a@h:~$ alias docker=podman\na@h:~$ docker exec c1 \(Self.map)": [],
            "a@h:~$ docker ps\nEmulate Docker CLI using podman.\na@h:~$ docker exec c1 \(Self.map)": [],
            "a@h:~$ docker --version\npodman version 4.9.3\na@h:~$ docker exec c1 \(Self.map)": [],
            "a@h:~$ cat /etc/docker/daemon.json\n{\"userns-remap\": \"default\"}\na@h:~$ docker exec c1 \(Self.map)":
                [],
            "a@h:~$ alias docker='sudo docker'\na@h:~$ docker exec c1 \(Self.map)": ["4 \(right)"],
        ])
    }

    func test_a_container_whose_options_are_in_another_file_shows_nothing() {
        check([
            "a@h:~$ docker compose up -d\na@h:~$ docker exec c1 \(Self.map)": [],
            "a@h:~$ docker-compose run web sh\n/ $ \(Self.map)": [],
            "a@h:~$ docker compose up\na@h:~$ docker run -d --name c1 curlimages/curl\na@h:~$ docker exec c1 \(Self.map)":
                [
                    "5 docker: users.uid-map is 0 100000 65536"
                ],
        ])
    }

    func test_an_engine_in_a_container_shows_nothing() {
        check([
            "a@h:~$ lxc exec c1 sh\n~ # docker run --name d -d curlimages/curl\n~ # docker exec d \(Self.map)": [],
            "a@h:~$ lxc exec c1 bash\nroot@c1:~# docker run -it curlimages/curl sh\n/ $ \(Self.map)": [],
            "root@c1:~# docker ps\na@h:~$ lxc exec c1 bash\nroot@c1:~# docker exec d \(Self.map)": [],
            "a@h:~$ lxc exec c1 -- docker exec d \(Self.map)": [],
            "a@h:~$ docker exec -it c1 sh\n/ # docker exec d \(Self.map)": [],
            "a@h:~$ lxc exec c1 -- lxc exec c2 -- \(Self.map)": [],
            "a@h:~$ lxc exec c1 bash\nroot@c1:~# docker exec -it d sh\n/ # exit\nroot@c1:~# \(Self.map)": [
                "6 lxd: users.uid-map is 0 100000 65536"
            ],
        ])
    }

    func test_a_file_whose_owner_was_changed_or_that_was_there_before_shows_nothing() {
        let (made, listed) = (
            "a@h:~$ lxc exec c1 -- touch /data/f\n",
            "\na@h:~$ ls -ln ~/.datos\n-rw-r--r-- 1 1000500 1000500 0 may 20 12:12 f"
        )
        let right = "lxd: owner.root-file.on-host is 1000500:1000500"
        check([
            made + "a@h:~$ lxc exec c1 -- chown 500:500 /data/f" + listed: [],
            made + "a@h:~$ sudo chown -R 500:500 .datos" + listed: [],
            made + "a@h:~$ lxc exec c1 -- sh -c 'chown 500:500 /data/*'" + listed: [],
            made + "# chown 500:500 f" + listed: [],
            made + "a@h:~$ ls .datos | sudo xargs chown 500" + listed: [],
            made + "a@h:~$ sudo chown --reference=g .datos/f" + listed: [],
            made + "a@h:~$ sudo chown 500:500 .datos/g" + listed: ["5 \(right)"],
            made + "touch: /data/f: Read-only file system" + listed: [],
            "a@h:~$ lxc exec c1 -- ls /data\nf\n" + made + listed: [],
            "a@h:~$ lxc exec c1 -- ls /data\ng\n" + made + listed: ["7 \(right)"],
        ])
    }

    func test_su_in_a_container_changes_the_user() {
        let listed = "\na@h:~$ ls -ln ~/.datos\n-rw-r--r-- 1 1000500 1001000 0 may 20 12:12 f"
        let opened = "a@h:~$ lxc exec c1 sh\n~ # cd /data\n"
        check([
            opened + "/data # su test\n/data $ touch f\n/data $ exit\n/data # exit" + listed: [
                "9 lxd: owner.test-file.on-host is 1000500:1001000"
            ],
            opened + "/data # su test\n/data $ exit\n/data # touch f" + listed: [
                "8 lxd: owner.root-file.on-host is 1000500:1001000"
            ],
            opened + "/data # su ana\n/data $ touch f" + listed: [],
            opened + "/data $ touch f" + listed: [],
        ])
    }

    func test_a_setting_counts_when_the_container_starts_again() {
        let read = "a@h:~$ lxc exec c1 -- \(Self.map)"
        let launched = "a@h:~$ lxc launch images:alpine/3.20 c1\n"
        let set = launched + "a@h:~$ lxc config set c1 security.privileged true\n"
        check([
            set + read: [],
            set + "a@h:~$ lxc restart c1\n" + read: [
                "6 lxd -c security.privileged=true: users.uid-map is 0 100000 65536"
            ],
            set + "a@h:~$ lxc stop c1\na@h:~$ lxc start c1\n" + read: [
                "7 lxd -c security.privileged=true: users.uid-map is 0 100000 65536"
            ],
            set + "a@h:~$ lxc restart c1\na@h:~$ lxc config unset c1 security.privileged\na@h:~$ lxc restart c1\n"
                + read: [],
            launched + read + "\na@h:~$ lxc config set c1 security.privileged true": [
                "4 lxd: users.uid-map is 0 100000 65536"
            ],
            "a@h:~$ lxc init images:alpine/3.20 c1\na@h:~$ lxc config set c1 security.privileged true\n" + read: [
                "5 lxd -c security.privileged=true: users.uid-map is 0 100000 65536"
            ],
            launched + "a@h:~$ lxc exec c1 -- touch /data/f\na@h:~$ lxc config set c1 security.privileged true\n"
                + "a@h:~$ lxc restart c1\na@h:~$ ls -n ~/.datos\n-rw-r--r-- 1 1000000 1000000 0 may 20 12:12 f": [],
        ])
    }

    func test_options_that_are_set_elsewhere_leave_nothing_certain() {
        let read = "a@h:~$ lxc exec c1 -- \(Self.map)"
        let right = "lxd: users.uid-map is 0 100000 65536"
        check([
            "a@h:~$ lxc profile set default security.privileged true\n" + read: [],
            "a@h:~$ lxc profile show default\nname: default\n" + read: ["5 \(right)"],
            "a@h:~$ lxc profile device add default root disk path=/ pool=default\n" + read: ["4 \(right)"],
            "a@h:~$ lxc profile show default\n  security.privileged: \"true\"\n" + read: [],
            "a@h:~$ lxc launch images:alpine/3.20 c1 < c1.yaml\n" + read: [],
            "a@h:~$ lxc launch images:alpine/3.20 c1\n" + read: ["4 \(right)"],
            "a@h:~$ lxc profile add c1 other\n" + read: [],
            "a@h:~$ lxc config device set c1 data shift true\n" + read: [],
            "a@h:~$ lxc config show c1\n  security.privileged: \"true\"\n" + read: [],
            "a@h:~$ lxc config show c1 --expanded\n  security.privileged: \"false\"\n" + read: ["5 \(right)"],
            "a@h:~$ lxc config get c1 raw.idmap\nboth 1000 1000\n" + read: [],
            "a@h:~$ echo both 1000 1000 | lxc config set c1 raw.idmap -\n" + read: [],
            "a@h:~$ lxc config set core.https_address :8443\n" + read: ["4 \(right)"],
        ])
    }

    func test_what_no_container_uses_and_links_that_are_no_bridges_show_nothing() {
        let link = "a@h:~$ lxc exec c1 -- ip link\n7: eth0@if8: <UP> mtu 1500"
        check([
            "a@h:~$ lxc storage show p\ndriver: zfs\nused_by: []": [],
            "a@h:~$ lxc storage show p\ndriver: zfs\nused_by:\n- /1.0/instances/c1": ["3 lxd: pool.driver is zfs"],
            "a@h:~$ lxc storage list\n| NAME | DRIVER | USED BY |\n| p | zfs | 0 |": [],
            "a@h:~$ lxc storage list\n| NAME | DRIVER | USED BY |\n| p | zfs | 2 |": ["4 lxd: pool.driver is zfs"],
            "a@h:~$ lxc network show b\nipv4.nat: \"true\"\nused_by: []": [],
            link: ["3 lxd: network.link is veth"],
            "a@h:~$ lxc profile show p\nnictype: macvlan\nparent: eth0\n" + link: [],
        ])
    }

    func test_only_a_folder_of_a_user_that_was_left_as_it_was_is_not_written() {
        let launch = { (volume: String) in "a@h:~$ docker run -it \(volume) curlimages/curl sh\n" }
        let refused = "/ $ touch /data/f\ntouch: /data/f: Permission denied"
        let right = "docker: volume.write-by-default-user is refused"
        let mounted = "/ $ mount | grep data\n/dev/sda2 on /data type ext4 (rw)"
        check([
            launch("-v ~/datos:/data") + refused: ["4 \(right)"],
            launch("--mount type=bind,src=/home/a/datos,dst=/data") + refused: ["4 \(right)"],
            "a@h:~$ docker exec -it c1 sh\n" + refused: [],
            launch("--mount type=bind,=,dst=/data") + refused: [],
            launch("-v datos:/data") + refused: [], launch("-v ~/datos:/data:ro") + refused: [],
            launch("-v /tmp/datos:/data") + refused: [], launch("") + refused: [],
            "a@h:~$ chmod 700 datos\n" + launch("-v ~/datos:/data") + refused: [],
            "a@h:~$ ls -ld datos\ndrwx------ 2 a a 4096 may 20 12:12 datos\n" + launch("-v ~/datos:/data") + refused:
                [],
            launch("-v ~/datos:/data") + mounted: ["4 docker: volume.filesystem is ext4"],
            launch("-v datos:/data") + mounted: [],
            "a@h:~$ lxc config device add c1 d disk pool=default source=v path=/data\n"
                + "a@h:~$ lxc exec c1 -- mount\n/dev/sda2 on /data type ext4 (rw)": [],
            "a@h:~$ lxc config device add c1 d disk source=/home/a/v path=/data\n"
                + "a@h:~$ lxc exec c1 -- mount\n/dev/sda2 on /data type ext4 (rw)": [
                    "4 lxd: volume.filesystem is ext4"
                ],
        ])
    }

    func test_layers_of_an_image_of_the_students_own_show_nothing() {
        let layers = { (name: String) in "a@h:~$ docker inspect -f '{{len .RootFS.Layers}}' \(name)\n5" }
        check([
            layers("curlimages/curl"): ["3 docker: root.layers is 5"],
            layers("curlimages/curl:8.10.1"): ["3 docker: root.layers is 5"],
            layers("curlimages/curl:mio"): [],
            "a@h:~$ docker commit c1 curlimages/curl\n" + layers("curlimages/curl"): [],
            "a@h:~$ docker build -t curlimages/curl .\n" + layers("curlimages/curl"): [],
            "a@h:~$ docker tag curlimages/curl mio\n" + layers("curlimages/curl"): ["4 docker: root.layers is 5"],
        ])
    }

    func test_an_engine_of_another_machine_shows_nothing() {
        let read = "a@h:~$ docker exec c1 \(Self.map)"
        check([
            "a@h:~$ export DOCKER_HOST=ssh://b\n" + read: [], "a@h:~$ docker context use b\n" + read: [],
            "a@h:~$ docker -H ssh://b ps\n" + read: [],
            "a@h:~$ docker context use default\n" + read: ["4 docker: users.uid-map is 0 100000 65536"],
        ])
    }

    func test_a_container_with_the_hosts_name_cannot_be_told_apart() {
        let lines = { (name: String) in
            "root@h:~# docker run -it -u 0:0 --hostname \(name) curlimages/curl sh\nroot@\(name):/# \(Self.map)"
        }
        check([lines("h"): [], lines("c1"): ["4 docker -u 0:0: users.uid-map is 0 100000 65536"]])
    }

    func test_the_hosts_bare_prompt_is_known_again_when_the_container_is_left() {
        let link = "readlink /proc/self/ns/pid"
        let text = "$ docker run -it curlimages/curl sh\n/ $ \(link)\npid:[2]\n/ $ exit\n$ \(link)\npid:[1]"
        check([
            text: ["4 docker: namespace.pid is private"],
            text.replacing("/ $ exit\n", with: ""): [], text.replacing("\n$ ", with: "\n# "): [],
        ])
    }

    func test_only_the_containers_own_cgroup_has_its_limit_and_a_lifted_limit_is_none() {
        let update = "a@h:~$ lxc config set c1 limits.processes=77\na@h:~$ lxc exec c1 -- cat /sys/fs/cgroup"
        let lifted = "\na@h:~$ lxc exec c1 -- cat /sys/fs/cgroup/pids.max\nmax"
        let right = "2 lxd: cgroup.pids.limit.by-update is enforced"
        check([
            update + "/pids.max\n77": [right], update + "/pids/pids.max\n77": [right],
            update + "/system.slice/ssh.service/pids.max\n99": [], update + "/.lxc/pids.max\nmax": [],
            update + "/init/pids.max\nmax": [],
            "a@h:~$ cat /sys/fs/cgroup/lxc.payload.c1/pids.max\nmax": ["3 lxd: cgroup.pids.limit is unlimited"],
            "a@h:~$ cat /sys/fs/cgroup/lxc.payload.c1/init.scope/pids.max\nmax": [],
            "a@h:~$ cat /sys/fs/cgroup/system.slice/docker-*.scope/pids.max\nmax": [
                "3 docker: cgroup.pids.limit is unlimited"
            ],
            "a@h:~$ lxc config set c1 limits.processes=" + lifted: [],
            "a@h:~$ lxc config unset c1 limits.processes" + lifted: [],
            "a@h:~$ lxc config set c1 limits.processes 77" + lifted: [
                "2 lxd: cgroup.pids.limit.by-update is not enforced"
            ],
            "a@h:~$ docker update --pids-limit -1 c1\na@h:~$ docker exec c1 cat /sys/fs/cgroup/pids.max\nmax": [],
        ])
    }

    func test_two_terminals_side_by_side_are_not_read() {
        XCTAssertEqual(shown(fenced("ana@pc:~$ hostname │ / $ hostname\npc │ 0b1c2d3e4f50")), [])
    }

    func test_a_sentence_ends_a_transcript_where_paragraphs_have_no_blank_lines_between_them() {
        let lines = "ana@pc:~$ lxc exec myalpine -- id\nuid=0(root) gid=0(root)\nEso es todo lo que se ve.\n/ $ id"

        XCTAssertEqual(shown(lines, .word), ["2 lxd: container.user is 0:0"])
        XCTAssertEqual(
            Suggestions.all(
                in: ReportText(visible: Array("\(lines)\nEn LXD hay NAT.\nEn LXD se hace NAT.\n".utf8)), .word, "r"
            ).found.map { "\($0.place.line) \($0.claim)" }, ["6 lxd: network.nat is masquerade"])
    }

    func test_claims_are_supported_and_contradicted_by_the_reports_own_transcripts() throws {
        let reading = ReportReading(of: Fixture.path("transcripts/claims.md"), named: "r")
        let claims = reading.entries.filter { $0.kind == .claim }

        XCTAssertEqual(claims.map { $0.support.map(\.line) }, [[], [14, 16], [], []])
        XCTAssertEqual(claims.map { $0.contradictions.map(\.line) }, [[20], [], [26], []])
        XCTAssertEqual(reading.unknown.map(\.line), [27])
    }

    func test_a_contradiction_is_a_note_of_a_verification_and_refutes_nothing() throws {
        var verification = Verification()
        Intake.read(Delivery.find(Fixture.path("transcripts/claims.md")), into: &verification)
        let notes = verification.reports[0].notes

        XCTAssertEqual(
            notes.last?.english, "it seems to say 3 things more, which are not judged: lab read lists them")
        XCTAssertEqual(notes.count, 3)
        XCTAssertEqual(
            notes.first,
            Sentence(
                "the report shows otherwise than it claims: docker: namespace.pid is shared (line 3), "
                    + "and the transcript shows docker: namespace.pid is private (line 20)",
                "la memoria muestra otra cosa que la que afirma: docker: namespace.pid es compartido (línea 3), "
                    + "y la transcripción muestra docker: namespace.pid es privado (línea 20)"))
    }

    func test_JSON_is_as_the_schema_describes_it() throws {
        let schema = try JSONSchema(Fixture.schema("read.schema.json"))
        let readings = ["claims.md", "missing.md"].map {
            ReportReading(of: Fixture.path("transcripts/" + $0), named: $0)
        }
        let text = ReadingFormat.json.text(readings, in: .spanish)

        XCTAssertEqual(schema.violations(of: try JSONSerialization.jsonObject(with: Data(text.utf8))), [])
    }

    func test_the_text_says_where_a_claim_is_shown() {
        let reading = ReportReading(of: Fixture.path("transcripts/claims.md"), named: "r")
        let text = ReadingFormat.text.text([reading], in: .english)

        XCTAssertTrue(
            text.contains("line 3       claim        docker: namespace.pid is shared\n      shown otherwise: line 20"))
        XCTAssertTrue(text.contains("\n      shown nowhere\n"))
        XCTAssertTrue(text.contains("  lines with commands: 11, not understood: 1\n"))
        XCTAssertFalse(EnglishWords.has(ReadingFormat.text.text([reading], in: .spanish)))
    }

    func test_a_transcript_of_100000_lines_is_read_in_time() {
        let start = ContinuousClock.now
        let rows = String(repeating: "-rw-r--r-- 1 100 101 0 Nov  6 18:02 f\n", count: 100_000)
        let found = shown(
            fenced("a@h:~$ docker run -it curlimages/curl sh\n/ $ touch /data/f\na@h:~$ ls -ln ~/datos\n" + rows))

        XCTAssertEqual(found.count, Transcripts.limit)
        XCTAssertLessThan(ContinuousClock.now - start, .seconds(60))
    }
}
