/// An engine and the options that a person would type; without options it is the sheet's own command.
package struct Scenario: Sendable, Hashable, CustomStringConvertible {
    package var engine: Engine
    /// The options, in the order of their names.
    package var options: [ScenarioOption]

    /// The sheet's `docker run -it --rm -v ~/datos:/data curlimages/curl sh`.
    package static let docker = Scenario(engine: .docker, options: [])
    /// The sheet's `lxc launch images:alpine/3.13 myalpine`, with the disk device `compartido` on `/data`.
    package static let lxd = Scenario(engine: .lxd, options: [])

    /// LXD's container that may itself make containers, as Docker inside it does.
    package static let nesting = Scenario(
        engine: .lxd, options: [ScenarioOption(name: "-c security.nesting", value: "true")])

    /// The container made by hand.
    package static let kernel = Scenario(engine: .kernel, options: [])

    /// The engine's scenario without options.
    package static func bare(_ engine: Engine) -> Scenario { Scenario(engine: engine, options: []) }

    package init(engine: Engine, options: [ScenarioOption]) {
        self.engine = engine
        self.options = options.sorted { $0.text < $1.text }
    }

    /// The scenario as in a claim: `docker --pid=host`.
    package var description: String { ([engine.rawValue] + options.map(\.text)).joined(separator: " ") }

    /// The value of an option, or nil if the scenario lacks it.
    package func value(of name: OptionName) -> String? { options.first { $0.name == name.rawValue }?.value }

    /// Whether its daemon maps the users of containers to others of the host; `--userns=host` exempts a container.
    var remapsUsers: Bool { value(of: .userRemapping) != nil }

    /// Whether its containers have users of their own for that reason.
    package var hasRemappedUsers: Bool { remapsUsers && value(of: .userNamespace) == nil }

    /// The options of the `docker run` inside an LXD container: those that begin with `--docker-`.
    var innerWords: [String] {
        options.filter { $0.name.hasPrefix("--docker-") }.map {
            "--\($0.name.dropFirst("--docker-".count))=\($0.value)"
        }
    }

    /// The options as words of the engine's command line, for the first or for the second container.
    ///
    /// `container:first` relates the two: the second joins the first's namespace. The first must be ready to share an
    /// IPC namespace (docker run, `--ipc=shareable`).
    func words(forSecondOf first: String?) -> [String] {
        options.flatMap { option -> [String] in
            switch option.name {
            case "--rm", "--tty", "--device=shift", "--storage", "--storage-source", "--docker-pid", "--userns-remap":
                return []
            case _ where option.value == "container:first":
                if let first { return ["\(option.name)=container:\(first)"] }
                return option.name == "--ipc" ? ["--ipc=shareable"] : []
            case _ where option.name.hasPrefix("-c "):
                return ["-c", "\(option.name.dropFirst(3))=\(option.value)"]
            case "--ephemeral":
                return option.value == "true" ? ["--ephemeral"] : []
            case _ where option.name.hasPrefix("--"):
                return ["\(option.name)=\(option.value)"]
            default:
                return [option.name, option.value]
            }
        }
    }
}
