/// The words with which people say that a fact has a value, in Spanish and in English.
///
/// Each phrase is a row of words, in small letters and without accents. Words in brackets are alternatives, `…` stands for
/// up to six other words, `word*` for each word that begins so, and `word?` may be missing. `{owner}` and the like stand
/// for a value of that kind, and `@root` for the alternatives of ``groups``:
///
///     (imagen|image) (es|esta) … (hecha|basada) (sobre|en) {distribution}
struct Wording: Sendable {
    /// The fact's id; `namespace` stands for each kind that the phrase names.
    var fact: String
    /// The value; nil if the phrase names it.
    var value: String?
    /// Whether the value is only a part of what is seen.
    var isPart: Bool
    /// The only engine of which it can be said; nil if the sentence has to name one.
    var engine: Engine?
    /// The words of which the sentence, or the section before it, needs one.
    var near: [String]
    /// The words that make another statement of it.
    var without: [String]
    var phrases: [String]
    /// A sentence that says it, and is shown as an example; nil if another wording has the example.
    var example: Sentence?

    init(
        _ fact: String, _ value: String?, isPart: Bool = false, of engine: Engine? = nil,
        near: String = "", without: String = "", example: Sentence? = nil, _ phrases: [String]
    ) {
        (self.fact, self.value, self.isPart, self.engine, self.example) = (fact, value, isPart, engine, example)
        self.near = near.split(separator: " ").map(String.init)
        self.without = without.split(separator: " ").map(String.init)
        self.phrases = phrases
    }

    /// The wordings of all facts that have some.
    static let all =
        LaunchFacts.wordings + CgroupFacts.wordings + NamespaceFacts.wordings + UserFacts.wordings
        + StorageFacts.wordings + ConnectivityFacts.wordings

    /// The alternatives that phrases share.
    static let groups: [String: String] = [
        "host":
            "anfitrion|host|host's|maquina|maquina anfitriona|maquina real|sistema anfitrion|equipo|maquina host|host machine|host system",
        "own":
            "propio|propia|propios|propias|independiente|independientes|aislado|aislada|aislados|aisladas|privado|privada|privados|privadas|separado|separada|separados|separadas|distinto|distinta|distintos|distintas|diferente|diferentes",
        "private": "private|isolated|separate|separated|different|independent|distinct",
        "root": "root|superusuario|superuser|administrador",
        "file": "fichero|ficheros|archivo|archivos|file|files",
        "seen":
            "aparece|aparecen|pertenece|pertenecen|ve|ven|figura|figuran|sale|salen|muestra|muestran|verse|belongs|belong|appears|appear|seen|shown|shows|show|owned|es|son|is|are",
        "outside": "anfitrion|host|fuera|outside",
    ]
}
