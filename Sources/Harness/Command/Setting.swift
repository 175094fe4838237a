internal import Foundation

/// A variable of the environment that changes what this package does.
package enum Setting: String, Sendable, CaseIterable {
    case docker = "LAB_DOCKER"
    case lxc = "LAB_LXC"
    case dockerImage = "LAB_DOCKER_IMAGE"
    case lxdImage = "LAB_LXD_IMAGE"
    case pool = "LAB_LXD_POOL"
    case data = "LAB_DATA"
    case folders = "LAB_FOLDERS"
    case fixtures = "LAB_FIXTURES"
    case patience = "LAB_PATIENCE"
    case require = "LAB_REQUIRE"
    case reports = "LAB_REPORT_DIR"
    case faults = "LAB_FAULTS"
    case ablation = "LAB_ABLATION"
    case record = "LAB_RECORD"
    case commands = "LAB_COMMANDS"
    case testRun = "LAB_TEST_RUN"
    case parent = "LAB_PARENT"
    case run = "LAB_RUN"
    case setUp = "LAB_SET_UP"
    case mutant = "LAB_MUTANT"
    case honest = "LAB_HONEST"

    /// The value in this process's environment; nil if it is not set, or empty.
    package var value: String? {
        guard let value = ProcessInfo.processInfo.environment[rawValue], !value.isEmpty else { return nil }
        return value
    }

    /// The effect of the variable, and the value that counts without it.
    package var effect: String {
        switch self {
        case .docker: "The client of Docker. Without it: `docker` on PATH."
        case .lxc:
            "The client of LXD or Incus: `LAB_LXC=incus` examines Incus. Without it: `lxc`, or `incus` if that is alone or answers alone."
        case .dockerImage: "The image of Docker's containers. Without it: the sheet's `curlimages/curl`, or a stand-in."
        case .lxdImage: "The image of LXD's containers. Without it: an Alpine that is there, or a stand-in."
        case .pool: "The driver of the pool of an LXD that `lab setup` initialises. Without it: `btrfs`, or else `dir`."
        case .data: "The folder for data and sockets of the private daemons. Without it: below `/var/lib` and `/run`."
        case .folders: "The folder for the folders that containers share with the host. Without it: `/var/tmp`."
        case .fixtures:
            "The folder `Fixtures`. Without it: the one beside the program, or else beside the sources of this build."
        case .patience:
            "The factor for all deadlines, from 0.01 to 1000: more than 1 for an emulated or crowded machine."
        case .require:
            "What must not be missing, as `docker,lxd,kernel,root` or `all`: a test that is skipped for it fails instead."
        case .reports: "The folder for `junit.xml` and `evidence.json` of a run of tests. Without it: none is written."
        case .faults: "Any value: a run of all tests causes the slow faults too."
        case .ablation: "`all`: the tests of options look at all facts, and not at the telling ones alone."
        case .record: "`faults`: the tests of faults write `docs/faults.md` anew from what they have heard."
        case .commands: "A file to which every program is added that is run, with its time; `./ci.sh bench` replays it."
        case .testRun: "The name of a run of tests that has several processes; `./ci.sh` sets it."
        case .parent: "The PID of the process whose end ends a run; `./ci.sh` sets it."
        case .run: "The mark of all processes that a run starts; set by the run."
        case .setUp: "The mark of all processes that private daemons start; set by `lab setup`."
        case .mutant: "The program that lies in a run of mutants; set by `lab mutants`."
        case .honest: "The folder with the honest programs in a run of mutants; set by `lab mutants`."
        }
    }

    /// The page `docs/settings.md`.
    package static var markdown: String {
        let rows = allCases.map { "| `\($0.rawValue)` | \($0.effect) |" }
        let head = [
            "# Settings", "",
            "All variables of the environment that change what this package does. The page is made by",
            "`swift run lab settings > docs/settings.md`.", "", "| variable | effect |", "| --- | --- |",
        ]
        return (head + rows).joined(separator: "\n") + "\n"
    }
}
