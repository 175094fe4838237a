internal import Foundation

/// A program that lies to the harness about what it does, and the tests that must find that out.
///
/// It is a file of `Fixtures/mutants/ENGINE`: a sentence, facts about it, and lines with which the script `liar`
/// changes the honest program's words.
package struct Mutant: Sendable, Equatable {
    /// A test that must fail, as `Class/test_name`.
    package struct Kill: Sendable, Equatable {
        package var test: String
        /// The conditions on the machine: see ``holds(_:on:)``.
        package var conditions: [String]
    }

    /// The engine that lies.
    package var engine: Engine
    /// The file's name.
    package var name: String
    /// Its lie, in a sentence.
    package var sentence: String
    /// The program that it replaces; `tests` for the machine on which the tests themselves run.
    package var program: String
    /// The tests that must fail.
    package var kills: [Kill] = []
    /// The facts whose expectation fails.
    package var facts: [String] = []
    /// The conditions on the machine for any lie at all.
    package var needs: [String] = []
    /// Its name for a person: `docker/pid-host`.
    package var title: String { "\(engine.rawValue)/\(name)" }

    /// The mutants of all engines, in the order of their names.
    package static func all() throws -> [Mutant] {
        try Engine.allCases.flatMap { engine in
            let folder = Fixtures.path("mutants/\(engine.rawValue)")
            return try TextFile.names(in: folder).sorted().map { name in
                try Mutant(parsing: Fixtures.text("mutants/\(engine.rawValue)/\(name)"), engine, name)
            }
        }
    }

    /// Reads a mutant; throws a ``LabFailure`` if it does not say what it does, or kills nothing.
    package init(parsing text: String, _ engine: Engine, _ name: String) throws {
        let comments = text.split(separator: "\n").prefix { $0.hasPrefix("#") }.map { $0.dropFirst().trimmed }
        self.engine = engine
        self.name = name
        sentence = comments.first ?? ""
        program = ["docker": "docker", "lxd": "lxc"][engine.rawValue] ?? "sh"
        for line in comments.dropFirst() {
            let words = line.split(separator: " ").map(String.init)
            switch words.first {
            case "kills" where words.count == 2 || (words.count > 3 && words[2] == "if"):
                kills.append(Kill(test: words[1], conditions: Array(words.dropFirst(3))))
            case "facts": facts += words.dropFirst()
            case "needs": needs += words.dropFirst()
            case "program" where words.count == 2: program = words[1]
            default:
                throw LabFailure(
                    english: "\(engine.rawValue)/\(name): \u{201c}\(line)\u{201d} is not a line on a mutant")
            }
        }
        guard sentence.hasSuffix("."), !kills.isEmpty else {
            throw LabFailure(
                english:
                    "\(engine.rawValue)/\(name): a mutant says in a sentence what it does, and which tests it kills")
        }
    }

    /// The tests that must fail on a machine with these words.
    package func expected(on machine: Set<String>) -> Set<String> {
        Set(kills.filter { Self.holds($0.conditions, on: machine) }.map(\.test))
    }

    /// Whether it lies on such a machine.
    package func applies(on machine: Set<String>) -> Bool { Self.holds(needs, on: machine) }

    /// Whether all words hold for the machine, and none of those after `not-`.
    static func holds(_ conditions: [String], on machine: Set<String>) -> Bool {
        conditions.allSatisfy { word in
            word.hasPrefix("not-") ? !machine.contains(String(word.dropFirst("not-".count))) : machine.contains(word)
        }
    }

    /// The words that hold for this machine: its cgroup version, `v1`, `v2` or `hybrid`, and LXD's driver.
    package static func machine() -> Set<String> {
        let version = try? Machine.cgroupVersion().rawValue
        let driver = Engine.lxd.ask().isThere ? try? LXD().defaultPool().driver : nil
        return Set([version, driver].compactMap(\.self))
    }
}
