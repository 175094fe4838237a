package import Foundation

/// The observations of one machine as a document, so that reports can be judged against them anywhere.
package struct Record: Sendable, Equatable, Codable {
    /// The name by which a document says that it is a record.
    static let format = "container-anatomy-record"
    /// The number of the form that is written, and the only one that is read.
    static let version = 1

    /// The name of the format.
    package var format = Self.format
    /// The number of the format.
    package var version = Self.version
    /// The ids of all facts that could be asked, in order.
    package var catalogue: [String]
    /// The time when it was made, as in ISO 8601.
    package var date: String
    /// The machine in words, with its engines and their images.
    package var machine: [String]
    /// The machine, as far as values depend on it; nil in a record of an earlier version.
    var profile: MachineProfile?
    /// The engines whose containers were made of a stand-in for the sheet's image.
    package var standIns: [String]
    /// The answers, in the order of their questions.
    package var answers: [RecordedAnswer]

    /// The record of observations that were made on a machine at a time.
    package init(_ observations: Observations, on machine: [String], at date: Date) {
        catalogue = Catalogue.facts.map(\.id).sorted()
        self.date = date.ISO8601Format()
        self.machine = machine
        profile = observations.profile
        standIns = observations.standIns.map(\.rawValue).sorted()
        answers = observations.results.map(RecordedAnswer.init)
            .sorted { ($0.scenario, $0.fact) < ($1.scenario, $1.fact) }
    }

    /// The observations that were recorded; throws a ``Problem`` for what no machine can have said.
    ///
    /// A fact that this catalogue does not know is passed by, if the record's own catalogue knows it.
    package func observations() throws(Problem) -> Observations {
        guard (try? Date(date, strategy: .iso8601)) != nil else {
            throw Problem("its date is not a date", "su fecha no es una fecha")
        }
        let engines = standIns.compactMap(Engine.init(rawValue:))
        guard engines.count == standIns.count else {
            throw Problem(
                "its stand-ins are not of known engines", "sus imágenes sustitutas no son de motores conocidos")
        }
        let known = Set(catalogue)
        var results: [Question: Result<Observation, any Error>] = [:]
        for answer in answers {
            let scenario = try Scenario(parsing: answer.scenario)
            guard let fact = Catalogue.fact(answer.fact) else {
                if known.contains(answer.fact) { continue }
                let shown = answer.fact.quotedForReaders
                throw Problem("there is no fact \u{201c}\(shown)\u{201d}", "no existe el hecho «\(shown)»")
            }
            guard results.updateValue(try answer.result(), forKey: Question(fact.id, in: scenario)) == nil else {
                throw Problem("\(fact.id) in \(scenario) is there twice", "\(fact.id) en \(scenario) aparece dos veces")
            }
        }
        return Observations(results, standIns: Set(engines), isRecorded: true, on: profile ?? MachineProfile())
    }

    /// The document: JSON with a member a line, in the order of the members' names.
    package func document() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
}

extension Catalogue {
    /// The questions that it asks of a scenario: all facts of the engine, and in the bare one those with their own.
    package static func questions(of scenario: Scenario) -> [Question] {
        let facts = facts.filter { $0.engines.contains(scenario.engine) }
        let own = scenario == .bare(scenario.engine) ? questions(of: scenario.engine) : []
        return own + facts.map { Question($0.id, in: scenario) }.filter { !own.contains($0) }
    }

    /// The questions that the sheet asks of an engine: each fact in its own scenario.
    package static func questions(of engine: Engine) -> [Question] {
        facts.filter { $0.engines.contains(engine) }.map { Question($0.id, in: $0.scenario(of: engine)) }
    }
}
