extension Footprint {
    /// The difference between two footprints of a host.
    package struct Difference: Sendable, Equatable {
        /// The things that are there now and were not before, in the order of the lines.
        package var added: [Thing]
        /// The things that were there before and are not any more.
        package var removed: [Thing]

        /// Whether nothing has changed.
        package var isEmpty: Bool { added.isEmpty && removed.isEmpty }

        /// A line for each thing, beginning with `+` or `-`.
        package var text: String {
            (added.map { "+ " + $0.line } + removed.map { "- " + $0.line }).joined(separator: "\n")
        }

        /// The part that may come from runs that have ended, without things of other runs and other people.
        ///
        /// A setting that was kept for other runs' daemons goes back with the last run that uses them.
        package var ours: Difference {
            let kept = Set(removed.lazy.filter { $0.kind == .setting && $0.whose == .kept }.map(\.name))
            return Difference(
                added: added.filter { $0.mayBeLeft && !($0.kind == .setting && kept.contains($0.name)) },
                removed: removed.filter(\.mayBeTakenAway))
        }
    }

    /// The changes since an earlier footprint.
    package func difference(since earlier: Footprint) -> Difference {
        // A thing that has only another claimant now, as private daemons have between runs, has not changed.
        let (before, after) = (Set(earlier.things.map(\.unclaimed)), Set(things.map(\.unclaimed)))
        return Difference(
            added: things.filter { !before.contains($0.unclaimed) }.sorted(),
            removed: earlier.things.filter { !after.contains($0.unclaimed) }.sorted())
    }
}

extension Footprint.Thing {
    /// Whether a run that has ended may have left it; a thing without a claimant counts, so that no leak is missed.
    var mayBeLeft: Bool {
        switch whose {
        case .run(let owner): !owner.isAlive
        case .harness, .nobody: true
        case .kept, .other: false
        }
    }

    /// Whether a run may have taken it away by mistake: a daemon, our things in it, somebody's rule.
    ///
    /// Things left by a dead run or an engine may go. A setting that changes is still there, with another value.
    var mayBeTakenAway: Bool {
        switch kind {
        case .engine, .network, .pool, .profile: whose == .harness
        case .firewall: whose == .nobody
        default: false
        }
    }
}

extension Footprint {
    /// The changes since an earlier footprint; those that may be a run's only if they last.
    ///
    /// Engines need time to remove things, and others make and remove things meanwhile: a change counts if every look
    /// until the deadline shows it.
    package static func lasting(since earlier: Footprint, within deadline: Duration = .seconds(6)) throws -> Difference
    {
        var all = try now().difference(since: earlier)
        var ours = all.ours
        do {
            try waitFor(.same("no difference of ours"), within: deadline) {
                if ours.isEmpty { return .met(()) }
                all = try now().difference(since: earlier)
                ours.added.removeAll { !all.ours.added.contains($0) }
                ours.removed.removeAll { !all.ours.removed.contains($0) }
                return .notYet(.same("\(ours.added.count + ours.removed.count)"))
            }
        } catch is ConditionFailure {}
        all.added.removeAll { $0.mayBeLeft && !ours.added.contains($0) }
        all.removed.removeAll { $0.mayBeTakenAway && !ours.removed.contains($0) }
        return all
    }
}
