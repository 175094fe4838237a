/// The words of ablations and comparisons, in both languages.
enum AblationPhrases {
    static let flips = Sentence("flips", "cambian")
    static let unchanged = Sentence("unchanged", "siguen igual")
    static let unexpected = Sentence("NOT EXPECTED", "INESPERADO")
    static let missing = Sentence("MISSING", "FALTA")
    static let failed = Sentence("ERROR", "ERROR")
    static let expected = Sentence("expected", "se esperaba")
    static let asExpected = Sentence("all as expected", "todo como se esperaba")
    static let wrong = Sentence("not as expected", "no como se esperaba")
    static let nothing = Sentence("nothing", "nada")
    static let fact = Sentence("fact", "hecho")
    static let scenario = Sentence("scenario", "escenario")
    static let reason = Sentence("why they differ", "por qué difieren")

    static let title = Sentence(
        "What the parts of a container are for", "Para qué sirve cada parte de un contenedor")
    static let preface = Sentence(
        """
        Every option takes a part of the container away, or gives it another; beside it stand the facts that flip, and no others
        do. Below is every fact in every scenario: a value in bold is not the bare scenario's. \u{203c} marks what contradicts the
        table in `Sources/Harness/Ablation`.
        """,
        """
        Cada opción quita una parte del contenedor, o le da otra; a su lado están los hechos que cambian, y no cambia ningún otro.
        Debajo está cada hecho en cada escenario: un valor en negrita no es el del escenario sin opciones. \u{203c} señala lo que
        contradice la tabla de `Sources/Harness/Ablation`.
        """)
    static let names = Sentence(
        "ID and NAME stand for the ids and names that one run gives.",
        "ID y NAME están por los identificadores y nombres que da una ejecución.")
    static let comparison = Sentence("What containers are made of", "De qué están hechos los contenedores")
}
