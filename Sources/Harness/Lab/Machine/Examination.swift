internal import Foundation

/// The findings of `lab doctor` about this machine.
package enum Examination {
    /// One line of the findings.
    package struct Finding: Sendable, Equatable {
        /// The thing examined.
        package var subject: String
        /// The result.
        package var finding: String
        /// The advice, if something is lacking.
        package var advice: String?
    }

    /// The findings, in the order in which a person would look, given the engines' answers.
    package static func findings(_ answers: [Engine: EngineAnswer]) -> [Finding] {
        let answers = Engine.allCases.compactMap { engine in answers[engine].map { (engine, $0) } }
        let engines = answers.map { engine($0.0, $0.1) }
        return [system(), user(), cgroups()] + engines + [forwarding(answers)].compactMap(\.self) + programs(answers)
    }

    private static func system() -> Finding {
        let release = try? OSRelease(parsing: KernelFile.read("/etc/os-release").text)
        let kernel = (try? KernelFile.read("/proc/sys/kernel/osrelease").text.trimmed) ?? "unknown"
        return Finding(subject: "system", finding: "\(release?.prettyName ?? "Linux"), kernel \(kernel)")
    }

    private static func user() -> Finding {
        if geteuid() == 0 { return Finding(subject: "user", finding: "root") }
        return Finding(
            subject: "user", finding: "UID \(geteuid())",
            advice: "Run as root what looks at containers from the host: freezer, mounts, other users' processes.")
    }

    private static func cgroups() -> Finding {
        do {
            return Finding(subject: "cgroups", finding: try CgroupHierarchies.current().hierarchies.version.rawValue)
        } catch {
            return Finding(
                subject: "cgroups", finding: "not mounted", advice: "Mount the cgroups under /sys/fs/cgroup.")
        }
    }

    private static func engine(_ engine: Engine, _ answer: EngineAnswer) -> Finding {
        switch answer {
        case .version(let version, let place):
            Finding(
                subject: engine.rawValue,
                finding: (engine.title == "Incus" ? "Incus " : "") + "version \(version), \(place)")
        case .silence(let reason, _):
            Finding(subject: engine.rawValue, finding: "does not answer: \(reason)", advice: engine.advice(on: answer))
        case .noCommand(let program):
            Finding(
                subject: engine.rawValue, finding: "there is no command \(program)", advice: engine.advice(on: answer))
        }
    }

    /// A finding if the firewall drops packets from LXD's bridge: no test fails, but downloads in its containers do.
    private static func forwarding(_ answers: [(Engine, EngineAnswer)]) -> Finding? {
        guard answers.contains(where: { $0.0 == .lxd && $0.1.isThere }), geteuid() == 0,
            let bridge = try? LXD().defaultBridge(), let rules = try? FirewallRules.current(),
            rules.drops(forwardedFrom: bridge)
        else { return nil }
        return Finding(subject: "firewall", finding: Forwarding.advice(for: bridge))
    }

    private static func programs(_ answers: [(Engine, EngineAnswer)]) -> [Finding] {
        func answered(_ engine: Engine) -> Bool { answers.contains { $0.0 == engine && $0.1.isThere } }
        let needs = ProgramNeed.all(dockerAnswers: answered(.docker), lxdAnswers: answered(.lxd))
        let missing = needs.filter { !$0.isThere }
        let optional = ProgramNeed.optional.filter { !$0.isThere }
        var findings = missing.map { need in
            Finding(subject: need.program, finding: "missing, needed to \(need.purpose)")
        }
        if missing.isEmpty {
            findings.append(Finding(subject: "programs", finding: "all there"))
        } else {
            findings[findings.count - 1].advice = Packages.advice(for: missing)
        }
        return findings
            + optional.map { need in
                Finding(
                    subject: need.program,
                    finding: "missing, needed only to \(need.purpose) (package \(need.packages[0]))")
            }
    }
}
