/// A shell that was opened in a container, or in a place of which nothing can be shown.
struct OpenShell {
    /// Nil for a place of another engine, or within a container.
    var container: ShownContainer?
    var account = TerminalRun.Account.usual
    /// Whether `su` opened it.
    var isOfUser = false
    /// The prompt at which it was opened.
    var opener: Prompt?

    var isForeign: Bool { container == nil }
}

/// The engines that the sheet does not have, and what makes an engine another one than it seems.
extension TranscriptReader {
    /// The programs that open shells in containers of other engines, or in single namespaces.
    static let foreign: Set<String> = [
        "podman", "nerdctl", "ctr", "crictl", "kubectl", "oc", "minikube", "buildah", "singularity", "apptainer",
        "distrobox", "toolbox", "docker-compose", "podman-compose", "lxc-attach", "lxc-execute", "lxc-console",
        "systemd-nspawn", "machinectl", "chroot", "unshare", "nsenter",
    ]

    /// Notes a shell of another engine, or of an engine in a container: nothing that is typed there is shown.
    mutating func enterForeign(_ run: TerminalRun) -> Bool {
        if run.program == "docker-compose" { hasUnseenLaunches = true }
        let words = run.words.dropFirst()
        let last = words.last?.split(separator: "/").last.map(String.init) ?? ""
        let isShell = ["sh", "bash", "ash", "dash", "zsh"].contains(last)
        let isEntered = words.contains { ["enter", "shell", "attach"].contains($0) }
        let isRun = words.contains { ["run", "exec", "start"].contains($0) }
        let isInteractive = words.contains { word in
            ["--interactive", "--tty"].contains(word)
                || word.hasPrefix("-") && word.count < 5 && word.contains { "it".contains($0) }
        }
        let openers = ["lxc-attach", "lxc-console", "chroot", "systemd-nspawn", "unshare"]
        let isOpener = openers.contains(run.program) && run.filled.isEmpty
        // The places of nsenter come last if no program does.
        let isBare = run.program == "nsenter" && (last.hasPrefix("-") || last.allSatisfy { $0.isNumber || $0 == "$" })
        if isShell || isEntered || isRun && isInteractive || isBare || isOpener { shells.append(OpenShell()) }
        return true
    }

    /// Notes what makes an engine another one than it seems, or its containers another machine's.
    mutating func noteLosses(_ entry: TerminalEntry, _ line: ShellLine) {
        let names = ["Emulate Docker CLI using podman", "Podman Engine", "podman version", "\"userns-remap\""]
        let isOther = entry.output.prefix(200).contains { line in names.contains(where: line.text.contains) }
        let isAlias = entry.command.contains("alias docker") && !entry.command.contains("sudo docker")
        let marks = [
            "podman-docker", "podman /", "DOCKER_HOST=", "docker-machine env", "docker-env", "dockerd-rootless",
            "userns-remap",
        ]
        if isOther || isAlias || marks.contains(where: entry.command.contains) { lost.insert(.docker) }
        for part in line.parts {
            let words = part.words.drop { $0 == "sudo" }
            let isSwitched = words.dropFirst().starts(with: ["remote", "switch"]) && words.last != "local"
            // A launch may read its settings from a file.
            let isOfFile = part.isPiped || entry.command.contains("<") && !entry.command.contains(">")
            let isLaunch =
                ["lxc", "incus"].contains(words.first) && ["launch", "init"].contains(words.dropFirst().first)
            if isSwitched || isLaunch && isOfFile { lost.insert(.lxd) }
            guard words.first == "docker" else { continue }
            noteImages(words.dropFirst())
            let options = words.dropFirst().prefix { $0.hasPrefix("-") }
            let isElsewhere = options.contains { option in
                ["-H", "-c", "--host", "--context"].contains { option.hasPrefix($0) }
            }
            let isSwitch = words.dropFirst().starts(with: ["context", "use"]) && words.last != "default"
            if isElsewhere || isSwitch { lost.insert(.docker) }
        }
    }

    /// Notes that an image has the name of the sheet's and is the student's own.
    private mutating func noteImages(_ words: ArraySlice<String>) {
        guard let verb = words.drop(while: { $0 == "image" || $0 == "container" || $0 == "buildx" }).first else {
            return
        }
        let names = verb == "build" ? words[...] : ["commit", "tag", "import"].contains(verb) ? words.suffix(1) : []
        if names.contains(where: { $0.contains("curlimages/curl") }) { hasOwnImage = true }
    }

    /// The scenario of a container whose launch no transcript shows; nil if it may have had options.
    func unseen(_ engine: Engine) -> Scenario? {
        engine == .docker && hasUnseenLaunches ? nil : .bare(engine)
    }
}
