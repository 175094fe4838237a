/// The vocabulary of claims: every fact with its question and its values.
package enum FactList {
    /// The list for a terminal.
    package static func text(in language: Language) -> String {
        sections.map { exercise, facts in
            let entries = facts.map { fact in
                "  \(fact.id)\(only(fact, language))\n      \(fact.question.text(in: language))\n      "
                    + values(of: fact, in: language, word: { $0 })
            }
            return ([title(exercise, language)] + entries).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    /// The list as JSON: facts, relations, and the options of scenarios.
    package static var json: String {
        let facts = Catalogue.facts.map { fact in
            JSON.members([
                ("id", .string(fact.id)),
                ("exercises", .strings(Part.allAndNoted.filter { isAsked(fact, in: $0) }.map(\.description))),
                ("topic", .string(fact.exercise.topic)),
                ("question", translated(fact.question)),
                ("engines", .strings(fact.engines.map(\.rawValue))),
                ("values", .array(fact.values.map(value))),
                ("dependsOn", .strings(fact.dependences.map(\.rawValue))),
            ])
        }
        let options = ScenarioOption.table.map { row in
            JSON.members([
                ("engine", .string(row.engine.rawValue)), ("names", .strings(row.names)),
                ("values", .string(row.kind.description)), ("implied", row.implied.map(JSON.string)),
                ("usual", row.usual.map(JSON.string)),
            ])
        }
        let relations = Relation.allCases.map { relation in
            JSON.members([
                ("name", .string(relation.rawValue)), ("spanish", Predicate.spanish(relation).map(JSON.string)),
            ])
        }
        return JSON.object([
            ("facts", .lines(facts)), ("relations", .lines(relations)), ("options", .lines(options)),
        ]).text
    }

    /// A table for each exercise, in Markdown.
    static func markdown(in language: Language) -> String {
        let head = Sentence(
            "| fact | question | values | depends on |", "| hecho | pregunta | valores | depende de |"
        ).text(in: language)
        return sections.map { exercise, facts in
            let rows = facts.map { fact in
                let values = values(of: fact, in: language, word: { "`\($0)`" })
                let dependences = fact.dependences.map { $0.words.text(in: language) }.joined(separator: "; ")
                let question = fact.question.text(in: language)
                return "| `\(fact.id)`\(only(fact, language)) | \(question) | \(values) | \(dependences) |"
            }
            return (["### \(title(exercise, language))", "", head, "| --- | --- | --- | --- |"] + rows).joined(
                separator: "\n")
        }.joined(separator: "\n\n")
    }

    private static var sections: [(Exercise, [Fact])] {
        Exercise.allCases.map { exercise in (exercise, Catalogue.facts.filter { $0.exercise == exercise }) }
    }

    private static func isAsked(_ fact: Fact, in part: Part) -> Bool {
        part.exercise == fact.exercise && part.engine.map(fact.engines.contains) ?? true
    }

    private static func title(_ exercise: Exercise, _ language: Language) -> String {
        let part = Part(exercise, .docker).title(in: language)
        return exercise.isNumbered ? "\(part), \(exercise.rawValue)bis: \(exercise.topic(in: language))" : part
    }

    private static func only(_ fact: Fact, _ language: Language) -> String {
        guard fact.engines.count == 1 else { return "" }
        return Sentence(" (\(fact.engines[0].title) only)", " (solo \(fact.engines[0].title))").text(in: language)
    }

    /// The values in words; a different Spanish form stands behind its word.
    private static func values(of fact: Fact, in language: Language, word: (String) -> String) -> String {
        fact.values.map { shape in
            guard let value = shape.word else { return language == .english ? shape.description : shape.spanish }
            let spanish = SpanishValues.forms(of: value).first ?? value
            return language == .english || spanish == value ? word(value) : "\(word(value)) o \(word(spanish))"
        }.joined(separator: "; ")
    }

    private static func value(_ shape: ValueShape) -> JSON {
        guard let word = shape.word else { return .members([("kind", .string(shape.description))]) }
        return .members([("word", .string(word)), ("spanish", .strings(SpanishValues.forms(of: word)))])
    }

    private static func translated(_ sentence: Sentence) -> JSON {
        .members([("en", .string(sentence.english)), ("es", .string(sentence.spanish))])
    }
}
