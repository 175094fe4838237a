/// The points of a report: each item of the rubric splits its points evenly over the distinct claims that it pays for.
///
/// An untestable claim counts neither for nor against. Neither does one that is different here, unless the rubric gives
/// it a share. A repeated claim counts once. Without a rubric each claim is worth one point.
struct Score {
    /// The points that a statement, or an item without claims, has earned.
    struct Share: Equatable {
        var score: Double
        var maximum: Double
    }

    /// The shares of the statements, in their order; nil for those that do not count.
    let statements: [Share?]
    /// The items of the rubric about which the report claims nothing, with their points.
    let unclaimed: [(item: Rubric.Item, points: Double)]

    package init(of report: Report, in results: Results, by rubric: Rubric?) {
        var counted: Set<Int> = []
        var claimed: Set<Rubric.Item> = []
        var claims: [Rubric.Item: Int] = [:]
        // The verdict and the item that pays, for each statement that counts.
        let entries = report.statements.map { statement -> (share: Double, item: Rubric.Item?)? in
            guard let judgement = results.judgement(of: statement), case .success(let number) = statement.claim else {
                return nil
            }
            let item = rubric?.item(for: judgement.claim)
            if let item { claimed.insert(item) }
            let share: Double? =
                switch judgement.verdict {
                case .confirmed: 1
                case .refuted: 0
                case .different: rubric?.shareOfDifferent
                case .untestable: nil
                }
            guard let share, counted.insert(number).inserted else { return nil }
            if let item { claims[item, default: 0] += 1 }
            return (share, item)
        }
        statements = entries.map { entry in
            guard let entry else { return nil }
            guard let rubric else { return Share(score: entry.share, maximum: 1) }
            guard let item = entry.item, let points = rubric.points[item], let count = claims[item] else { return nil }
            let maximum = points / Double(count)
            return Share(score: maximum * entry.share, maximum: maximum)
        }
        unclaimed = (rubric?.items ?? []).filter { !claimed.contains($0) }.map { ($0, rubric?.points[$0] ?? 0) }
    }

    /// The points in all.
    var total: Double { statements.reduce(0) { $0 + ($1?.score ?? 0) } }
}
