/// The two readings of a PDF, as laid out and in reading order, made one list of statements.
///
/// A claim that one of them has counts once. Where each has another value of it, neither is believed.
struct PDFReadings {
    private var first: [Statement]
    private let second: [Statement]
    /// The places in each list of the claims that the other reading does not have.
    private var alone: Set<Int> = []
    private var others: [Int] = []

    /// The statements of both readings.
    static func merged(_ one: [Statement], _ other: [Statement]) -> [Statement] {
        // The reading that loses the fewest claims comes first; as laid out if they are equal.
        func isBetter(_ one: [Statement], _ other: [Statement]) -> Bool {
            let (good, better) = (one.filter(\.isClaim).count, other.filter(\.isClaim).count)
            return good != better ? good > better : one.count < other.count
        }
        var readings = isBetter(other, one) ? PDFReadings(other, one) : PDFReadings(one, other)
        return readings.merged()
    }

    private init(_ first: [Statement], _ second: [Statement]) {
        (self.first, self.second) = (first, second)
        var known: [String: Int] = [:]
        for statement in first { if let key = statement.key { known[key, default: 0] += 1 } }
        for (index, statement) in second.enumerated() {
            guard let key = statement.key else { continue }
            if known[key, default: 0] > 0 { known[key, default: 0] -= 1 } else { others.append(index) }
        }
        for (index, statement) in first.enumerated().reversed() {
            guard let key = statement.key, known[key, default: 0] > 0 else { continue }
            known[key, default: 0] -= 1
            alone.insert(index)
        }
    }

    private mutating func merged() -> [Statement] {
        var lost = Set(
            first.indices.filter { !first[$0].isClaim }.filter { failed in
                others.contains { second[$0].isAbout(first[failed]) }
            })
        var added: [Statement] = []
        for index in others {
            let rival = alone.sorted().first { first[$0].isRival(of: second[index]) }
            guard let rival else {
                added.append(second[index])
                continue
            }
            alone.remove(rival)
            first[rival].claim = .failure(Self.difference(first[rival], second[index]))
        }
        var failures = first.indices.filter { !first[$0].isClaim && !lost.contains($0) }
        for statement in second where !statement.isClaim {
            if let same = failures.firstIndex(where: { first[$0].isAbout(statement) }) {
                failures.remove(at: same)
            } else if !alone.contains(where: { first[$0].isAbout(statement) }), !isNameless(statement) {
                added.append(statement)
            }
        }
        lost = lost.filter { !first[$0].isClaim }
        let all = first.indices.filter { !lost.contains($0) }.map { first[$0] } + added
        return all.enumerated().sorted { one, other in
            let (left, right) = (one.element.place, other.element.place)
            return (left.page ?? 0, left.line, one.offset) < (right.page ?? 0, right.line, other.offset)
        }.map(\.element)
    }

    /// Whether a statement names nothing by which to know it again, on a page of which the first reading has any.
    private func isNameless(_ statement: Statement) -> Bool {
        statement.facts.isEmpty && statement.label == nil
            && first.contains { $0.place.page == statement.place.page }
    }

    private static func difference(_ one: Statement, _ other: Statement) -> Problem {
        let (first, second) = (try? one.claim.get(), try? other.claim.get())
        func shown(_ claim: Claim?, in language: Language) -> String { claim?.shown(in: language) ?? "" }
        return Problem(
            "the PDF is read in two ways, as \(shown(first, in: .english)) and as \(shown(second, in: .english)): "
                + "write the claim on a line of its own",
            "el PDF se lee de dos maneras, \(shown(first, in: .spanish)) y \(shown(second, in: .spanish)): "
                + "escriba la afirmación en una línea propia")
    }
}

extension Statement {
    /// Whether it is a claim that can be used.
    fileprivate var isClaim: Bool { if case .success = claim { true } else { false } }

    /// The page and the claim, by which two readings of it are the same.
    fileprivate var key: String? { (try? claim.get()).map { "\(place.page ?? 0) \($0)" } }

    /// The facts that it is about, or names.
    fileprivate var facts: Set<String> {
        if case .success(let claim) = claim { [claim.fact.id] } else { Set(FactMention.ids(in: text)) }
    }

    /// The introduction, if it has a number.
    fileprivate var label: String? { Introducer.label(of: text) }

    /// Whether another statement of the same page has the same number, or is about the same fact.
    fileprivate func isAbout(_ other: Statement) -> Bool {
        guard place.page == other.place.page else { return false }
        return label != nil && label == other.label || !facts.isDisjoint(with: other.facts)
    }

    /// Whether it is another reading of a claim with another value.
    fileprivate func isRival(of other: Statement) -> Bool {
        guard place.page == other.place.page, let one = try? claim.get(), let two = try? other.claim.get() else {
            return false
        }
        return one.fact.id == two.fact.id && one.scenario.engine == two.scenario.engine
    }
}
