/// The points that a grader gives: for the parts of the sheet, and for facts of their own.
///
/// Lines are `exercise 2bis = 1.5`, `launch = 1`, `coexistence = 1`, `fact namespace.pid = 0.5`; `#` begins a comment.
/// `different = 0.5` gives a claim that is different here half of its points; without that line it does not count.
package struct Rubric: Sendable, Equatable {
    /// A line that cannot be used.
    package struct Failure: Error, Sendable, Equatable, CustomStringConvertible {
        package var line: Int
        package var problem: String

        package var description: String { "line \(line): \(problem)" }
    }

    /// A part or a fact for which points are given.
    enum Item: Sendable, Hashable {
        case part(Part)
        case fact(String)
    }

    /// The items in the order of the file.
    private(set) var items: [Item] = []
    /// The part of its points that a claim has which is different here, from 0 to 1; nil if it does not count.
    private(set) var shareOfDifferent: Double?
    /// Their points.
    private(set) var points: [Item: Double] = [:]

    /// Reads a rubric; throws the first ``Failure``.
    package init(parsing text: String) throws(Failure) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let content = (line.split(separator: "#", omittingEmptySubsequences: false).first ?? "").trimmed
            if content.isEmpty { continue }
            let sides = content.split(separator: "=", omittingEmptySubsequences: false).map(\.trimmed)
            guard sides.count == 2, let number = Double(sides[1]), (0...10_000).contains(number) else {
                throw Failure(line: index + 1, problem: "a line is WHAT = POINTS, with points from 0 to 10000")
            }
            if ["different", "distinto"].contains(sides[0].lowercased()) {
                guard number <= 1, shareOfDifferent == nil else {
                    throw Failure(line: index + 1, problem: "different = SHARE is there once, with a share from 0 to 1")
                }
                shareOfDifferent = number
                continue
            }
            let item: Item
            do { item = try Self.item(sides[0].lowercased()) } catch {
                throw Failure(line: index + 1, problem: error.description)
            }
            guard points[item] == nil else {
                throw Failure(line: index + 1, problem: "\(sides[0].quotedForReaders) is there twice")
            }
            items.append(item)
            points[item] = number
        }
        guard !items.isEmpty else { throw Failure(line: 1, problem: "the rubric gives no points") }
    }

    /// The item that pays for a claim: its fact's own, else its part's; nil if there is none.
    func item(for claim: Claim) -> Item? {
        [Item.fact(claim.fact.id), .part(claim.part)].first { points[$0] != nil }
    }

    private static func item(_ text: String) throws(Problem) -> Item {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        if words == ["launch"] || words == ["lanzamiento"] { return .part(Part(.launch, .docker)) }
        if words == ["coexistence"] || words == ["convivencia"] { return .part(Part(.coexistence, .lxd)) }
        if words.count == 2, ["exercise", "ejercicio"].contains(words[0]), let part = Part(named: words[1]) {
            return .part(part)
        }
        if words.count == 2, ["fact", "hecho"].contains(words[0]) {
            if Catalogue.fact(words[1]) != nil { return .fact(words[1]) }
            let (word, nearest) = (words[1].quotedForReaders, words[1].nearest(in: Catalogue.facts.map(\.id)))
            throw Problem(
                "\u{201c}\(word)\u{201d} is not a fact\(nearest.map { "; the nearest one is: \($0)" } ?? "")",
                "«\(word)» no es un hecho\(nearest.map { "; el más parecido es: \($0)" } ?? "")")
        }
        let parts = Part.all.filter(\.exercise.isNumbered).map(\.description).joined(separator: ", ")
        throw Problem(
            "points are given for exercise N (\(parts)), launch, coexistence or fact ID, not for "
                + "\u{201c}\(text.quotedForReaders)\u{201d}",
            "se dan puntos por ejercicio N (\(parts)), lanzamiento, convivencia o hecho ID, no por «\(text.quotedForReaders)»"
        )
    }
}
