internal import Foundation
internal import Harness
internal import Host
internal import Synchronization
internal import XCTest

/// A test case whose tests give a container an option, and demand that exactly the right facts flip.
///
/// It observes the option's most telling facts; `lab ablate`, and `LAB_ABLATION=all` here, observe all of them.
open class AblationTestCase: SheetTestCase {
    /// Passes if exactly those facts flip that the table names for the scenario; skips the test, with the reason, if
    /// this machine lacks something.
    package func confirmFlips(of text: String, file: StaticString = #filePath, line: UInt = #line) throws {
        let scenario = try Scenario(parsing: text)
        guard let ablation = Ablation.table.first(where: { $0.scenario == scenario }) else {
            return XCTFail("the table of ablations has no \(text)", file: file, line: line)
        }
        try require(ablation.scenario.engine, file: file, line: line)
        let facts = Self.facts(of: ablation)
        let observed = Observer.shared.observations(
            of: facts.flatMap { [Question($0.id, in: ablation.bare), Question($0.id, in: ablation.scenario)] })
        let row = AblationMatrix.Row(ablation, facts, observed)
        if var lack = row.lack {
            // The engine is here, but this machine need not have everything for its options.
            lack.isExtra = true
            try skip(lack, ablation.scenario.engine, file: file, line: line)
        }
        for (fact, cell) in row.cells where cell.isWrong {
            XCTFail(row.explanation(of: fact, cell, observed), file: file, line: line)
        }
    }

    /// The ablations of the engines all of whose options this process tries with all facts.
    private static let whole = Mutex<[Ablation]>([])

    /// The matrix of what the tests have observed, as `lab ablate` makes it; nil if they were not to observe all.
    static func matrix() -> AblationMatrix? {
        let ablations = whole.withLock { $0 }
        return ablations.isEmpty ? nil : .run(ablations, by: Observer.shared)
    }

    private static func facts(of ablation: Ablation) -> [Fact] {
        Setting.ablation.value == "all" ? ablation.facts : ablation.tellingFacts
    }

    /// Observes an engine's ablations ahead, several at once, if enough of them were chosen.
    static func observeAhead(_ selected: [String]) {
        let ablations = Engine.allCases.flatMap { engine -> [Ablation] in
            let own = Ablation.table.filter { $0.scenario.engine == engine }
            let chosen = selected.filter { $0.contains(".\(engine.optionTests)") }
            let isWhole = selected.isEmpty || chosen.contains { !$0.contains("/") } || chosen.count > own.count / 2
            return isWhole ? own : []
        }
        let questions = ablations.flatMap { ablation in
            facts(of: ablation).map { Question($0.id, in: ablation.scenario) }
        }
        if questions.isEmpty { return }
        if Setting.ablation.value == "all" { whole.withLock { $0 = ablations } }
        Observer.shared.goAhead { goesOn in
            Schedule(questions).run(
                by: Observer.shared, workersPerEngine: AblationMatrix.workersPerEngine, while: goesOn)
        }
    }
}

extension Engine {
    /// The class that has the tests of the engine's ablations.
    fileprivate var optionTests: String {
        switch self {
        case .docker: "OptionTests"
        case .lxd: "OptionbisTests"
        case .kernel: "KernelOptionTests"
        }
    }
}
