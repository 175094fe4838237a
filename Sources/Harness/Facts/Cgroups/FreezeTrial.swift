/// A trial that freezes a container with a counter, while a sibling goes on counting.
struct FreezeTrial {
    let freezer: Freezer
    private let counter: Counter
    private let sibling: Counter

    /// Starts the counters in both containers, and sees them count.
    static func start(in scene: Scene) throws -> FreezeTrial { try FreezeTrial(in: scene) }

    private init(in scene: Scene) throws {
        let (first, second) = try scene.pair()
        freezer = Freezer(try first.ownCgroup("freezer"))
        counter = try Counter.start(in: first)
        sibling = try Counter.start(in: second)
    }

    /// Freezes and thaws, and observes whether that had an effect.
    ///
    /// The kernel's file must say that all is frozen (FREEZING is not FROZEN). The counter must stand still while the
    /// sibling's advances, however long that takes, and move again afterwards.
    func observe(
        freeze: () throws -> Evidence, thaw: () throws -> Evidence, values: (effect: Value, none: Value)
    ) throws -> Observation {
        defer {
            try? counter.stop()
            try? sibling.stop()
        }
        try counter.advance(by: 3)
        var evidence: [Evidence] = []
        do {
            evidence.append(try freeze())
            let frozen = try settled()
            let start = try counter.count()
            let sibling = try (sibling.count(), self.sibling.advance(by: 20))
            let end = try counter.count()
            evidence.append(contentsOf: frozen.files.map(Evidence.file))
            evidence.append(
                .seen(
                    Sentence(
                        "\(start) → \(end) in the container, while its sibling counts \(sibling.0) → \(sibling.1)",
                        "\(start) → \(end) en el contenedor, mientras su hermano cuenta \(sibling.0) → \(sibling.1)")))

            if frozen.state == .thawed && start != end {
                return try Observation(
                    Witness("the freezer's file", "el fichero del freezer", says: values.none, evidence),
                    Witness("the counters", "los contadores", says: values.none, evidence.filter(\.isSeen)))
            }

            evidence.append(try thaw())
            let thawed = try waitFor(
                Sentence(
                    "the freezer to say that the container is thawed",
                    "que el freezer diga que el contenedor está descongelado")
            ) {
                let now = try freezer.state()
                return now.state == .thawed ? .met(now) : .notYet(.same("\(now.state)"))
            }
            let resumed = try counter.advance(by: 3)
            evidence.append(contentsOf: thawed.files.map(Evidence.file))
            evidence.append(
                .seen(
                    Sentence(
                        "thawed, it counts on: \(end) → \(resumed)",
                        "descongelado, sigue contando: \(end) → \(resumed)")))
            return try Observation(
                Witness(
                    "the freezer's file", "el fichero del freezer",
                    says: frozen.state == .frozen ? values.effect : values.none, evidence),
                Witness(
                    "the counters", "los contadores", says: start == end ? values.effect : values.none,
                    evidence.filter(\.isSeen)))
        } catch {
            try? freezer.thaw()
            throw error
        }
    }

    /// The freezer's state once it is not FREEZING any more.
    ///
    /// If processes start others meanwhile, v1 may stay FREEZING for good: then one must freeze again, or thaw and
    /// freeze again (kernel: freezer-subsystem).
    private func settled() throws -> (state: FreezerState, files: [TextFile]) {
        var looks = 0
        return try waitFor(
            Sentence(
                "the freezer to be frozen or thawed, not freezing",
                "que el freezer esté congelado o descongelado, no congelando")
        ) {
            let now = try freezer.state()
            if now.state != .freezing { return .met(now) }
            looks += 1
            if !freezer.cgroup.isUnified {
                if looks % 16 == 0 { try freezer.thaw() }
                try freezer.freeze()
            }
            return .notYet(Sentence("freezing", "congelando"))
        }
    }
}

extension Evidence {
    /// Whether the harness saw it by itself.
    var isSeen: Bool { if case .seen = self { true } else { false } }
}
