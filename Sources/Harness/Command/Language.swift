/// The languages of the results.
package enum Language: String, Sendable, Hashable, CaseIterable {
    case english = "en"
    case spanish = "es"

    /// The language of the locale, which is the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set (locale(7)).
    package init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        self = locale.lowercased().hasPrefix("es") ? .spanish : .english
    }
}
