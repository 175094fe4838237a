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
            let own = Scenario(engine: engine, options: [])
            let facts = Catalogue.facts.filter { $0.engines.contains(engine) }
            lines += ["", "# \(engine.title)", ""]
            lines += block(Guide(own).launch(for: facts.filter { $0.scenario(of: engine) == own }))
            if engine == .lxd { lines += [""] + (language == .english ? Self.lostEnglish : Self.lostSpanish) }
            for exercise in Exercise.allCases {
                let asked = facts.filter { $0.exercise == exercise }
                guard let first = asked.first else { continue }
                let scenario = first.scenario(of: engine)
                let guide = scenario == own ? Guide(own) : Guide(scenario, naming: .nesting)
                lines += ["", "## " + heading(exercise, engine)]
                if scenario != own { lines += [""] + block(guide.launch(for: asked)) }
                for fact in asked {
                    number += 1
                    lines += question(fact, in: scenario, number, guide.lines(for: fact))
                }
            }
        }
        return lines.joined(separator: "\n")
    }

    private func heading(_ exercise: Exercise, _ engine: Engine) -> String {
        let title = Part(exercise, engine).title(in: language)
        return exercise.isNumbered ? "\(title): \(exercise.topic(in: language))" : title
    }

    private func block(_ lines: [ByHand.Line]) -> [String] {
        ["```sh"] + lines.map { $0.text(in: language) } + ["```"]
    }

    private func question(
        _ fact: Fact, in scenario: Scenario, _ number: Int, _ commands: [ByHand.Line]
    ) -> [String] {
        let (reading, values) = (fact.byHand.reading, fact.values.map(words))
        let relation = reading.isPart ? Relation.contains : .isEqual
        let (predicted, observed, introducer, relates) =
            language == .english
            ? ("Prediction, and why", "What was seen", "Claim", relation.rawValue)
            : ("Predicción, y por qué", "Lo observado", "Afirmación", Predicate.spanish(relation) ?? relation.rawValue)
        return [
            "", fact.question.text(in: language), "", "*\(predicted):* …", "", "*\(observed):*", "",
        ] + block(commands) + [
            "", "<!-- \(values.joined(separator: ", ")); \(reading.rule.text(in: language)) -->", "",
            "\(introducer) \(number): \(scenario): \(fact.id) \(relates) \(Self.gap)",
        ]
    }

    /// A value that the fact can have, or its kind, in the skeleton's language.
    private func words(for shape: ValueShape) -> String {
        guard language == .spanish else { return shape.description }
        if case .word(let word) = shape { return SpanishValues.forms(of: word).first ?? word }
        return shape.spanish
    }

    private static let english = [
        "# What are containers made of?", "", "Machine: \(gap)", "",
        "<!-- In the gap: what lab doctor --line prints on the machine on which you look. -->", "",
        "Predict first, and observe afterwards: write down what you expect and why, then look, and only then complete the",
        "claim with the value that you saw. A claim that you cannot stand for is left out: delete its line. Relations are is,",
        "is not, contains, <, <=, >, >=; a claim on another scenario names its options: docker --pid=host: … `lab verify`",
        "checks what is completed.",
    ]

    private static let lostEnglish = [
        "LXD before 5.14 loses the output of `lxc exec` at times (lxd issue 11890): type a line again that prints nothing."
    ]

    private static let lostSpanish = [
        "LXD, antes de 5.14, pierde a veces la salida de `lxc exec` (lxd issue 11890): repite la línea que no imprima nada."
    ]

    private static let spanish = [
        "# ¿De qué están hechos los contenedores?", "", "Máquina: \(gap)", "",
        "<!-- En el hueco: lo que imprime lab doctor --line en la máquina en la que miras. -->", "",
        "Primero se predice y después se observa: escribe lo que esperas y por qué, míralo, y solo entonces completa la",
        "afirmación con el valor que has visto. La que no puedas sostener se quita: borra su línea. Las relaciones son es, no",
        "es, contiene, <, <=, >, >=; una afirmación sobre otro escenario nombra sus opciones: docker --pid=host: … `lab",
        "verify` comprueba lo que esté completo.",
    ]
}
