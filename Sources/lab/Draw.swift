internal import Foundation
internal import Harness
internal import Host

extension Verb {
    /// Draws containers from what is observed of them.
    static let draw = Verb(
        name: "draw", summary: "Draw what containers are made of, from observations alone.", operands: "SCENARIO…",
        options: [
            Option(name: "exercise", value: "1…5", summary: "draw only this exercise; may be repeated"), .format,
            .output, .language, .recorded,
        ],
        details: """
            Each SCENARIO is one word for the shell, and becomes a picture of five panels, one an exercise of the sheet.
            Several stand side by side, and what differs from the first one is marked: ≠.

              lab draw docker 'docker --pid=host' > pictures.svg
              lab draw --format text docker lxd
              lab draw --recorded lab.json docker lxd --output png=pictures.png

            The formats are svg (without --format), text (for 80 columns) and png, which needs rsvg-convert and a file.
            What could not be observed has a question mark and the reason. The exit status is 3 then, and 0 otherwise.
            """,
        run: drawScenarios)
}

extension PictureFormat: OutputFormat {}

private func drawScenarios(_ arguments: Arguments) throws -> Int32 {
    let language = try language(arguments)
    let scenarios = try arguments.operands.map { try scenario($0, in: language) }
    guard !scenarios.isEmpty else { throw UsageError("what is to be drawn? Name scenarios: lab draw docker lxd") }
    let wanted = try arguments.options["exercise"].map { numbers in
        try numbers.map { number in
            guard let exercise = Exercise.allCases.first(where: { $0.isNumbered && "\($0.rawValue)" == number }) else {
                throw UsageError("there is no exercise \(number): they are 1 to 5")
            }
            return exercise
        }
    }
    let outputs = try Output<PictureFormat>.all(arguments, usual: .svg)
    for output in outputs { try output.check() }
    let recorded = try arguments.value("recorded").map { try readRecord($0, language) }

    let gallery: Gallery
    if let recorded {
        gallery = Gallery(scenarios, recorded.observations, in: language, only: wanted)
    } else {
        Interruption.watch(parent: false)
        defer { removeScenes() }
        let questions = scenarios.flatMap { scenario in
            Picture.questions(of: scenario).filter { question in
                wanted?.contains { $0 == Catalogue.fact(question.fact)?.exercise } ?? true
            }
        }
        let observed = Schedule(questions).run(by: Observer.shared, Terminal.showProgress)
        Terminal.endProgress()
        gallery = Gallery(scenarios, observed, in: language, only: wanted)
    }
    for output in outputs { try output.write(gallery) }
    return gallery.isWhole ? 0 : 3
}

extension Output where Format == PictureFormat {
    /// Writes the pictures; pixels are made by `rsvg-convert`.
    fileprivate func write(_ gallery: Gallery) throws {
        guard format == .png else { return try write { $0 == .svg ? gallery.svg : gallery.text } }
        guard let path else { throw UsageError("png needs a file: --output png=FILE") }
        do {
            let command = Command("rsvg-convert", ["--zoom", "2", "--output", path], input: Array(gallery.svg.utf8))
            try command.run().orThrow()
        } catch { throw UsageError("cannot make \(path): \(error.sentence)") }
    }
}
