import Synchronization

/// The texts of statements as readers see them, each made once.
final class ShownTexts: Sendable {
    private struct Key: Hashable {
        var text: String
        var number: Int?
        var language: Language
    }

    private let known = Mutex<[Key: String]>([:])
    /// The most texts that are remembered.
    private static let most = 10_000

    /// The text for a statement, made by the action if it is new.
    func text(of statement: Report.Statement, in language: Language, _ make: () -> String) -> String {
        let key = Key(text: statement.text, number: try? statement.claim.get(), language: language)
        if let text = known.withLock({ $0[key] }) { return text }
        let text = make()
        known.withLock { if $0.count < Self.most { $0[key] = text } }
        return text
    }
}

extension Report {
    /// The statement as readers see it: the author's own words, and the claim that is read in them if it is in others.
    func shown(_ statement: Statement, _ results: Results, in language: Language) -> String {
        results.shown.text(of: statement, in: language) { Self.text(of: statement, results, in: language) }
    }

    private static func text(of statement: Statement, _ results: Results, in language: Language) -> String {
        let own = statement.text.quotedForReaders
        guard let claim = results.judgement(of: statement)?.claim.shown(in: language) else {
            return own.quoted(in: language)
        }
        return own.plainest.contains(claim.plainest) ? own : "\(own.quoted(in: language)) \u{2192} \(claim)"
    }
}

extension Claim {
    /// The claim as readers see it: a value is in quotes if it has marks that no kernel's value has.
    func shown(in language: Language) -> String {
        let value = Value.text(value).text(in: language, of: fact)
        let isPlain = value.utf8.allSatisfy { !"<>&`\"|".utf8.contains($0) } && value == value.quotedForReaders
        let shown = isPlain ? value : value.quotedForReaders.quoted(in: language)
        // A Spanish value that is a predicate by itself has no "es" before it: "se detiene y se reanuda".
        let isPredicate = language == .spanish && relation == .isEqual && Predicate.isWhole(value)
        return "\(scenario): \(fact.id) \(isPredicate ? "" : relation.text(in: language) + " ")\(shown)"
    }
}

extension Relation {
    /// The words for it; the signs are the same in both languages.
    func text(in language: Language) -> String {
        language == .english ? rawValue : Predicate.spanish(self) ?? rawValue
    }
}

extension String {
    /// The text in quotation marks.
    func quoted(in language: Language) -> String {
        language == .english ? "\u{201c}\(self)\u{201d}" : "«\(self)»"
    }

    /// The text in small letters without white space, and without marks of emphasis, code and quotation.
    fileprivate var plainest: String {
        Typography.plain(lowercased()).filter { !$0.isWhitespace && !"*_`~\\\"'".contains($0) }
    }
}
