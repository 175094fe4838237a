/// The words that stand in braces in the lines to type, because they differ between engines and scenarios.
struct TypedWords {
    let scenario: Scenario
    let names: TypedNames

    /// The lines as they are typed in the scenario.
    func typed(_ lines: [ByHand.Line]) -> [ByHand.Line] {
        lines.filter { $0.engines.contains(scenario.engine) }.flatMap(typed)
    }

    private func typed(_ line: ByHand.Line) -> [ByHand.Line] {
        if line.command == "{third}" { return scenario.launch(names.third, isDetached: true) }
        var typed = line
        for (word, text) in table { typed.command = typed.command.replacing(word, with: text) }
        return [scenario.spelled(typed)]
    }

    private var table: [(word: String, text: String)] {
        [
            // These hold other words, which are replaced afterwards.
            ("{pids}", Self.folder("pids")),
            ("{freezer}", Self.folder("freezer")),
            ("{index}", "I=$({in} cat /sys/class/net/eth0/iflink)"),
            ("{address}", "IP=$({in} ip -4 -o addr show eth0 | awk '{print $4}' | cut -d/ -f1)"),
            ("{forks}", "{in} sh -c 'for i in $(seq 40); do sleep 1 & done; wait'"),
            ("{in}", reach(names.first)),
            ("{root}", reach(names.first, "-u 0:0 ")),
            ("{in2}", reach(names.second)),
            ("{pipe2}", reach(names.second, "-i ")),
            ("{root3}", reach(names.third, "-u 0:0 ")),
            ("{remove3}", removal),
            ("{name}", names.first),
            ("{name3}", names.third),
            ("{id}", scenario.engine == .docker ? "$(docker inspect -f '{{.Id}}' \(names.first))" : names.first),
            ("{rm}", scenario.value(of: .removal) == "false" ? "" : "--rm "),
            ("{options}", scenario.typedOptions()),
            ("{inner}", scenario.innerWords.map { $0 + " " }.joined()),
            ("{lxd}", "${\(LXDFamily.current.folderVariable):-/var/lib/\(LXDFamily.current)}"),
            ("{pool}", scenario.value(of: .storage) == nil ? "default" : Scenario.ownPool),
        ]
    }

    /// The line that finds the container's cgroup of a controller, of whichever version.
    private static func folder(_ controller: String) -> String {
        let path = "$(grep -E '\(controller)|^0:' /proc/$PID/cgroup | head -1 | cut -d: -f3)"
        return "G=$(ls -d /sys/fs/cgroup{/\(controller),}\(path) 2>/dev/null)"
    }

    /// The words before a program that is to run in a container; only Docker's depend on the user and the input.
    private func reach(_ name: String, _ options: String = "") -> String {
        switch scenario.engine {
        case .docker: "docker exec \(options)\(name)"
        case .lxd: "lxc exec \(name) --"
        case .kernel: "sh \(Recipe.box(of: name))/enter"
        }
    }

    private var removal: String {
        switch scenario.engine {
        case .docker: "docker rm -f \(names.third)"
        case .lxd: "lxc delete --force \(names.third)"
        case .kernel: "lab recipe --name=\(names.third) --undo '\(scenario)' | sh"
        }
    }
}
