import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// What people write and mean: pasted commands, other words for values and relations, explanations.
final class MeaningTests: RecordedTestCase {
    private func read(_ table: [(String, String)], line: UInt = #line) {
        for (text, canonical) in table {
            do {
                let (claim, again) = (try Claim(parsing: text), try Claim(parsing: canonical))
                XCTAssertEqual("\(claim)", canonical, text, line: line)
                XCTAssertEqual("\(again)", canonical, "read again", line: line)
            } catch {
                XCTFail("\(text): \(error)", line: line)
            }
        }
    }

    private func refused(_ table: [(String, String)], line: UInt = #line) {
        for (text, part) in table {
            XCTAssertThrowsError(try Claim(parsing: text), text, line: line) { error in
                XCTAssertTrue("\(error)".contains(part), "\(text): \(error)", line: line)
            }
        }
    }

    func test_a_scenario_may_be_a_pasted_command() {
        let docker = "docker run -it --rm -v ~/datos:/data"
        read([
            (
                "sudo \(docker) --pid=host curlimages/curl sh: namespace.pid is shared",
                "docker --pid=host: namespace.pid is shared"
            ),
            (
                "$ \(docker) --name c1 curlimages/curl:latest sh: namespace.pid is private",
                "docker: namespace.pid is private"
            ),
            (
                "docker container run -i -t --pid host: namespace.pid is shared",
                "docker --pid=host: namespace.pid is shared"
            ),
            (
                "docker run -net host curlimages/curl: namespace.net is shared",
                "docker --network=host: namespace.net is shared"
            ),
            ("docker run -u0:0 curlimages/curl: container.user is 0:0", "docker -u 0:0: container.user is 0:0"),
            (
                "docker run -it curlimages/curl sh: container.on-exit is kept",
                "docker --rm=false: container.on-exit is kept"
            ),
            (
                "docker run --rm curlimages/curl: container.terminal is none",
                "docker --tty=false: container.terminal is none"
            ),
            ("docker run: container.on-exit is removed", "docker: container.on-exit is removed"),
            ("en Docker: namespace.pid is private", "docker: namespace.pid is private"),
            (
                "lxc launch images:alpine/3.13 myalpine -c limits.processes=64: cgroup.pids.limit is 64",
                "lxd -c limits.processes=64: cgroup.pids.limit is 64"
            ),
            (
                "lxc launch images:alpine/3.13 -c raw.idmap='both 1000 1000' -s dir c: pool.driver is dir",
                "lxd --storage=dir -c raw.idmap=both 1000 1000: pool.driver is dir"
            ),
        ])
    }

    func test_what_is_not_the_sheets_own_is_refused() {
        refused([
            ("docker run -it --rm ubuntu sh: namespace.pid is private", "the image “ubuntu” is not the sheet's"),
            (
                "docker run -it curlimages/curl bash -c x: namespace.pid is private",
                "command “bash -c x” is not the sheet's"
            ),
            ("docker run --privileged curlimages/curl sh: namespace.pid is private", "--privileged"),
            ("docker run -v /:/data curlimages/curl sh: namespace.pid is private", "“-v” is not an option"),
            ("docker run -v ~/../../etc:/data curlimages/curl: namespace.pid is private", "“-v” is not an option"),
            ("docker run -p 80:80 curlimages/curl sh: namespace.pid is private", "“-p” is not an option"),
            ("lxc launch ubuntu:20.04 c: namespace.pid is private", "the image “ubuntu:20.04” is not the sheet's"),
            ("lxc launch images:alpine/3.13 c -c raw.lxc=x: namespace.pid is private", "not an option"),
            ("docker y lxd: namespace.pid is private", "one engine: write one for docker and one for lxd"),
        ])
    }

    func test_other_words_for_values() {
        read([
            ("docker: root.filesystem es overlay2", "docker: root.filesystem is overlay"),
            ("docker: root.filesystem is overlayfs", "docker: root.filesystem is overlay"),
            ("docker: volume.filesystem es ext2/ext3", "docker: volume.filesystem is ext4"),
            ("docker: namespace.pid es propio", "docker: namespace.pid is private"),
            ("docker: namespace.pid es aislado", "docker: namespace.pid is private"),
            ("docker: namespace.user es el mismo", "docker: namespace.user is shared"),
            ("docker: namespace.user es el del anfitrión", "docker: namespace.user is shared"),
            ("docker: namespace.pid es no compartido", "docker: namespace.pid is not shared"),
            ("docker: cgroup.pids.limit es max", "docker: cgroup.pids.limit is unlimited"),
            (
                "lxd: owner.host-user-file.in-container es nobody",
                "lxd: owner.host-user-file.in-container is 65534:65534"
            ),
            ("docker: owner.root-file.on-host es UID 0, GID 0", "docker: owner.root-file.on-host is 0:0"),
            ("docker: cgroup.controllers contiene pids y freezer", "docker: cgroup.controllers contains pids, freezer"),
            (
                "docker --pids-limit=64: cgroup.pids.limit es 64 procesos",
                "docker --pids-limit=64: cgroup.pids.limit is 64"
            ),
            ("docker: cgroup.pids.limit < 4.194.304", "docker: cgroup.pids.limit < 4194304"),
            ("docker: users.uid-map es 0 0 4.294.967.295", "docker: users.uid-map is 0 0 4294967295"),
            ("docker: namespace-pid is private", "docker: namespace.pid is private"),
        ])
        refused([
            ("docker: namespace.pid.between-containers es el del anfitrión", "private, shared"),
            ("docker: cgroup.pids.limit es 12.34", "a number"),
            ("docker: owner.root-file.on-host es GID 1, UID 2", "UID:GID"),
        ])
    }

    func test_usual_words_for_relations() {
        read([
            ("docker: namespace.pid = private", "docker: namespace.pid is private"),
            ("docker: namespace.pid: privado", "docker: namespace.pid is private"),
            ("docker: namespace.pid ≠ compartido", "docker: namespace.pid is not shared"),
            ("docker: cgroup.pids.limit vale 64", "docker: cgroup.pids.limit is 64"),
            ("docker: container.shell.bash está ausente", "docker: container.shell.bash is absent"),
            ("docker: cgroup.controllers no contiene pids", "docker: cgroup.controllers does not contain pids"),
            ("docker: root.layers es mayor que 1", "docker: root.layers > 1"),
            ("docker: root.layers es al menos 2", "docker: root.layers >= 2"),
            ("docker: root.layers is less than 9", "docker: root.layers < 9"),
            ("docker: cgroup.freezer se detiene y se reanuda", "docker: cgroup.freezer is stops and resumes"),
        ])
    }

    func test_an_explanation_may_follow_a_complete_value() {
        read([
            ("docker: namespace.pid es privado (se ve con readlink)", "docker: namespace.pid is private"),
            ("docker: namespace.pid es privado, como se ve en /proc", "docker: namespace.pid is private"),
            ("docker: namespace.pid es privado — lo dice readlink", "docker: namespace.pid is private"),
            ("docker: namespace.pid es privado [1]", "docker: namespace.pid is private"),
            ("docker: container.os is alpine (os-release)", "docker: container.os is alpine"),
            ("docker: network.bridge es docker0 (172.17.0.1/16)", "docker: network.bridge is docker0"),
        ])
        refused([
            ("docker: namespace.pid es privado, pero a veces compartido", "private, shared"),
            ("docker: namespace.pid es privado (salvo en v2)", "private, shared"),
            ("docker: namespace.pid is private, shared", "private, shared"),
            ("docker: container.os is alpine, not debian", "ID of os-release"),
            ("lxd: users.uid-map is 0 1 2, 3 4", "INSIDE OUTSIDE COUNT"),
        ])
    }

    func test_the_order_of_a_list_means_nothing() {
        let observed = Value.list(["cpu,cpuacct", "pids", "freezer"])
        XCTAssertEqual(Relation.isEqual.holds(observed, "freezer, pids, cpuacct, cpu"), true)
        XCTAssertEqual(Relation.isEqual.holds(observed, "freezer, pids"), false)
        XCTAssertEqual(Relation.contains.holds(observed, "freezer, pids"), true)
        XCTAssertEqual(Relation.contains.holds(observed, "freezer, rdma"), false)
        XCTAssertEqual(Relation.containsNot.holds(observed, "rdma"), true)
    }

    func test_only_what_is_of_the_same_kind_is_suggested() {
        refused([
            ("docker: namespace.red is private", "the nearest that is: namespace.net"),
            ("docker: namespace.network is private", "the nearest that is: namespace.net"),
            ("docker -v: namespace.pid is private", "those that are: --pid"),
            ("docker: namespace.pid private", "namespace.pid is private"),
            ("namespace.pid is private", "docker: namespace.pid is private"),
        ])
    }
}
