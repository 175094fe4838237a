/// A scenario that takes a part of a container away, or replaces it, and the facts that have to change with it.
///
/// All other facts have to stay as they are without the option in the same run. An option that changes nothing has no
/// flips: that too is a claim.
package struct Ablation: Sendable {
    /// The value that a fact changes to.
    package enum Target: Sendable, Hashable, CustomStringConvertible {
        /// This value; nothing flips if the bare scenario has it already, as the namespace of the cgroups on v2.
        case value(Value)
        /// Another value than the bare scenario's, which depends on the machine.
        case other
        /// The machine's own value, which may be the bare scenario's.
        case machine

        /// The value, or what is known about it, in English.
        package var description: String { words(in: .english) { "\($0)" } }

        /// The same in a language; the fact tells its words.
        func text(in language: Language, of fact: Fact) -> String {
            words(in: language) { $0.text(in: language, of: fact) }
        }

        private func words(in language: Language, _ text: (Value) -> String) -> String {
            switch self {
            case .value(let value): text(value)
            case .other: Sentence("another", "otro").text(in: language)
            case .machine: Sentence("the machine's own", "el de la máquina").text(in: language)
            }
        }
    }

    /// A fact that changes.
    package struct Flip: Sendable, Hashable {
        /// The fact's id.
        package var fact: String
        /// The value that it changes to.
        package var to: Target
    }

    package let scenario: Scenario
    /// The facts that change, and no others.
    package let flips: [Flip]

    package init(_ scenario: String, _ flips: KeyValuePairs<String, Target> = [:]) {
        do { self.scenario = try Scenario(parsing: scenario) } catch { preconditionFailure("\(error)") }
        self.flips = flips.map { Flip(fact: $0.key, to: $0.value) }
    }

    /// All of them, an engine after the other.
    package static let table = docker + lxd + kernel

    /// The scenario without the option, for comparison: the engine's bare one, or nesting if Docker runs inside.
    package var bare: Scenario {
        let nests = scenario.options.count > 1 && scenario.options.contains(Scenario.nesting.options[0])
        return nests ? .nesting : .bare(scenario.engine)
    }

    /// All facts that are asked of the scenario without the option.
    package var facts: [Fact] {
        let engine = scenario.engine
        return Catalogue.facts.filter { $0.engines.contains(engine) && $0.scenario(of: engine) == bare }
    }

    /// The most telling facts, for short runs.
    ///
    /// They are the facts that flip here, with another value of the same option, or with one of several options; the
    /// namespaces if nothing flips.
    /// `docs/ablation.md` shows that the others stay as they are.
    package var tellingFacts: [Fact] {
        let names = Set(scenario.options.map(\.name))
        let kin = Self.table.filter { $0.bare == bare && names.isSuperset(of: $0.scenario.options.map(\.name)) }
        let flipping = Set(kin.flatMap { $0.flips.map(\.fact) })
        return facts.filter { fact in
            if fact.effect > .reads { return target(of: fact.id) != nil }
            return flipping.isEmpty ? fact.exercise == .namespaces : flipping.contains(fact.id)
        }
    }

    /// The value that the fact changes to; nil if it stays.
    package func target(of fact: String) -> Target? { flips.first { $0.fact == fact }?.to }
}

extension Ablation.Target: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    package init(stringLiteral text: String) { self = .value(.text(text)) }

    package init(integerLiteral number: UInt64) { self = .value(.number(number)) }
}
