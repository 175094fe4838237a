internal import Foundation

/// The findings of `lab doctor` about this machine.
package enum Examination {
    /// One line of the findings.
    package struct Finding: Sendable, Equatable {
        /// The thing examined.
        package var subject: Sentence
        /// The result.
        package var finding: Sentence
        /// The advice, if something is lacking.
        package var advice: Sentence?
    }

    /// The findings, in the order in which a person would look, given the engines' answers.
    package static func findings(_ answers: [Engine: EngineAnswer]) -> [Finding] {
        let answers = Engine.allCases.compactMap { engine in answers[engine].map { (engine, $0) } }
        let engines = answers.map { engine($0.0, $0.1) }
        return [system(), user(), cgroups()] + engines + [forwarding(answers)].compactMap(\.self) + programs(answers)
    }

    private static func system() -> Finding {
        let release = try? OSRelease(parsing: TextFile.read("/etc/os-release").text)
        let kernel = (try? TextFile.read("/proc/sys/kernel/osrelease").text.trimmed) ?? "unknown"
        let line = "\(release?.prettyName ?? "Linux"), kernel \(kernel)"
        return Finding(subject: Sentence("system", "sistema"), finding: Sentence(line, Portrait.spanish(line)))
    }

    private static func user() -> Finding {
        let subject = Sentence("user", "usuario")
        if geteuid() == 0 { return Finding(subject: subject, finding: .same("root")) }
        return Finding(
            subject: subject, finding: .same("UID \(geteuid())"),
            advice: Sentence(
                "Run as root what looks at containers from the host: freezer, mounts, other users' processes.",
                "Ejecute como root lo que mira los contenedores desde el anfitrión: freezer, montajes, procesos de otros."
            ))
    }

    private static func cgroups() -> Finding {
        do {
            let version = try CgroupHierarchies.current().hierarchies.version.rawValue
            let finding = Sentence(version, version == "hybrid" ? "híbrido" : version)
            return Finding(subject: .same("cgroups"), finding: finding)
        } catch {
            return Finding(
                subject: .same("cgroups"), finding: Sentence("not mounted", "sin montar"),
                advice: Sentence(
                    "Mount the cgroups under /sys/fs/cgroup.", "Monte los grupos de control en /sys/fs/cgroup."))
        }
    }

    private static func engine(_ engine: Engine, _ answer: EngineAnswer) -> Finding {
        let subject = Sentence.same(engine.rawValue)
        switch answer {
        case .version(let version, let place):
            let family = engine.title == "Incus" ? "Incus " : ""
            return Finding(
                subject: subject,
                finding: Sentence(
                    "\(family)version \(version), \(place.english)", "\(family)versión \(version), \(place.spanish)"))
        case .silence(let reason, _):
            return Finding(
                subject: subject,
                finding: Sentence("does not answer: \(reason.english)", "no responde: \(reason.spanish)"),
                advice: engine.advice(on: answer))
        case .noCommand(let program):
            return Finding(
                subject: subject,
                finding: Sentence("there is no command \(program)", "no existe el mandato \(program)"),
                advice: engine.advice(on: answer))
        }
    }

    /// A finding if the firewall drops packets from LXD's bridge: no test fails, but downloads in its containers do.
    private static func forwarding(_ answers: [(Engine, EngineAnswer)]) -> Finding? {
        guard answers.contains(where: { $0.0 == .lxd && $0.1.isThere }), geteuid() == 0,
            let bridge = try? LXD().defaultBridge(), let rules = try? FirewallRules.current(),
            rules.drops(forwardedFrom: bridge)
        else { return nil }
        return Finding(subject: Sentence("firewall", "cortafuegos"), finding: Forwarding.advice(for: bridge))
    }

    private static func programs(_ answers: [(Engine, EngineAnswer)]) -> [Finding] {
        func answered(_ engine: Engine) -> Bool { answers.contains { $0.0 == engine && $0.1.isThere } }
        if !answered(.lxd) { Packages.settleFamily() }
        let needs = ProgramNeed.all(dockerAnswers: answered(.docker), lxdAnswers: answered(.lxd))
        let missing = needs.filter { !$0.isThere }
        let optional = (ProgramNeed.optional + [ProgramNeed.guesser]).filter { !$0.isThere }
        var findings = missing.map { need in
            Finding(
                subject: .same(need.program),
                finding: Sentence(
                    "missing, needed to \(need.purpose.english)", "falta, y sirve para \(need.purpose.spanish)"))
        }
        if missing.isEmpty {
            findings.append(
                Finding(subject: Sentence("programs", "programas"), finding: Sentence("all there", "están todos")))
        } else {
            findings[findings.count - 1].advice = Packages.advice(for: missing)
        }
        return findings
            + optional.map { need in
                Finding(
                    subject: .same(need.program),
                    finding: Sentence(
                        "missing, needed only to \(need.purpose.english) (package \(need.packages[0]))",
                        "falta, y solo sirve para \(need.purpose.spanish) (paquete \(need.packages[0]))"))
            }
    }
}
