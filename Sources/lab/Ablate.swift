internal import Harness
internal import Host

extension Verb {
    /// Takes away the parts of a container, one by one.
    static let ablate = Verb(
        name: "ablate", summary: "Take the parts of a container away, and say which facts flip.",
        operands: "[docker] [lxd] [kernel]",
        options: [
            Option(name: "scenario", value: "SCENARIO", summary: "only this one; may be repeated"), .format, .output,
            .language, .recorded,
        ],
        details: """
            It gives a container every option that a scenario may have, one by one. Every fact is observed there and in
            the engine's bare scenario. The table in Sources/Harness/Ablation lists the facts that have to flip. A fact
            that flips without being listed, or does not flip although it is, is marked. An option is untestable if this
            machine lacks something for it. The formats are text (the flips), json, markdown (the matrix in
            docs/ablation.md) and html (a page with pictures). With --recorded, a record takes the machine's place.

            The exit status is the first of these that is true:
              1  a fact flips wrongly, does not flip although it has to, or could not be observed
              2  the command line cannot be used
              3  an engine is missing
              0  all is as expected
            """,
        run: takeApart)
}

private func takeApart(_ arguments: Arguments) throws -> Int32 {
    let outputs = try Output<AblationFormat>.all(arguments)
    let (language, engines) = (try language(arguments), try engines(arguments))
    var ablations = Ablation.table.filter { engines.contains($0.scenario.engine) }
    if let named = arguments.options["scenario"] {
        guard arguments.operands.isEmpty else { throw UsageError("name engines or scenarios, not both") }
        ablations = try named.map(ablation)
    }
    for output in outputs { try output.check() }

    let matrix: AblationMatrix
    if let content = try arguments.value("recorded").map({ try readRecord($0, language) }) {
        matrix = AblationMatrix(ablations, content.observations, on: content.record.machine)
    } else {
        Interruption.watch(parent: false)
        defer { removeScenes() }
        matrix = AblationMatrix.run(ablations, progress: Terminal.showProgress)
        Terminal.endProgress()
    }
    for output in outputs {
        let colors = output.isStandard && Terminal.hasColors
        try output.write { $0.text(matrix, in: language, colors: colors) }
    }
    return matrix.exitStatus
}

/// The ablation of a scenario; throws a ``UsageError`` if the table has none.
private func ablation(of text: String) throws -> Ablation {
    let scenario = try scenario(text)
    guard let ablation = Ablation.table.first(where: { $0.scenario == scenario }) else {
        let all = Ablation.table.map { "\($0.scenario)" }
        let near = "\(scenario)".nearest(in: all).map { ": is it \($0)?" } ?? ""
        throw UsageError("the table of ablations has no \(scenario)\(near)")
    }
    return ablation
}
