internal import Harness
internal import Host

/// The text of `lab template`, as a student goes through it: what to type, and where to write the value.
struct TypedTemplate {
    /// A question of the template.
    struct Question {
        /// The fact's id.
        var fact: String
        /// The lines to type.
        var lines: [ByHand.Line]
    }

    /// A block of lines that launches containers, or a question.
    enum Part {
        case launch([ByHand.Line])
        case question(Question)
    }

    /// The parts in the order of the text.
    let parts: [Part]
    private let text: String
    private let language: Language

    init(_ engine: Engine, in language: Language) {
        (text, self.language) = (ReportTemplate([engine], in: language).text, language)
        var (parts, block, isOpen): ([Part], [ByHand.Line], Bool) = ([], [], false)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                if isOpen, Self.launches(block) {
                    parts.append(.launch(block))
                    block = []
                }
                isOpen.toggle()
            } else if isOpen {
                block.append(Self.typed(String(line)))
            } else if line.hasSuffix(Self.gap), let id = Self.fact(in: line) {
                parts.append(.question(Question(fact: id, lines: block)))
                block = []
            }
        }
        self.parts = parts
    }

    static let gap = "____"

    /// The questions.
    var questions: [Question] { parts.compactMap { if case .question(let question) = $0 { question } else { nil } } }

    /// All lines to type, in order, without remarks.
    var commands: [String] {
        parts.flatMap { part in
            switch part {
            case .launch(let lines): lines.map(\.command)
            case .question(let question): [question.fact] + question.lines.map(\.command)
            }
        }
    }

    /// The text with values in the gaps; claims without a value are left out, as the template asks.
    func completed(with values: [String: String]) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line -> String? in
            guard line.hasSuffix(Self.gap) else { return String(line) }
            guard let id = Self.fact(in: line), let value = values[id] else { return nil }
            return String(line).replacing(Self.gap, with: spelled(value))
        }.joined(separator: "\n")
    }

    /// The value as a student writes it who reads only this language.
    private func spelled(_ value: String) -> String {
        if language == .english { return value }
        if value.hasPrefix("stand-in for ") { return value.replacing("stand-in for", with: "sustituto de") }
        return SpanishValues.forms(of: value).first ?? value
    }

    private static func fact(in line: Substring) -> String? {
        line.split(separator: " ").map(String.init).first { Catalogue.fact($0) != nil }
    }

    /// A line of a block: behind a `#` with blanks around it stands the remark.
    private static func typed(_ line: String) -> ByHand.Line {
        guard let mark = line.firstRange(of: "    # ") else { return ByHand.Line(line) }
        let note = String(line[mark.upperBound...])
        let inside = ByHand.Line.insideNote
        let isInside = [inside.english, inside.spanish].contains(note)
        return ByHand.Line(String(line[..<mark.lowerBound]), note: isInside ? inside : Sentence(note, note))
    }

    /// Whether a block launches containers for the questions after it.
    private static func launches(_ block: [ByHand.Line]) -> Bool {
        block.contains { $0.command.hasPrefix("PID=") }
    }
}
