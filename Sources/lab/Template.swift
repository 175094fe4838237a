internal import Harness
internal import Host

extension Verb {
    /// Prints the skeleton of a report.
    static let template = Verb(
        name: "template", summary: "Print a report's skeleton, with the claims to complete.",
        options: [
            .language, Option(name: "engine", value: "docker|lxd", summary: "only the exercises of this engine"),
        ],
        details: "It is Markdown: lab template --language es > memoria.md. Predict first, and observe afterwards.",
        run: printTemplate)
}

private func printTemplate(_ arguments: Arguments) throws -> Int32 {
    var engines = Engine.ofTheSheet
    if let named = arguments.value("engine") {
        guard let engine = Engine(rawValue: named), engines.contains(engine) else {
            throw UsageError("\(named) is not an engine: the engines are docker and lxd")
        }
        engines = [engine]
    }
    Interface.say(ReportTemplate(engines, in: try language(arguments)).text)
    return 0
}
