/// A shell inside the container that forks until it is refused, or often enough; the limit is restored afterwards.
struct ForkTrial {
    /// The limit in force while the shell forked, with its file.
    let limit: PidsLimit
    let limitFile: TextFile
    /// How many forks succeeded.
    let succeeded: Int
    /// Whether one was refused.
    let refused: Bool
    /// How many refusals `pids.events` counted meanwhile.
    let refusals: UInt64
    /// The number of processes after the last fork that succeeded.
    let reached: UInt64
    /// The commands that were run, and the files that were read.
    let evidence: [Evidence]

    /// The number of forks that is enough if no limit is seen.
    private static let enough = 64

    /// Starts a shell, lets the caller set a limit, given the number of processes, and then lets the shell fork.
    ///
    /// The shell starts before the limit is set: `docker exec` itself needs a dozen threads in the container's cgroup.
    package static func run(in container: Container, setLimit: (PidsController, UInt64) throws -> Evidence) throws
        -> ForkTrial
    {
        let controller = PidsController(try container.ownCgroup("pids"))
        let before = try controller.limit().limit
        let present = Set(try container.processes())
        let script = """
            read -r go; n=0
            while [ $n -lt \(count(before)) ]; do sleep 900 </dev/null >/dev/null 2>&1 & n=$((n+1)); echo forked-$n; done
            echo forked-all; read -r gone; wait
            """
        let shell = try container.shell("echo ready\n" + script, interactive: true).start()
        _ = try shell.read(until: "ready")
        let current = try quiet(controller)
        defer {
            try? controller.setLimit(before)
            let made = (try? container.processes().filter { !present.contains($0) }) ?? []
            // The shell, if it was not refused, is their parent, and leaves no zombies.
            end(made.filter { pid in (try? ProcessStat.of(process: "\(pid)").stat.parent).map(made.contains) ?? false })
            shell.type("gone")
            _ = try? waitFor(.same("the shell's end"), within: .seconds(5)) {
                shell.isRunning ? .notYet(.same("it waits")) : .met(())
            }
            shell.end()
            end(try? container.processes().filter { !present.contains($0) })
            // The next trial counts the processes; in LXD it uses the same container, where an init reaps the dead.
            if container.engine == .lxd {
                _ = try? waitFor(
                    Sentence("the forks to be gone", "que desaparezcan las bifurcaciones"), within: .seconds(10)
                ) {
                    let count = try controller.current().count
                    return count <= current ? .met(()) : .notYet(Sentence("\(count) processes", "\(count) procesos"))
                }
            }
        }

        let set = try setLimit(controller, current)
        return try ForkTrial(of: shell, in: container, controller, set, current)
    }

    /// Lets the shell fork under the limit that is set; `current` is the number of processes before.
    private init(
        of shell: RunningCommand, in container: Container, _ controller: PidsController, _ set: Evidence,
        _ current: UInt64
    ) throws {
        (limit, limitFile) = try controller.limit()
        let counted = try Self.refusals(controller.cgroup.directory)
        shell.type("go")
        let printed = try waitFor(
            Sentence(
                "the shell in \(container.name) to be refused a fork, or to have had enough",
                "que al shell de \(container.name) se le niegue un fork, o le basten los hechos")
        ) {
            let isRunning = shell.isRunning
            let soFar = shell.textSoFar
            return soFar.contains("forked-all") || !isRunning || soFar.saysRefused
                ? .met(soFar) : .notYet(.same(soFar.suffix(60).description))
        }
        let events = try Self.refusals(controller.cgroup.directory)
        succeeded =
            printed.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("forked-") && $0 != "forked-all" }.count
        // The shell that was refused a fork has ended since.
        reached = current + UInt64(succeeded)
        refused = printed.saysRefused
        refusals = events.count - min(counted.count, events.count)
        guard refused || printed.contains("forked-all") else {
            throw ProbeFailure(
                "the shell neither forked on nor was refused", "el shell ni siguió bifurcándose ni se le negó",
                [.seen(.same("$ \(shell.command.line)\n\(printed)"))])
        }
        let last = printed.split(whereSeparator: \.isNewline).suffix(2).joined(separator: "\n")
        evidence = [
            set, .seen(.same("$ \(shell.command.line)\n…\n\(last)")),
            .seen(
                Sentence(
                    "\(current) processes before; \(succeeded) forks succeeded, which makes \(reached)",
                    "\(current) procesos antes; \(succeeded) bifurcaciones con éxito, que hacen \(reached)")),
            .seen(.same(events.files.map { "\($0.path): \($0.text.trimmed)" }.joined(separator: "\n"))),
        ]
    }

    /// The limit that the forks show beside the recorded one, if none was refused.
    func confirms(_ recorded: Value) -> Value {
        switch recorded {
        case .unlimited: .unlimited
        case .number(let limit) where limit > reached: recorded
        default: .text("at least \(reached)")
        }
    }

    /// The refusals counted by the cgroup and all below it: before 6.11 a kernel counts where the process is, not where
    /// the limit is.
    private static func refusals(_ folder: String) throws -> (count: UInt64, files: [TextFile]) {
        let file = try TextFile.read(folder + "/pids.events")
        var (count, files) = (try PidsController.refusals(parsing: file.text), [file])
        for name in try TextFile.names(in: folder) where TextFile.exists("\(folder)/\(name)/pids.events") {
            let below = try refusals("\(folder)/\(name)")
            count += below.count
            files += below.files
        }
        return (count, files)
    }

    private static func count(_ limit: PidsLimit) -> Int {
        if case .limit(let number) = limit, number <= 256 { Int(number) + 8 } else { enough }
    }

    /// The number of processes once the engine's helpers have ended: five looks that find the same.
    private static func quiet(_ controller: PidsController) throws -> UInt64 {
        var seen: [UInt64] = []
        return try waitFor(
            Sentence("the number of processes to stand still", "que se estabilice el número de procesos")
        ) {
            seen.append(try controller.current().count)
            return seen.count >= 5 && Set(seen.suffix(5)).count == 1
                ? .met(seen[seen.count - 1]) : .notYet(.same("\(seen.suffix(5))"))
        }
    }

    private static func end(_ pids: [Int32]?) {
        guard let pids, !pids.isEmpty else { return }
        _ = try? Command("kill", ["-KILL"] + pids.map(String.init)).run()
    }
}

extension String {
    /// Whether a shell says that it cannot fork: BusyBox's `can't fork: …`, dash's `Cannot fork`, bash's `fork: retry: …`.
    fileprivate var saysRefused: Bool { contains("fork: ") || contains("Cannot fork") }
}
