/// The ids of host and container as two rulers with the map between them, and the files that hang on both.
struct UserPanel {
    let picture: Picture

    private var language: Language { picture.language }

    func draw(on drawing: inout Drawing) {
        addRulers(to: &drawing)
        drawing.addRows(picture, ["users.gid-map", "users.root-inside-is"])
        addRoot(to: &drawing)
        addFiles(to: &drawing)
        drawing.addRows(picture, ["volume.write-by-default-user", "volume.setuid-root-from-container"])
    }

    private func addRulers(to drawing: inout Drawing) {
        guard let fact = picture.fact("users.uid-map") else { return }
        drawing.add(
            nil,
            [
                .text(PicturePhrases.host.text(in: language) + " UID", x: 0, y: 0, width: 19, .strong),
                .text(PicturePhrases.container.text(in: language) + " UID", x: 20, y: 0, width: 19, .strong),
            ])
        var shapes: [Drawing.Shape] = []
        let segments = Self.segments(of: fact.text)
        for (row, segment) in segments.enumerated() {
            let y = 1 + row
            let isSame = segment.inside == segment.outside
            shapes.append(.strip(x: 0, y: y, width: 19, .host))
            shapes.append(.text(segment.outside, x: 1, y: y, width: 17, .plain))
            if let inside = segment.inside {
                shapes.append(.strip(x: 20, y: y, width: 19, isSame ? .host : .own))
                shapes.append(.wall(x: 19, y: y, isOpen: true))
                shapes.append(.text(inside, x: 21, y: y, width: 17, .strong))
            } else {
                shapes.append(.text(PicturePhrases.unmapped.text(in: language), x: 21, y: y, width: 17, .soft))
            }
        }
        if segments.isEmpty {
            shapes = [.strip(x: 20, y: 1, width: 19, .unknown), .text(fact.word, x: 21, y: 1, width: 17, .strong)]
        }
        drawing.add(fact, mark: (19, 1), shapes)
    }

    /// The host's user behind a process of the container's root.
    private func addRoot(to drawing: inout Drawing) {
        guard let fact = picture.fact("users.root-inside-is"), let line = fact.files("/status").first,
            let user = line.columns.dropFirst().first, let number = UInt32(digits: user)
        else { return }
        let text = "UID 0 \u{2192} UID \(number)"
        drawing.add(fact, [.text(text, x: 19, y: drawing.height, width: 20, .strong)])
    }

    /// The host's ids from the first to the last in pieces, each with the ids that it has inside, if it has any.
    static func segments(of text: String?) -> [(outside: String, inside: String?)] {
        guard let text, let map = try? IDMap(parsing: text.replacing(", ", with: "\n")) else { return [] }
        func range(_ start: UInt64, _ end: UInt64) -> String { start == end ? "\(start)" : "\(start) – \(end)" }
        let last = UInt64(UInt32.max) - 1
        var (segments, next): ([(String, String?)], UInt64) = ([], 0)
        for entry in map.entries.sorted(by: { $0.outside < $1.outside }).prefix(6) {
            let (outside, inside, count) = (UInt64(entry.outside), UInt64(entry.inside), UInt64(entry.count))
            if outside > next { segments.append((range(next, outside - 1), nil)) }
            next = outside + count
            segments.append((range(outside, next - 1), range(inside, inside + count - 1)))
        }
        if map.entries.count > 6 {
            segments.append(("…", "…"))
        } else if next <= last {
            let rest = range(next, last)
            // A terminal has no more room.
            segments.append((rest.count > 17 ? "\(next) – 2³²−2" : rest, nil))
        }
        return segments
    }

    /// The files: the column of the maker, and the facts for host, container and second container.
    private static let files: [(maker: Int, facts: [String?])] = [
        (1, ["owner.default-user-file.on-host", nil, nil]),
        (1, ["owner.root-file.on-host", nil, "owner.root-file.in-second-container"]),
        (1, ["owner.test-file.on-host", nil, "owner.test-file.in-second-container"]),
        (0, [nil, "owner.host-user-file.in-container", "owner.host-user-file.in-second-container"]),
        (0, [nil, "owner.host-root-file.in-container", "owner.host-root-file.in-second-container"]),
    ]

    /// Each file with its owner as the host, the container and the second container see it.
    private func addFiles(to drawing: inout Drawing) {
        let heads = [PicturePhrases.host, PicturePhrases.container, PicturePhrases.second]
        let y = drawing.height
        for (column, head) in heads.enumerated() {
            drawing.add(nil, [.text(head.text(in: language), x: 1 + 13 * column, y: y, width: 12, .strong)])
        }
        for (maker, ids) in Self.files {
            let facts = ids.map { $0.flatMap(picture.fact) }
            guard let head = facts.compactMap(\.self).first?.label else { continue }
            let row = drawing.height
            drawing.add(nil, [.text(head, x: 1, y: row, width: 38, .soft)])
            addMaker(maker, y: row + 1, to: &drawing)
            for (column, fact) in facts.enumerated() {
                if let fact { add(fact, column, y: row + 1, to: &drawing) }
            }
        }
    }

    private static let tones: [Drawing.Tone] = [.host, .own, .second]

    private func addMaker(_ column: Int, y: Int, to drawing: inout Drawing) {
        let text = PicturePhrases.made.text(in: language)
        drawing.add(nil, [.text("\u{270e} \(text)", x: 1 + 13 * column, y: y, width: 11, .soft)])
    }

    private func add(_ fact: DrawnFact, _ column: Int, y: Int, to drawing: inout Drawing) {
        let lines = fact.word.count > 11 ? fact.word.replacing(":", with: ": ").wrapped(to: 11) : [fact.word]
        let tone = fact.value == nil ? .unknown : Self.tones[column]
        let x = 1 + 13 * column
        drawing.add(
            fact, mark: (x - 1, y),
            lines.enumerated().flatMap { offset, line -> [Drawing.Shape] in
                [
                    .strip(x: x, y: y + offset, width: 12, tone),
                    .text(line, x: x, y: y + offset, width: 12, .plain),
                ]
            })
    }
}
