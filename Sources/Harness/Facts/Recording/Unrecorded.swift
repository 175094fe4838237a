/// A question that nobody had asked when a record was made.
package struct Unrecorded: Bilingual, Sendable, Equatable {
    /// The lack and its remedy, in both languages.
    package var words: Sentence

    /// The lack of a question's answer.
    init(_ question: Question) {
        let named = Engine.ofTheSheet.map(Scenario.bare) + [question.scenario]
        let scenarios = named.enumerated().filter { !named[..<$0.offset].contains($0.element) }
            .map { Command.quoted("\($0.element)") }.joined(separator: " ")
        let (subject, command) = ("\(question.fact)", "lab record \(scenarios)")
        words = Sentence(
            "the record lacks \(subject) of \(question.scenario): \(command) records it, as lab record --for REPORT does",
            "el registro no tiene \(subject) de \(question.scenario): lo registra \(command), o lab record --for MEMORIA"
        )
    }
}
