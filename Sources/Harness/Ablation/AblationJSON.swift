/// The matrix for programs, one cell a line.
enum AblationJSON {
    static func text(of matrix: AblationMatrix, in language: Language) -> String {
        let parts = matrix.parts.map { part in
            let rows = part.rows.map { row in
                JSON.object([
                    ("scenario", .string("\(row.ablation.scenario)")), ("asExpected", .boolean(row.isAsExpected)),
                    ("cells", .lines(row.cells.map { cell($0.fact, $0.cell, language) })),
                ])
            }
            let bare = part.bare.map { ($0.fact.id, (try? $0.seen.get()).map { JSON.string("\($0)") } ?? .null) }
            return JSON.members([
                ("engine", .string(part.scenario.engine.rawValue)), ("comparedWith", .string("\(part.scenario)")),
                ("lacking", part.lack.map { .string(Explanation.words(for: $0, in: language)) }),
                ("bare", .object(bare)), ("scenarios", .lines(rows)),
            ])
        }
        return JSON.object([
            ("version", 1), ("exitStatus", .count(Int(matrix.exitStatus))),
            ("machine", .strings(matrix.machine.map { Portrait.line($0, in: language) })), ("parts", .lines(parts)),
        ]).text + "\n"
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
