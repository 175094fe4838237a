import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The text of recipes, which depends on nothing but what is handed in.
final class RecipeTests: RecordedTestCase {
    func test_the_recipe_of_the_bare_kernel_reads_as_recorded() throws {
        try compare(recipe([]).script(\.english), with: "kernel")
    }

    func test_the_spanish_recipe_with_mapped_users_on_v2_and_nftables_reads_as_recorded() throws {
        let options = ["--map=0:100000:65536", "--pids-limit=32", "--private=time"]

        try compare(recipe(options, isUnified: true, firewall: .nft).script(\.spanish), with: "kernel-map")
    }

    func test_the_recipe_of_what_is_left_reads_as_recorded() throws {
        let without = ["cgroup", "network", "overlay"].map { "--without=\($0)" }
        let shared = ["mnt", "pid", "uts"].map { "--share=\($0)" }

        try compare(recipe(shared + without).script(\.english), with: "kernel-least")
    }

    func test_every_recipe_is_a_script_for_sh() throws {
        let options =
            NamespaceKind.allCases.map { "--share=\($0.rawValue)" } + ["--private=time", "--map=0:65536:65536"]
            + KernelOptions.Part.allCases.map { "--without=\($0.rawValue)" }
        for option in options {
            let recipe = try recipe([option], isUnified: option.hasSuffix("e"), firewall: .none)
            for text in [recipe.script(\.english), recipe.script(\.spanish), recipe.tearDown] {
                let read = try Command("sh", ["-n"], input: Array(text.utf8)).run()

                XCTAssertTrue(read.succeeded, "\(option): \(read.errorText)")
            }
        }
    }

    func test_a_shared_namespace_is_neither_made_nor_entered() throws {
        for kind in NamespaceKind.allCases where ![.user, .time].contains(kind) {
            let word = " --\(kind.option)"

            XCTAssertTrue(try recipe([]).script(\.english).contains(word), word)
            XCTAssertFalse(try recipe(["--share=\(kind.rawValue)"]).script(\.english).contains(word + " "), word)
        }
    }

    func test_every_line_of_the_tear_down_stands_at_the_end_of_the_script() throws {
        let recipe = try recipe(["--map=0:100000:65536"])
        let end = recipe.script(\.spanish).split(separator: "\n").compactMap { line in
            line.hasPrefix(Recipe.mark) ? line.dropFirst(Recipe.mark.count) : nil
        }

        XCTAssertEqual(end.joined(separator: "\n") + "\n", recipe.tearDown)
    }

    /// `lab recipe --undo` is asked when the container is there: the next free place on its bridge is another one.
    func test_the_tear_down_is_the_same_before_and_after() throws {
        let before = try recipe([], place: network(isNew: true, firewall: .iptables, owner: "byhand", number: 2))
        let after = try recipe([], place: network(isNew: false, firewall: .iptables, owner: "byhand", number: 3))

        XCTAssertEqual(before.tearDown, after.tearDown)
    }

    func test_what_contradicts_itself_is_refused() {
        let pairs = [
            ["--map=0:100000:65536", "--share=user"], ["--map=0:100000:65536", "--share=mnt"],
            ["--private=time", "--share=time"], ["--pids-limit=32", "--without=cgroup"],
        ]
        for pair in pairs {
            XCTAssertThrowsError(try KernelOptions(pair)) { error in
                XCTAssertTrue("\(error)".contains("contradict each other"), "\(error)")
            }
        }
    }

    func test_names_of_links_are_short_enough() throws {
        let network = try network(isNew: true, firewall: .none, owner: "1a2b3c4d.4711.64460.0f9b21aa", number: 254)

        XCTAssertEqual(network.bridge, "lab-1a2b3c4d")
        XCTAssertEqual(network.link, "veth1a2b3c4dfe")
        XCTAssertLessThanOrEqual(network.link.utf8.count, 15)
    }

    private func recipe(
        _ options: [String], isUnified: Bool = false, firewall: KernelNetwork.Firewall = .iptables,
        place: KernelNetwork? = nil
    ) throws -> Recipe {
        let made = try KernelOptions(options)
        let basis = RecipeBasis(
            name: "byhand", scenario: (["kernel"] + options).joined(separator: " "), options: made,
            image: KernelImage.folder + "/0123456789ab", layers: 3, sharedFolder: "/home/ana/mis datos",
            hierarchies: isUnified
                ? ["unified": "/sys/fs/cgroup"]
                : ["freezer": "/sys/fs/cgroup/freezer", "pids": "/sys/fs/cgroup/pids"],
            isUnified: isUnified,
            network: made.hasNetwork
                ? try place ?? network(isNew: true, firewall: firewall, owner: "byhand", number: 2) : nil)
        return Recipe(basis)
    }

    private func network(
        isNew: Bool, firewall: KernelNetwork.Firewall, owner: String, number: UInt32
    ) throws -> KernelNetwork {
        KernelNetwork(
            bridge: KernelNetwork.bridge(of: owner), isNew: isNew, subnet: try IPv4Subnet(parsing: "10.78.77.0/24"),
            number: number, firewall: firewall, isForwarding: firewall == .iptables)
    }

    /// `LAB_RECORD=recipes` writes the text anew.
    private func compare(_ text: String, with name: String) throws {
        let path = "written/recipes/\(name).sh"
        if ProcessInfo.processInfo.environment["LAB_RECORD"] == "recipes" {
            try Data(text.utf8).write(to: URL(fileURLWithPath: Fixture.path(path)))
        }

        XCTAssertTrue(text == (try Fixture.text(path)), "\(path) is another text: LAB_RECORD=recipes writes it anew")
    }
}
