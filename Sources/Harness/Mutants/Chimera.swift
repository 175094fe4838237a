/// A container made of two: probes read the kernel's record of one, and run commands in the other.
///
/// It is the mutant of a probe, with one witness falsified and the other not. If the two containers differ in a fact,
/// the probe may find no value.
package struct Chimera: Sendable {
    /// The witness that looks at the wrong container.
    package enum Falsified: String, Sendable, CaseIterable {
        case record, operation
    }

    /// The scenario that is combined with the bare one of its engine.
    package let scenario: Scenario
    /// A line of the shell that its containers' root runs before they are looked at.
    package let preparation: String?
    /// The facts in which it differs from the bare scenario.
    package let facts: [String]

    package init(_ scenario: String, preparedBy preparation: String? = nil, _ facts: [String]) {
        do { self.scenario = try Scenario(parsing: scenario) } catch { preconditionFailure("\(error)") }
        (self.preparation, self.facts) = (preparation, facts)
    }

    /// The result of a fact's probe.
    package enum Finding: Sendable, Equatable {
        /// No value, with either witness falsified.
        case noValue
        /// A value although that witness was falsified.
        case value(Value, Falsified)
        /// No test at all, because both containers have this value.
        case sameValue(Value)
    }

    /// The part of the usual deadlines that a falsified witness gets, because it waits in vain.
    private static let haste = 0.02

    /// Tries the probe of each of the facts, or only of the wanted ones.
    package func findings(
        _ isWanted: (String) -> Bool = { _ in true }, _ report: (String, Finding) -> Void
    ) throws {
        let bare = Scenario(engine: scenario.engine, options: [])
        let scenes = [bare, scenario].map { scenario in { try Scenes.shared.freshScene(for: scenario) } }
        let (one, other) = try (scenes[0](), prepared(scenes[1]()))
        defer { for scene in [one, other] { Scenes.shared.discard(scene) } }
        for fact in Catalogue.facts where facts.contains(fact.id) && isWanted(fact.id) {
            report(fact.id, try fact.effect > .reads ? used(fact, scenes) : find(fact, one, other))
        }
    }

    private func prepared(_ scene: Scene) throws -> Scene {
        guard let preparation else { return scene }
        let (first, second) = try scene.pair()
        for container in [first, second] { try container.runShell(preparation, user: scene.root).orThrow() }
        return scene
    }

    /// The same with new scenes each time, for a fact that uses them up.
    private func used(_ fact: Fact, _ make: [() throws -> Scene]) throws -> Finding {
        let scenes = try (0..<3).map { _ in (try make[0](), try prepared(make[1]())) }
        defer { for scene in scenes.flatMap({ [$0.0, $0.1] }) { Scenes.shared.discard(scene) } }
        let values = try [fact.probe(scenes[0].0).value, fact.probe(scenes[0].1).value]
        if values[0] == values[1] { return .sameValue(values[0]) }
        for (falsified, (one, other)) in zip(Falsified.allCases, scenes.dropFirst()) {
            if let value = try value(of: fact, falsified, one, other) { return .value(value, falsified) }
        }
        return .noValue
    }

    private func find(_ fact: Fact, _ one: Scene, _ other: Scene) throws -> Finding {
        let values = try [fact.probe(one).value, fact.probe(other).value]
        if values[0] == values[1] { return .sameValue(values[0]) }
        for falsified in Falsified.allCases {
            if let value = try value(of: fact, falsified, one, other) { return .value(value, falsified) }
        }
        return .noValue
    }

    /// The value found with one witness falsified; nil if there is none, as there should be.
    private func value(of fact: Fact, _ falsified: Falsified, _ one: Scene, _ other: Scene) throws -> Value? {
        let (record, operation) = falsified == .record ? (other, one) : (one, other)
        let chimera = try Scene(record: record, operation: operation)
        // A probe that looks in the wrong place for a process that it has started leaves it behind.
        let containers = try [record.pair(), operation.pair()].flatMap { [$0.first, $0.second] }
        let present = try containers.map { Set(try $0.ownCgroup("pids").processes()) }
        defer { for (container, known) in zip(containers, present) { container.end(allBut: known) } }
        return try Patience.$haste.withValue(Self.haste) {
            do { return try fact.probe(chimera).value } catch let error where !(error is Lacking) { return nil }
        }
    }
}

extension Scene {
    /// A scene whose containers have the PIDs of one scene's and the names of another's.
    package convenience init(record: Scene, operation: Scene) throws {
        let (records, operations, folder) = (try record.pair(), try operation.pair(), try operation.folder)
        self.init(
            operation.scenario, image: operation.image, folder: folder,
            first: operations.first.withRecord(of: records.first),
            second: operations.second.withRecord(of: records.second))
    }
}

extension Container {
    /// Ends the processes in its cgroup that are not among those known.
    fileprivate func end(allBut known: Set<Int32>) {
        let left = (try? ownCgroup("pids").processes())?.filter { !known.contains($0) } ?? []
        if !left.isEmpty { _ = try? Command("kill", ["-KILL"] + left.map(String.init)).run() }
    }

    fileprivate func withRecord(of other: Container) -> Container {
        Container(engine: engine, name: name, id: other.id, pid: other.pid, driver: driver)
    }
}
