/// The values of a scenario's facts as a page, with its pictures, and with the witnesses folded.
package struct ObservationPage {
    private let scenario: Scenario
    private let facts: [Fact]
    private let observed: Observations
    private let language: Language

    package init(_ scenario: Scenario, _ facts: [Fact], _ observed: Observations, in language: Language) {
        (self.scenario, self.facts, self.observed, self.language) = (scenario, facts, observed, language)
    }

    /// The page.
    package func text(on machine: [String]) -> String {
        let title = Markup.escaped("\(scenario)")
        let picture = Picture(of: scenario, observed, comparedWith: nil, in: language)
        let sections = Exercise.allCases.map { exercise -> String in
            let own = facts.filter { $0.exercise == exercise }
            if own.isEmpty { return "" }
            let figure = picture.exercises.contains(exercise) ? picture.figure(exercise) : ""
            let head = Part(exercise, scenario.engine).title(in: language)
            return "<section><h2>\(head)</h2>\n<div class=\"beside\"><div>\(own.map(article).joined())</div>"
                + "<div class=\"pictures\">\(figure)</div></div></section>\n"
        }
        return Page.head("\(scenario)", language)
            + "<header><h1><code>\(title)</code></h1></header>\n<main id=\"main\">\n"
            + sections.joined() + "</main>\n" + Page.foot(machine, language)
    }

    private func article(_ fact: Fact) -> String {
        let result = observed[fact, in: scenario]
        let lines = Sight(of: fact, in: scenario, result).text(in: language).split(separator: "\n").map(String.init)
        let kind = (try? result.get()) == nil ? "untestable" : "seen"
        return "<article class=\"\(kind)\"><h3><bdi>\(Markup.escaped(lines.first ?? ""))</bdi></h3>"
            + "<p class=\"soft\">\(Markup.escaped(fact.question.text(in: language)))</p>"
            + Page.folded(PagePhrases.evidence.text(in: language), lines.dropFirst(2)) + "</article>\n"
    }
}
