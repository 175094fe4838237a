internal import Harness
internal import Host

extension Verb {
    /// Lists the vocabulary of claims.
    static let facts = Verb(
        name: "facts", summary: "List what can be claimed: facts, questions, values.",
        options: [
            Option(name: "json", value: nil, summary: "as JSON, with the relations and the options of scenarios"),
            Option(name: "markdown", value: nil, summary: "the whole reference of claims, as in docs/claims.md"),
            .language,
        ],
        run: listFacts)
}

private func listFacts(_ arguments: Arguments) throws -> Int32 {
    guard arguments.operands.isEmpty else { throw UsageError("lab facts takes no operands") }
    let language = try language(arguments)
    if arguments.has("json") {
        Interface.say(FactList.json)
    } else if arguments.has("markdown") {
        Interface.say(String(ClaimsManual.markdown(in: language).dropLast()))
    } else {
        Interface.say(FactList.text(in: language))
    }
    return 0
}
