/// Something that this machine lacks, so that a fact cannot be observed on it.
package struct Lacking: Bilingual, Sendable, Hashable {
    /// The word with which `LAB_REQUIRE` demands it: `docker`, `lxd`, `root`, or a program's name.
    package var requirement: String
    /// The lack and its remedy, in one sentence.
    package var words: Sentence

    /// Whether only its own word demands it, and the engine's does not.
    package var isExtra: Bool

    package init(_ requirement: String, _ words: Sentence, isExtra: Bool = false) {
        self.requirement = requirement
        self.words = words
        self.isExtra = isExtra
    }

    /// A lack from its sentence in both languages.
    package init(_ requirement: String, _ english: String, _ spanish: String, isExtra: Bool = false) {
        self.init(requirement, Sentence(english, spanish), isExtra: isExtra)
    }
}
