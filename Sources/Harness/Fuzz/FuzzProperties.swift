/// The properties that hold for every input, even a hostile one.
package enum FuzzProperties {
    /// Reads the input as a report, and returns the property that does not hold, in a sentence; nil if all do.
    package static func violation(of input: FuzzInput) -> String? {
        let start = ContinuousClock.now
        guard let document = try? input.document() else { return nil }
        let time = ContinuousClock.now - start
        // Another program has its own deadline.
        let allowance = Duration.seconds(2) + .milliseconds(input.bytes.count / 10)
        if !input.needsProgram, time > allowance { return "it takes \(time), and may take \(allowance)" }
        if document.statements.count > DocumentReader.limit { return "there are more statements than the most" }
        if let found = document.transcripts.shown.lazy.compactMap({ violation(of: $0.claim) }).first { return found }
        if document.suggestions.count > Suggestions.limit { return "there are more suggestions than the most" }
        if let found = document.suggestions.lazy.compactMap(violation).first { return found }
        return document.statements.lazy.compactMap(violation).first ?? FuzzLoss.violation(of: input, document)
    }

    private static func violation(of suggestion: Suggestion) -> String? {
        if suggestion.places.isEmpty || suggestion.places.contains(where: { $0.line < 1 }) {
            return "a suggestion rests on no line: \(suggestion.claim)"
        }
        return violation(of: suggestion.claim)
    }

    private static func violation(of statement: Statement) -> String? {
        if statement.place.line < 1 { return "a statement stands on line \(statement.place.line)" }
        if hides(statement.text) { return "a statement shows characters that cannot be seen" }
        switch statement.claim {
        case .failure(let error):
            if hides(error.description) { return "an error shows characters that cannot be seen: \(error)" }
            if error.description.isEmpty { return "an error says nothing" }
            return error.description.utf8.count > 4000 ? "an error has \(error.description.utf8.count) bytes" : nil
        case .success(let claim):
            return violation(of: claim)
        }
    }

    private static func violation(of claim: Claim) -> String? {
        let shown = claim.description
        if hides(shown) || shown.utf8.count > ClaimText.limit + 200 {
            return "a claim is not fit to be shown: \(shown)"
        }
        if let option = claim.scenario.options.first(where: { !isAllowed($0, claim.scenario.engine) }) {
            return "the option \(option.text) is not in the table, or its value is out of bounds"
        }
        if Set(claim.scenario.options.map(\.name)).count < claim.scenario.options.count {
            return "an option is there twice"
        }
        if !claim.fact.engines.contains(claim.scenario.engine) { return "\(claim.fact.id) is not asked of this engine" }
        do {
            let value = try ValueRule.of(claim.fact).checked(claim.value, after: claim.relation)
            if value != claim.value { return "the value of \(shown) has another spelling: \(value)" }
            let again = try Claim(parsing: shown).description
            return again == shown ? nil : "\(shown) is read again as \(again)"
        } catch {
            return "\(shown) cannot be read again: \(error)"
        }
    }

    private static func isAllowed(_ option: ScenarioOption, _ engine: Engine) -> Bool {
        ScenarioOption.table.contains { row in
            row.engine == engine && row.names[0] == option.name && row.kind.checked(option.value) == option.value
        }
    }

    private static func hides(_ text: String) -> Bool { !text.unicodeScalars.allSatisfy(\.isPrintable) }
}
