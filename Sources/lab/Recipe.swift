internal import Harness
internal import Host

extension Verb {
    /// Prints how a container is put together by hand.
    static let recipe = Verb(
        name: "recipe", summary: "Print how a container is put together by hand.", operands: "[SCENARIO]",
        options: [
            Option(name: "name", value: "NAME", summary: "the container's name; byhand by default"),
            Option(name: "data", value: "FOLDER", summary: "the folder that it sees as /data; ~/datos by default"),
            Option(name: "undo", value: nil, summary: "print how it is taken apart"),
            .language,
        ],
        details: """
            The scenario is one word for the shell: lab recipe 'kernel --share=pid'. The output is the script that the
            tests run; root can run it as a whole or line by line. If lab recipe itself is run as root, it also puts the
            layers of the image in their place.
            """,
        run: printRecipe)
}

private func printRecipe(_ arguments: Arguments) throws -> Int32 {
    guard arguments.operands.count <= 1 else { throw UsageError("one scenario is one word: put it in quotes") }
    let scenario = try scenario(arguments.operands.first ?? "kernel")
    guard scenario.engine == .kernel else { throw UsageError("only a scenario of kernel has a recipe") }
    let language = try language(arguments)
    let recipe = try Recipe.byHand(scenario, name: arguments.value("name"), sharedFolder: arguments.value("data"))
    let text =
        arguments.has("undo") ? recipe.tearDown : recipe.script(language == .english ? \.english : \.spanish)
    Interface.say(String(text.dropLast()))
    return 0
}
