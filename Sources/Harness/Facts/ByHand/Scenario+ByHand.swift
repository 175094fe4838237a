extension Scenario {
    /// The pool that a person makes for a scenario that names a driver.
    static let ownPool = "aparte"

    /// The remark on the setting that only the daemon can have.
    private static let remappingDaemon = ByHand.Line(
        "",
        note: Sentence(
            "first \"userns-remap\": \"default\" in /etc/docker/daemon.json, and systemctl restart docker",
            "antes, \"userns-remap\": \"default\" en /etc/docker/daemon.json, y systemctl restart docker"))

    /// The lines with which a person brings the scenario to life, and learns the PIDs of the first processes.
    ///
    /// The first terminal, or the last one, leads inside.
    func launchByHand(_ names: TypedNames, withSecond: Bool, withInside: Bool) -> [ByHand.Line] {
        var lines = folder() + launch(names.first, isDetached: false) + [pid("PID", of: names.first)]
        if engine == .docker {
            lines[lines.count - 1].note = Sentence(
                "in another terminal, as root: the host", "en otro terminal, como root: el anfitrión")
        }
        if withSecond {
            lines += launch(names.second, isDetached: true, joining: names.first) + [pid("PID2", of: names.second)]
        }
        if withInside, engine != .docker {
            let note = Sentence(
                "in another terminal, as root: its shell is inside", "en otro terminal, como root: su shell está dentro"
            )
            let words = engine == .lxd ? "lxc exec \(names.first) sh" : "sh \(Recipe.box(of: names.first))/enter sh"
            lines.append(ByHand.Line(words, note: note))
        }
        return lines.map(spelled)
    }

    /// The options as a person types them, with a blank behind each.
    func typedOptions(joining first: String? = nil) -> String {
        words(forSecondOf: first).map { Command.quoted($0) + " " }.joined()
    }

    private func folder() -> [ByHand.Line] {
        let asRoot = Sentence("as root", "como root")
        var made = [ByHand.Line("mkdir -p ~/datos; chmod 777 ~/datos", note: asRoot)]
        if remapsUsers { made.insert(Self.remappingDaemon, at: 0) }
        guard let driver = value(of: .storage) else { return made }
        let create = "lxc storage create \(Self.ownPool) \(driver)"
        guard value(of: .storageSource) != nil else { return made + [ByHand.Line(create)] }
        return made + [
            ByHand.Line("truncate -s 512M disco.img; losetup --find --show $PWD/disco.img", note: asRoot),
            ByHand.Line(
                create + " source=/dev/loop…",
                note: Sentence(
                    "the device that losetup has named; a disk or a partition will do as well",
                    "el dispositivo que ha dicho losetup; también vale un disco o una partición")),
        ]
    }

    /// The lines that launch one container of the scenario.
    func launch(_ name: String, isDetached: Bool, joining first: String? = nil) -> [ByHand.Line] {
        let words = typedOptions(joining: first)
        switch engine {
        case .docker:
            let terminal = value(of: .terminal) == "false" ? "i" : "it"
            let rm = value(of: .removal) == "false" ? "" : " --rm"
            let run = "docker run -\(isDetached ? "d" : "")\(terminal)\(rm) -v ~/datos:/data --name \(name) \(words)"
            let note = isDetached ? nil : Sentence("its shell is inside", "su shell está dentro")
            return [ByHand.Line(run + "curlimages/curl sh", note: note)]
        case .kernel:
            return [ByHand.Line("lab recipe --name=\(name) --data ~/datos '\(self)' >recipe.sh; sh -e recipe.sh")]
        case .lxd:
            let pool = value(of: .storage).map { _ in "--storage \(Self.ownPool) " } ?? ""
            let shift = value(of: .shift).map { " shift=\($0)" } ?? ""
            return [
                ByHand.Line("lxc launch images:alpine/3.13 \(name) \(pool)\(words)".trimmed),
                ByHand.Line("lxc config device add \(name) compartido disk source=~/datos path=/data\(shift)"),
            ].map(spelled)
        }
    }

    private func pid(_ variable: String, of name: String) -> ByHand.Line {
        switch engine {
        case .docker: ByHand.Line("\(variable)=$(docker inspect -f '{{.State.Pid}}' \(name))")
        case .lxd: ByHand.Line("\(variable)=$(lxc info \(name) | awk '/^PID:/ {print $2}')")
        case .kernel: ByHand.Line("\(variable)=$(cut -d' ' -f1 \(Recipe.box(of: name))/pid)")
        }
    }

    /// The line with the sheet's other folder for LXD's containers, and with the client's own name.
    func spelled(_ line: ByHand.Line) -> ByHand.Line {
        guard engine == .lxd else { return line }
        var line = line
        line.command = LXDFamily.current.spelling(line.command.replacing("~/datos", with: "~/.datos"))
        return line
    }
}
