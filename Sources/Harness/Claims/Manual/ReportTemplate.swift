/// The skeleton of a report: exercise by exercise and question by question, with the claims to complete.
package struct ReportTemplate: Sendable {
    /// The mark in the place of a value that has to be written.
    static let gap = "____"

    private let engines: [Engine]
    private let language: Language

    /// The skeleton for these engines.
    package init(_ engines: [Engine], in language: Language) {
        (self.engines, self.language) = (engines, language)
    }

    /// The skeleton as Markdown.
    package var text: String {
        var lines = language == .english ? Self.english : Self.spanish
        var number = 0
        for engine in engines {
            lines += ["", "# \(engine.title)", "", "```sh"]
            lines += Scenario(engine: engine, options: []).commands(naming: engine == .docker ? "prueba" : "myalpine")
            lines += ["```"]
            for exercise in Exercise.allCases {
                let facts = Catalogue.facts.filter { $0.exercise == exercise && $0.engines.contains(engine) }
                if !facts.isEmpty { lines += ["", "## " + heading(exercise, engine)] }
                for fact in facts {
                    number += 1
                    lines += question(fact, of: engine, number)
                }
            }
        }
        return lines.joined(separator: "\n")
    }

    private func heading(_ exercise: Exercise, _ engine: Engine) -> String {
        let title = Part(exercise, engine).title(in: language)
        return exercise.isNumbered ? "\(title): \(exercise.topic(in: language))" : title
    }

    private func question(_ fact: Fact, of engine: Engine, _ number: Int) -> [String] {
        let scenario = fact.scenario(of: engine)
        let byHand = Claim(scenario: scenario, fact: fact, relation: .isEqual, value: "").byHand.dropFirst(
            scenario.commands(naming: "NAME").count)
        let values = fact.values.map(\.entry).joined(separator: ", ")
        let (predicted, observed, introducer, relation) =
            language == .english
            ? ("Prediction, and why", "What was seen", "Claim", "is")
            : ("Predicción, y por qué", "Lo observado", "Afirmación", "es")
        return [
            "", fact.question.text(in: language), "", "*\(predicted):* …", "", "*\(observed):*", "", "```sh",
        ] + byHand + [
            "```", "", "<!-- \(values) -->", "",
            "\(introducer) \(number): \(scenario): \(fact.id) \(relation) \(Self.gap)",
        ]
    }

    private static let english = [
        "# What are containers made of?", "",
        "Predict first, and observe afterwards: write down what you expect and why, then look, and only then complete the",
        "claim with the value that you saw. A claim that you cannot stand for is left out: delete its line. Relations are is,",
        "is not, contains, <, <=, >, >=; a claim on another scenario names its options: docker --pid=host: … `lab verify`",
        "checks what is completed.",
    ]

    private static let spanish = [
        "# ¿De qué están hechos los contenedores?", "",
        "Primero se predice y después se observa: escribe lo que esperas y por qué, míralo, y solo entonces completa la",
        "afirmación con el valor que has visto. La que no puedas sostener se quita: borra su línea. Las relaciones son es, no",
        "es, contiene, <, <=, >, >=; una afirmación sobre otro escenario nombra sus opciones: docker --pid=host: … `lab",
        "verify` comprueba lo que esté completo.",
    ]
}
