/// The words of results, in both languages.
enum Phrases {
    static let exercise = Sentence("Exercise", "Ejercicio")
    static let launch = Sentence("Launch", "Lanzamiento")
    static let coexistence = Sentence("Coexistence", "Convivencia")
    static let confirmed = Sentence("confirmed", "confirmada")
    static let refuted = Sentence("refuted", "refutada")
    static let different = Sentence("different here", "distinto aquí")
    static let untestable = Sentence("untestable", "no comprobable")
    static let unusable = Sentence("unusable", "inservible")

    static let question = Sentence("question", "pregunta")
    static let expected = Sentence("expected", "se esperaba")
    static let observed = Sentence("observed", "se observa")
    static let nothingFor = Sentence("nothing, because:", "nada:")
    static let witness = Sentence("witness", "testigo")
    static let says = Sentence(" says", "; dice")
    static let byHand = Sentence("see it by hand", "para verlo a mano")
    static let reason = Sentence("reason", "motivo")

    /// The count of the lines that are left out.
    static func moreLines(_ count: Int) -> Sentence {
        Sentence("\(count) more line\(count == 1 ? "" : "s")", "\(count) línea\(count == 1 ? "" : "s") más")
    }

    static let statement = Sentence("statement", "afirmación")
    static let statements = Sentence("statements", "afirmaciones")
    static let report = Sentence("report", "memoria")
    static let reports = Sentence("reports", "memorias")
    static let claimsNothing = Sentence("claims nothing about", "no afirma nada sobre")
    static let problem = Sentence("cannot be used", "no se puede usar")
    static let note = Sentence("note", "nota")
    static let all = Sentence("in all", "en total")
    static let place = Sentence("place", "lugar")
    static let verdict = Sentence("verdict", "veredicto")
    static let claim = Sentence("claim", "afirmación")
    static let inReport = Sentence("in the report itself", "en la propia memoria")
    static let page = Sentence("page", "página")
    static let line = Sentence("line", "línea")
    static let notShown = Sentence("reports more are not shown here", "memorias más no se muestran aquí")
    static let notCounted = Sentence(
        "it has no points of its own: the rubric does not pay for it, or it was claimed above",
        "no tiene puntos propios: la rúbrica no los da, o ya se afirmó más arriba")
    static let ofAnotherRun = Sentence(
        "each run gives another value of this shape", "cada ejecución da otro valor de esta forma")
    /// The remark that this machine's configuration is not the default one.
    static func configured(otherThan usual: String, of claim: Claim) -> Sentence {
        let (engine, value) = (claim.scenario.engine.title, Value.text(usual).text(in: .spanish, of: claim.fact))
        return Sentence(
            "\(engine) is not configured here as it is by default, where the value is: \(usual)",
            "\(engine) no está configurado aquí como por defecto, donde el valor es: \(value)")
    }
    static let notComparable = Sentence(
        "the report's machine may differ in it, and it does not count",
        "la máquina de la memoria puede ser distinta en esto, y no cuenta")
    static let notTested = Sentence(
        "could not be tested here, and does not count", "no se pudo comprobar aquí, y no cuenta")
    static let nothingClaimed = Sentence("nothing is claimed about it", "no se afirma nada sobre ello")

    static let missing = Sentence("is missing", "falta")
    static let empty = Sentence("is empty", "está vacío")
    static let notUTF8 = Sentence("is not a text in UTF-8", "no es un texto en UTF-8")
    static let hidden = Sentence("hidden", "oculta")
    static let guessed = Sentence("guessed from a picture", "adivinada en una imagen")
    static let inPlaceOf = Sentence("was handed in, in place of", "se ha entregado en lugar de")
}
