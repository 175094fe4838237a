/// The claims of one report that cannot both be true, whatever the machine.
struct Contradictions {
    /// The most of them that are named.
    private static let most = 20
    /// The most claims on one question that others are held against.
    private static let mostKnown = 100

    private var claims: [String: [(claim: Claim, place: Place)]] = [:]
    /// A sentence for each, with both places.
    private(set) var notes: [Sentence] = []

    /// The facts of which each run has a value of its own.
    static let ofOneRun: Set<String> = ["cgroup.path", "root.device", "pool.source", "network.bridge"]

    /// Looks for contradictions among statements.
    init(in statements: [Statement]) {
        for statement in statements where notes.count < Self.most {
            guard case .success(let claim) = statement.claim, !Self.ofOneRun.contains(claim.fact.id) else { continue }
            let known = claims[claim.fact.id]?.filter { $0.claim.scenario == claim.scenario } ?? []
            // The same words again contradict nothing new.
            if known.contains(where: { $0.claim.relation == claim.relation && $0.claim.value == claim.value }) {
                continue
            }
            let others = known.filter { Self.excludes($0.claim, claim) || Self.excludes(claim, $0.claim) }
            for other in others where notes.count < Self.most {
                notes.append(Self.sentence(other, (claim, statement.place)))
            }
            if known.count < Self.mostKnown { claims[claim.fact.id, default: []].append((claim, statement.place)) }
        }
    }

    /// Whether one claim, if it is true, makes the other one false.
    static func excludes(_ one: Claim, _ other: Claim) -> Bool {
        // A word for an address and the address itself may both be true.
        if one.fact.values.contains(.address),
            RunShape.isLikeAnAddress(one.value) != RunShape.isLikeAnAddress(other.value)
        {
            return false
        }
        return switch one.relation {
        case .isEqual: other.relation.holds(value(of: one), other.value) == false
        case .contains: other.relation == .containsNot && other.value == one.value
        default: range(of: one).flatMap { range in self.range(of: other).map { !range.overlaps($0) } } ?? false
        }
    }

    /// The numbers that a comparison leaves; nil if it compares none.
    private static func range(of claim: Claim) -> ClosedRange<Double>? {
        let named = claim.value == "unlimited" ? Double.infinity : UInt64(claim.value).map(Double.init)
        guard let number = named else { return nil }
        switch claim.relation {
        case .less: return number > 0 ? 0...number.nextDown : nil
        case .lessOrEqual: return 0...number
        case .more: return number.nextUp...max(number.nextUp, .infinity)
        case .moreOrEqual: return number...(.infinity)
        default: return nil
        }
    }

    static func value(of claim: Claim) -> Value {
        ValueRule.of(claim.fact).isList ? .list(ValueSpelling.items(claim.value)) : .text(claim.value)
    }

    private static func sentence(_ one: (claim: Claim, place: Place), _ other: (claim: Claim, place: Place)) -> Sentence
    {
        Sentence(
            "two claims cannot both be true: \(one.claim.shown(in: .english)) (\(one.place.words(.english))) and "
                + "\(other.claim.shown(in: .english)) (\(other.place.words(.english)))",
            "dos afirmaciones no pueden ser ciertas a la vez: \(one.claim.shown(in: .spanish)) (\(one.place.words(.spanish))) y "
                + "\(other.claim.shown(in: .spanish)) (\(other.place.words(.spanish)))")
    }
}

extension Place {
    /// The page and the line in words.
    func words(_ language: Language) -> String {
        let words = language == .english ? (page: "page", line: "line") : (page: "página", line: "línea")
        return (page.map { "\(words.page) \($0), " } ?? "") + "\(words.line) \(line)"
    }
}
