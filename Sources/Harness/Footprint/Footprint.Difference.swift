extension Footprint {
    /// What distinguishes two footprints of a host.
    public struct Difference: Sendable, Equatable {
        /// What is there and was not before, in the order of the lines.
        public var added: [Thing]
        /// What was there before and is not any more.
        public var removed: [Thing]

        /// Whether nothing has changed.
        public var isEmpty: Bool { added.isEmpty && removed.isEmpty }

        /// A line for each thing, beginning with `+` or `-`.
        public var text: String {
            (added.map { "+ " + $0.line } + removed.map { "- " + $0.line }).joined(separator: "\n")
        }

        /// What may be a run's doing that has come to its end; what is left out is other runs' and other people's.
        public var ours: Difference {
            Difference(added: added.filter(\.mayBeLeft), removed: removed.filter(\.mayBeTakenAway))
        }
    }

    /// What has changed since an earlier footprint.
    public func difference(since earlier: Footprint) -> Difference {
        Difference(
            added: things.subtracting(earlier.things).sorted(),
            removed: earlier.things.subtracting(things).sorted())
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

    /// Whether a run may have taken it away, or ended it, that should not have.
    ///
    /// What a dead run or an engine left behind may go. A setting or a rule that changes is there in another form.
    var mayBeTakenAway: Bool { whose == .harness || (kind == .firewall && whose == .nobody) }
}

extension Footprint {
    /// What has changed since an earlier footprint and stays so: engines take a while to remove what they were told to.
    public static func lasting(since earlier: Footprint, within deadline: Duration = .seconds(5)) throws -> Difference {
        var last = Difference(added: [], removed: [])
        do {
            return try waitFor("no difference of ours", within: deadline) {
                last = try now().difference(since: earlier)
                return last.ours.isEmpty ? .met(last) : .notYet("\(last.ours.added.count + last.ours.removed.count)")
            }
        } catch is ConditionFailure {
            return last
        }
    }
}
