internal import Harness
internal import Host

extension Verb {
    /// Takes the parts of a container away, one by one.
    static let ablate = Verb(
        name: "ablate", summary: "Take the parts of a container away, and say which facts flip.",
        operands: "[docker] [lxd] [kernel]",
        options: [
            Option(name: "scenario", value: "SCENARIO", summary: "only this one; may be given again"), .format, .output,
            .language,
        ],
        details: """
            Every option that a scenario may have is given to a container, and every fact is observed, there and in the
            engine's bare scenario. What has to flip stands in the table in Sources/Harness/Ablation; what flips without
            standing there, and what does not flip, is marked. An option that this machine lacks something for is
            untestable.

            The formats are text (what flips), json and markdown (the whole matrix, as in docs/ablation.md).

            The exit status is the first of these that is true:
              1  a fact flips that ought not to, or does not that ought to, or could not be observed
              2  the command line cannot be used
              3  an engine is not here
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

    Interruption.watch(parent: false)
    defer { removeScenes() }
    let matrix = AblationMatrix.run(ablations, progress: Terminal.showProgress)
    Terminal.endProgress()
    for output in outputs {
        let colors = output.isStandard && Terminal.hasColors
        try output.write { $0.text(matrix, in: language, colors: colors) }
    }
    return matrix.exitStatus
}

/// The ablation of a scenario; throws a ``UsageError`` if the table has none.
private func ablation(of text: String) throws -> Ablation {
    let scenario: Scenario
    do { scenario = try Scenario(parsing: text) } catch { throw UsageError("\(error)") }
    guard let ablation = Ablation.table.first(where: { $0.scenario == scenario }) else {
        let all = Ablation.table.map { "\($0.scenario)" }
        let near = nearest(to: "\(scenario)", among: all).map { ": is it \($0)?" } ?? ""
        throw UsageError("the table of ablations has no \(scenario)\(near)")
    }
    return ablation
}
