/// The languages in which results are told.
public enum Language: String, Sendable, Hashable, CaseIterable {
    case english = "en"
    case spanish = "es"

    /// The language that the locale asks for, as `LC_ALL`, `LC_MESSAGES` and `LANG` say, in that order (locale(7)).
    public init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        self = locale.lowercased().hasPrefix("es") ? .spanish : .english
    }
}

extension Fact.Sentence {
    /// The sentence in a language.
    public func text(in language: Language) -> String { language == .english ? english : spanish }
}
