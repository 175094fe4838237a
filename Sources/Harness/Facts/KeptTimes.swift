internal import Foundation

/// How long scenes and facts took on one machine, `Fixtures/times.json`: only the order of errands depends on it.
///
/// All times are seconds, by the names of the engines.
package struct KeptTimes: Codable, Equatable, Sendable {
    /// For launching both containers, and removing them.
    package var scenes: [String: Double]
    /// For each fact, in that order, when the containers run already.
    package var facts: [String: [String: Double]]

    package init(scenes: [String: Double] = [:], facts: [String: [String: Double]] = [:]) {
        (self.scenes, self.facts) = (scenes, facts)
    }

    /// The file, in `Fixtures`.
    package static let file = "times.json"

    /// The times of that file; none if it cannot be read, because errands in any order are done as well.
    static let kept: KeptTimes = {
        let text = try? Fixtures.text(file)
        return text.flatMap { try? JSONText.decode(KeptTimes.self, from: Array($0.utf8), of: file) } ?? KeptTimes()
    }()

    /// For a scenario with these facts; what is not known takes a tenth of a second.
    func seconds(of facts: [String], in scenario: Scenario) -> Double {
        let engine = scenario.engine.rawValue
        return facts.reduce(scenes[engine] ?? 1) { $0 + (self.facts[engine]?[$1] ?? 0.1) }
    }

    /// Measures them on this machine, an engine after the other, with the containers of the sheet.
    ///
    /// What this machine cannot show keeps its time.
    package static func measured(_ engines: [Engine], _ progress: (String) -> Void) throws -> KeptTimes {
        var times = kept
        defer { _ = Scenes.shared.discardAll() }
        for engine in engines {
            try Machine.require(engine)
            let all = Catalogue.facts.filter { $0.engines.contains(engine) }
            var facts = (times.facts[engine.rawValue] ?? [:]).filter { kept in all.contains { $0.id == kept.key } }
            for scenario in Set(all.map { $0.scenario(of: engine) }).sorted(by: { $0.description < $1.description }) {
                progress("times: \(scenario)")
                let asked = all.filter { $0.scenario(of: engine) == scenario }.sorted { $0.effect < $1.effect }
                let observer = Observer(scenes: .shared)
                var start = ContinuousClock.now
                do { try observer.use(scenario) { _ = try $0.pair() } } catch is Lacking { continue }
                let launch = ContinuousClock.now - start
                let first = asked.first { $0.effect > .reads }?.id
                for fact in asked {
                    if fact.id == first { observer.readNoMore(in: scenario) }
                    do { _ = try observer.observe(fact, in: scenario) } catch is Lacking { continue }
                    facts[fact.id] = rounded(observer.duration(of: fact, in: scenario))
                }
                start = .now
                observer.leave(scenario)
                for error in Scenes.shared.discardAll() { throw error }
                if scenario == .bare(engine) { times.scenes[engine.rawValue] = rounded(launch + (.now - start)) }
            }
            times.facts[engine.rawValue] = facts
        }
        return times
    }

    private static func rounded(_ duration: Duration) -> Double { (duration / .milliseconds(10)).rounded() / 100 }

    /// The text of the file.
    package var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
