/// The words of results, in both languages.
enum Phrases {
    static let exercise = Fact.Sentence("Exercise", "Ejercicio")
    static let launch = Fact.Sentence("Launch", "Lanzamiento")
    static let coexistence = Fact.Sentence("Coexistence", "Convivencia")
    static let confirmed = Fact.Sentence("confirmed", "confirmada")
    static let refuted = Fact.Sentence("refuted", "refutada")
    static let untestable = Fact.Sentence("untestable", "no comprobable")
    static let unusable = Fact.Sentence("unusable", "inservible")

    static let question = Fact.Sentence("question", "pregunta")
    static let expected = Fact.Sentence("expected", "se esperaba")
    static let observed = Fact.Sentence("observed", "se observa")
    static let nothingFor = Fact.Sentence("nothing, for", "nada:")
    static let witness = Fact.Sentence("witness", "testigo")
    static let says = Fact.Sentence("says", "dice")
    static let byHand = Fact.Sentence("see it by hand", "para verlo a mano")
    static let reason = Fact.Sentence("reason", "motivo")

    static let statement = Fact.Sentence("statement", "afirmación")
    static let statements = Fact.Sentence("statements", "afirmaciones")
    static let report = Fact.Sentence("report", "memoria")
    static let reports = Fact.Sentence("reports", "memorias")
    static let claimsNothing = Fact.Sentence("claims nothing about", "no afirma nada sobre")
    static let noClaims = Fact.Sentence(
        "there is no claim in it (a claim is a line like \u{201c}Claim: docker: namespace.pid is private\u{201d})",
        "no contiene ninguna afirmación (una línea como «Afirmación: docker: namespace.pid es private»)")
    static let problem = Fact.Sentence("cannot be used", "no se puede usar")
    static let note = Fact.Sentence("note", "nota")
    static let all = Fact.Sentence("in all", "en total")
    static let place = Fact.Sentence("place", "lugar")
    static let verdict = Fact.Sentence("verdict", "veredicto")
    static let claim = Fact.Sentence("claim", "afirmación")
    static let page = Fact.Sentence("page", "página")
    static let line = Fact.Sentence("line", "línea")
    static let notShown = Fact.Sentence("reports more are not shown here", "memorias más no se muestran aquí")
    static let notCounted = Fact.Sentence(
        "it has no points of its own: the rubric does not pay for it, or it was claimed above",
        "no tiene puntos propios: la rúbrica no los da, o ya se afirmó más arriba")
    static let notTested = Fact.Sentence(
        "could not be tested here, and does not count", "no se pudo comprobar aquí, y no cuenta")
    static let nothingClaimed = Fact.Sentence("nothing is claimed about it", "no se afirma nada sobre ello")

    static let missing = Fact.Sentence("is missing", "falta")
    static let empty = Fact.Sentence("is empty", "está vacío")
    static let notUTF8 = Fact.Sentence("is not a text in UTF-8", "no es un texto en UTF-8")
    static let inPlaceOf = Fact.Sentence("was handed in, in place of", "se ha entregado en lugar de")
}

extension Verdict {
    /// The word for that many statements: Spanish has a plural, `2 confirmadas`.
    func count(_ number: Int, in language: Language) -> String {
        let plural = language == .spanish && number != 1 ? "s" : ""
        return "\(number) \(word(in: language))\(plural)"
    }

    /// The word for readers.
    func word(in language: Language) -> String {
        switch self {
        case .confirmed: Phrases.confirmed.text(in: language)
        case .refuted: Phrases.refuted.text(in: language)
        case .untestable: Phrases.untestable.text(in: language)
        case .unusable: Phrases.unusable.text(in: language)
        }
    }
}

/// What can be said of a statement: a judgement's verdict, or that it is no claim.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
    case confirmed, refuted, untestable, unusable

    init(_ verdict: Judgement.Verdict) {
        switch verdict {
        case .confirmed: self = .confirmed
        case .refuted: self = .refuted
        case .untestable: self = .untestable
        }
    }
}
