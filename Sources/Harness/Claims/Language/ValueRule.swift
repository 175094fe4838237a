internal import Foundation

/// The rule for the values that a claim may give one fact.
struct ValueRule: Sendable {
    /// The fact's id.
    let id: String
    /// The words to choose from.
    let words: [String]
    /// Whether only these words are allowed.
    let isClosed: Bool

    private let shapes: [ValueShape]
    /// The words by their English and Spanish forms, in small letters without accents.
    private let forms: [String: String]

    /// The rule of a fact of the catalogue.
    static func of(_ fact: Fact) -> ValueRule { byID[fact.id] ?? ValueRule(fact) }

    private static let byID = Dictionary(uniqueKeysWithValues: Catalogue.facts.map { ($0.id, ValueRule($0)) })

    package init(_ fact: Fact) {
        id = fact.id
        shapes = fact.values
        words = fact.values.compactMap(\.word)
        isClosed = words.count == shapes.count
        var forms: [String: String] = [:]
        for word in words {
            for form in ValueSynonyms.forms(of: word, in: fact.id) { forms[Self.folded(form)] = word }
        }
        for word in words {
            for form in SpanishValues.forms(of: word) { forms[Self.folded(form)] = word }
        }
        // English comes last, so that it wins over another word's Spanish form.
        for word in words { forms[Self.folded(word)] = word }
        self.forms = forms
    }

    /// The word that a value means in English or Spanish; nil if it is none of the words.
    func word(_ value: String) -> String? { forms[Self.folded(value)] }

    /// The value in its one spelling; throws the allowed values if it does not fit the relation.
    func checked(_ value: String, after relation: Relation) throws(Problem) -> String {
        let spelled = spelling(of: value)
        // A name or a path is one word, and a list is one of controllers: what follows is of the sentence.
        if isList && !Controllers.areKnown(spelled) || isName && spelled.contains(" ") { throw refusal(of: value) }
        switch relation {
        case .isEqual, .isNot:
            let isSentence = isOneWord && (spelled.contains(", ") || spelled.contains("("))
            if !isSentence, shapes.contains(where: { $0.fits(spelled) }) { return spelled }
            throw refusal(of: value)
        case .contains, .containsNot:
            if !isClosed || words.contains(where: { $0.lowercased().contains(spelled.lowercased()) }) { return spelled }
            throw refusal(of: value)
        case .less, .lessOrEqual, .more, .moreOrEqual:
            guard shapes.contains(.number) else {
                throw Problem(
                    "\(id) is not a number, and is neither less nor more: it is compared with is, is not or contains",
                    "\(id) no es un número, y no es menor ni mayor: se compara con es, no es o contiene")
            }
            if spelled == "unlimited" || ValueShape.number.fits(spelled) { return spelled }
            let shown = value.quotedForReaders
            throw Problem(
                "\(relation.rawValue) compares with a number or with unlimited, not with \u{201c}\(shown)\u{201d}",
                "\(relation.rawValue) compara con un número o con ilimitado, no con «\(shown)»")
        }
    }

    /// Whether the value is a list, whose order means nothing.
    var isList: Bool { shapes.contains(.controllers) }

    /// Whether the value is any text of one word, as a path or a name.
    private var isOneWord: Bool {
        !isList && shapes.contains { if case .text = $0 { true } else { false } }
    }

    /// Whether the value is the name of a file system, a device, a bridge or a path.
    private var isName: Bool {
        isOneWord && id != "container.os" && !shapes.contains { $0.description.hasPrefix("stand-in") }
    }

    /// The value in its one spelling: a word of the fact, or the value of its kind, without an explanation behind it.
    private func spelling(of value: String) -> String {
        if let exact = exact(value) { return exact }
        if isList {
            let head = ["(", " - ", ", as ", ", como "].compactMap { value.firstRange(of: $0)?.lowerBound }.min()
            let items = ValueSpelling.items(String(head.map { value[..<$0] } ?? value[...]))
            return items.joined(separator: ", ")
        }
        let isOther = { (text: String) in self.word(text) != nil }
        if let head = ValueSpelling.withoutExplanation(value, ofName: isOneWord, isValue: isOther) {
            if let exact = exact(head) { return exact }
            if isOneWord, !head.contains(" ") { return spelling(of: head) }
        }
        if isOneWord, let system = ValueSynonyms.fileSystem(value) { return system }
        return Self.spelled(value, as: shapes)
    }

    /// The value as one of the fact's words, numbers, owners or maps; nil if it is none of these.
    private func exact(_ value: String) -> String? {
        if let word = word(value) { return word }
        let spelled = Self.spelled(value, as: shapes)
        for shape in shapes {
            switch shape {
            case .word, .text: continue
            case .number where !shape.fits(spelled): if let number = ValueSpelling.number(value) { return number }
            case .owner where !shape.fits(spelled): if let owner = ValueSpelling.owner(value) { return owner }
            case .idMap where !shape.fits(spelled): if let map = ValueSpelling.idMap(value) { return map }
            case .address where !shape.fits(spelled): continue
            default: return spelled
            }
        }
        return nil
    }

    private func refusal(of value: String) -> Problem {
        let allowed = shapes.map(\.description).joined(separator: ", ")
        let words = words.compactMap { SpanishValues.forms(of: $0).first }.joined(separator: ", ")
        let both = words.isEmpty || isClosed && words == allowed ? allowed : "\(allowed) (in Spanish: \(words))"
        let spanish = shapes.map { shape in
            shape.word.flatMap { SpanishValues.forms(of: $0).first } ?? shape.spanish
        }
        let shown = value.quotedForReaders
        return Problem(
            "\(id) cannot be \u{201c}\(shown)\u{201d}; what it can be: \(both)",
            "\(id) no puede ser «\(shown)»; lo que puede ser: \(spanish.joined(separator: ", "))")
    }

    /// A number without zeros before it, an owner and an id map likewise; anything else unchanged.
    private static func spelled(_ value: String, as shapes: [ValueShape]) -> String {
        func number(_ text: some StringProtocol) -> String { UInt64(text).map(String.init) ?? String(text) }
        switch shapes.first(where: { $0.fits(value) }) {
        case .number:
            return number(value)
        case .owner:
            return value.split(separator: ":").map(number).joined(separator: ":")
        case .idMap:
            let entries = value.split(separator: ",").map { $0.split(separator: " ").map(number) }
            return entries.map { $0.joined(separator: " ") }.joined(separator: ", ")
        default:
            let standIn = "sustituto de "
            let isStandIn = shapes.contains { $0.description.hasPrefix("stand-in") } && value.hasPrefix(standIn)
            return isStandIn ? "stand-in for \(value.dropFirst(standIn.count))" : value
        }
    }

    private static func folded(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        return text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).lowercased()
    }
}
