import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// What the harness reads of engines, held against what several versions of them have printed.
final class EngineShapesTests: RecordedTestCase {
    private static let dockers = ["docker-20.10.24", "docker-26.1.5", "docker-28.5.2-containerd"]
    private static let lxds = ["lxd-5.0.2", "incus-6.0.4", "incus-7.0.2"]

    private func text(_ version: String, _ file: String) throws -> String {
        try Fixture.text("recorded/engines/\(version)/\(file)")
    }

    private func read<Answer: Decodable>(_ type: Answer.Type, _ version: String, _ file: String) throws -> Answer {
        try LXDAnswer.read(type, from: Array(text(version, file).utf8), of: "\(version)/\(file)")
    }

    func test_every_Docker_has_what_is_asked_of_it() throws {
        let questions = [
            ("inspect.json", DockerFormat.container), ("ps.json", DockerFormat.status), ("ps.json", DockerFormat.owner),
            ("network-inspect-bridge.json", DockerFormat.bridge), ("image-ls.json", DockerFormat.imageName),
            ("image-inspect.json", DockerFormat.labels), ("image-inspect.json", DockerFormat.layers),
        ]
        for version in Self.dockers {
            for (file, format) in questions {
                let line = file.hasSuffix("ls.json") || file == "ps.json"
                let json = try line ? text(version, file).components(separatedBy: "\n")[0] : text(version, file)
                let all = try JSONText.decode(JSON.self, from: Array(json.utf8), of: file)
                let document = try XCTUnwrap(line ? all : all.items?.first)
                for field in format.matches(of: #/[{ ]\.([A-Z][A-Za-z.]*)/#) {
                    // `docker ps` makes {{.Label}} of the column Labels.
                    let path = field.1 == "Label" ? ["Labels"] : field.1.split(separator: ".").map(String.init)
                    let found = path.reduce(JSON?.some(document)) { $0?[$1] }
                    XCTAssertNotNil(found, "\(version) has no \(field.1) in \(file)")
                }
            }
        }
    }

    func test_every_Docker_says_that_a_container_is_not_there() throws {
        for version in Self.dockers {
            XCTAssertTrue(try text(version, "rm-missing").contains("No such container"), version)
            XCTAssertTrue(try text(version, "inspect-missing").contains("exit status 1"), version)
            let silence = Outcome(
                command: Command("docker", []), ending: .exited(1), output: [],
                errors: Array(try text(version, "no-daemon").utf8))
            XCTAssertNotNil(CommandFailure(silence).hint, version)
        }
    }

    /// With containerd's image store Docker does not tell where the layers are; the kernel does.
    func test_the_layers_are_those_of_the_mount_and_one_of_Dockers_own() throws {
        for version in Self.dockers {
            let image = try JSONText.decode(
                JSON.self, from: Array(text(version, "image-inspect.json").utf8), of: version)
            let count = try XCTUnwrap(image.items?.first?["RootFS"]?["Layers"]?.items?.count)
            let mount = try XCTUnwrap(try MountTable(parsing: text(version, "mountinfo")).entry(at: "/"))
            let layers = try OverlayLayers(mount) { _ in false }

            XCTAssertEqual(layers.lower.count, count + 1, version)
            XCTAssertNotNil(layers.upper, version)
        }
    }

    func test_the_path_of_the_cgroup_has_Dockers_id() throws {
        for version in Self.dockers {
            let container = try JSONText.decode(
                JSON.self, from: Array(text(version, "inspect.json").utf8), of: version)
            let id = try XCTUnwrap(container.items?.first?["Id"]?.string)
            let path = try CgroupMembership(parsing: text(version, "cgroup")).path(governedBy: "freezer")

            XCTAssertEqual(path?.hasSuffix(id), true, version)
        }
    }

    func test_every_LXD_tells_its_version_and_its_pools() throws {
        for version in Self.lxds {
            let server = try read(LXDAnswer.Server.self, version, "1.0.json")
            let pools = try read([LXDPool].self, version, "storage-pools.json")
            let profile = try read(LXDAnswer.Profile.self, version, "profile-default.json")

            XCTAssertTrue(version.hasSuffix("-" + server.environment.version), version)
            XCTAssertEqual(pools.map(\.driver), ["btrfs"], version)
            XCTAssertEqual(profile.root?["pool"], pools.first?.name, version)
            let family = LXDFamily.allCases.first { version.hasPrefix($0.rawValue) }
            XCTAssertEqual(profile.bridge, family.map { $0.bridgePrefix + "0" }, version)
        }
    }

    func test_every_LXD_tells_of_its_instances_and_images() throws {
        for version in Self.lxds {
            let instances = try read([LXDAnswer.Instance].self, version, "instances.json")
            let state = try read(LXDAnswer.State.self, version, "instance-state.json")
            let images = try read([StoredLXDImage].self, version, "image-list.json")

            let recorded = try XCTUnwrap(instances.first { $0.name == "recorded" })
            XCTAssertNotNil(recorded.config["user." + Launch.label].flatMap(Owner.init(parsing:)), version)
            XCTAssertEqual(recorded.devices.values.filter { $0["path"] == "/" }.count, 1, version)
            XCTAssertEqual(state.pid > 0, state.status == "Running", version)
            XCTAssertTrue(images.contains { $0.isStandIn && $0.reference.hasPrefix(LXDImage.own) }, version)
            XCTAssertTrue(try text(version, "delete-missing").lowercased().contains("not found"), version)
        }
    }

    func test_a_running_instances_lease_is_found() throws {
        for version in ["lxd-5.0.2", "incus-6.0.4"] {
            let leases = try read([LXDAnswer.Lease].self, version, "leases.json")

            XCTAssertTrue(leases.contains { $0.type.lowercased() == "dynamic" }, version)
        }
    }

    func test_an_empty_list_of_Incus_is_empty() throws {
        XCTAssertEqual(try read([String].self, "incus-6.0.4", "storage-pools-none.json"), [])
    }

    func test_the_family_is_told_by_the_clients_name() {
        XCTAssertEqual(LXDFamily.of(client: "/usr/bin/incus"), .incus)
        XCTAssertEqual(LXDFamily.of(client: "lxc"), .lxd)
        XCTAssertEqual(LXDFamily.of(client: "/opt/incus/bin/lxc"), .lxd)
    }

    func test_what_a_person_types_is_in_the_clients_words() {
        let line = "lxc pause NAME    # or: lxc exec NAME -- ip addr show lxdbr0; cat /sys/fs/cgroup/lxc.payload.NAME"

        XCTAssertEqual(LXDFamily.lxd.spelling(line), line)
        XCTAssertEqual(
            LXDFamily.incus.spelling(line),
            "incus pause NAME    # or: incus exec NAME -- ip addr show incusbr0; cat /sys/fs/cgroup/lxc.payload.NAME")
    }
}
