/// The matrix for programs, one cell a line.
enum AblationJSON {
    static func text(of matrix: AblationMatrix, in language: Language) -> String {
        let parts = matrix.parts.map { part in
            let rows = part.rows.map { row in
                let head = JSON.members([
                    ("scenario", .string("\(row.ablation.scenario)")), ("asExpected", .boolean(row.isAsExpected)),
                ])
                return "    " + open(head)
                    + list("cells", row.cells.map { "     " + cell($0.fact, $0.cell, language).text })
                    + "}"
            }
            let bare = part.bare.map { fact, seen in (fact.id, (try? seen.get()).map { JSON.string("\($0)") } ?? .null)
            }
            let head = JSON.members([
                ("engine", .string(part.scenario.engine.rawValue)), ("comparedWith", .string("\(part.scenario)")),
                ("lacking", part.lack.map { .string(Explanation.words(for: $0, in: language)) }),
                ("bare", .object(bare)),
            ])
            return "  " + open(head) + list("scenarios", rows) + "}"
        }
        let head = JSON.members([
            ("version", 1), ("exitStatus", .count(Int(matrix.exitStatus))),
            ("machine", .strings(matrix.machine.map { Portrait.line($0, in: language) })),
        ])
        return open(head) + list("parts", parts) + "}\n"
    }

    private static func open(_ object: JSON) -> String { object.text.dropLast() + ", " }

    private static func list(_ name: String, _ lines: [String]) -> String {
        "\"\(name)\": [\n" + lines.joined(separator: ",\n") + "\n]"
    }

    private static func cell(_ fact: Fact, _ cell: Cell, _ language: Language) -> JSON {
        var members: [(String, JSON?)] = [
            ("fact", .string(fact.id)), ("state", .string(cell.state)), ("value", cell.value.map { .string("\($0)") }),
        ]
        switch cell {
        case .missing(_, let target): members.append(("expected", .string("\(target)")))
        case .unexpected(_, let bare): members.append(("expected", .string("\(bare)")))
        case .untestable(let lack): members.append(("reason", .string(lack.words.text(in: language))))
        case .failed(let reason): members.append(("reason", .string(reason.text(in: language))))
        case .same, .flipped: break
        }
        return .members(members)
    }
}

extension Cell {
    /// The word of its kind, for programs.
    fileprivate var state: String {
        switch self {
        case .same: "same"
        case .flipped: "flipped"
        case .unexpected: "unexpected"
        case .missing: "missing"
        case .untestable: "untestable"
        case .failed: "failed"
        }
    }
}
