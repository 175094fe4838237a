internal import Host

extension Footprint {
    /// What distinguishes two footprints of a host.
    package struct Difference: Sendable, Equatable {
        /// What is there and was not before, in the order of the lines.
        package var added: [Thing]
        /// What was there before and is not any more.
        package var removed: [Thing]

        /// Whether nothing has changed.
        package var isEmpty: Bool { added.isEmpty && removed.isEmpty }

        /// A line for each thing, beginning with `+` or `-`.
        package var text: String {
            (added.map { "+ " + $0.line } + removed.map { "- " + $0.line }).joined(separator: "\n")
        }

        /// What may be a run's doing that has come to its end; what is left out is other runs' and other people's.
        ///
        /// A setting that was kept as other runs' daemons had made it goes back with the last run that uses them.
        package var ours: Difference {
            let kept = Set(removed.lazy.filter { $0.kind == .setting && $0.whose == .kept }.map(\.name))
            return Difference(
                added: added.filter { $0.mayBeLeft && !($0.kind == .setting && kept.contains($0.name)) },
                removed: removed.filter(\.mayBeTakenAway))
        }
    }

    /// What has changed since an earlier footprint.
    package func difference(since earlier: Footprint) -> Difference {
        // What has only changed hands, as private daemons do between runs, is there as before.
        let (before, after) = (Set(earlier.things.map(\.unclaimed)), Set(things.map(\.unclaimed)))
        return Difference(
            added: things.filter { !before.contains($0.unclaimed) }.sorted(),
            removed: earlier.things.filter { !after.contains($0.unclaimed) }.sorted())
    }
}

extension Footprint.Thing {
    /// Whether a run that has come to its end may have left it: what nobody claims counts, rather than being overlooked.
    var mayBeLeft: Bool {
        switch whose {
        case .run(let owner): !owner.isAlive
        case .harness, .nobody: true
        case .kept, .other: false
        }
    }

    /// Whether a run may have taken it away that should not have: a daemon, what is ours in it, somebody's rule.
    ///
    /// What a dead run or an engine left behind may go. A setting that changes is there with another value.
    var mayBeTakenAway: Bool {
        switch kind {
        case .engine, .network, .pool, .profile: whose == .harness
        case .firewall: whose == .nobody
        default: false
        }
    }
}

extension Footprint {
    /// What has changed since an earlier footprint; of what may be a run's only what stays so.
    ///
    /// Engines take a while to remove what they were told to, and others make and remove things meanwhile: what counts
    /// is there at every look until the deadline.
    package static func lasting(since earlier: Footprint, within deadline: Duration = .seconds(6)) throws -> Difference
    {
        var all = try now().difference(since: earlier)
        var ours = all.ours
        do {
            try waitFor("no difference of ours", within: deadline) {
                if ours.isEmpty { return .met(()) }
                all = try now().difference(since: earlier)
                ours.added.removeAll { !all.ours.added.contains($0) }
                ours.removed.removeAll { !all.ours.removed.contains($0) }
                return .notYet("\(ours.added.count + ours.removed.count)")
            }
        } catch is ConditionFailure {}
        all.added.removeAll { $0.mayBeLeft && !ours.added.contains($0) }
        all.removed.removeAll { $0.mayBeTakenAway && !ours.removed.contains($0) }
        return all
    }
}
