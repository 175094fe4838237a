/// Host, container and second container side by side: a wall for each kind of namespace that is private.
struct NamespacePanel {
    let picture: Picture
    private static let kinds = ["pid", "uts", "mnt", "ipc", "net", "user", "cgroup", "time"]

    func draw(on drawing: inout Drawing) {
        let heads = [PicturePhrases.host, PicturePhrases.container, PicturePhrases.second]
        for (place, head) in heads.enumerated() {
            let text = head.text(in: picture.language)
            drawing.add(nil, [.text(text, x: 7 + 11 * place, y: 0, width: 10, .strong)])
        }
        for (row, kind) in Self.kinds.enumerated() {
            guard let fact = picture.fact("namespace.\(kind)") else { continue }
            add(fact, kind, y: row + 1, to: &drawing)
            if let between = picture.fact("namespace.\(kind).between-containers") {
                add(between, besides: fact, y: row + 1, to: &drawing)
            }
        }
    }

    /// The container's namespace beside the host's: one bar in the host's colour if it is shared.
    private func add(_ fact: DrawnFact, _ kind: String, y: Int, to drawing: inout Drawing) {
        let inodes = fact.inodes
        let isShared = fact.text == "shared"
        var shapes: [Drawing.Shape] = [.text(kind, x: 0, y: y, width: 6, .plain)]
        if fact.value == nil {
            shapes += [.strip(x: 7, y: y, width: 10, .host), .strip(x: 18, y: y, width: 10, .unknown)]
            shapes.append(.text("?", x: 22, y: y, width: 2, .strong))
        } else {
            shapes += [
                .strip(x: 7, y: y, width: isShared ? 21 : 10, .host), .wall(x: 17, y: y, isOpen: isShared),
            ]
            if !isShared { shapes.append(.strip(x: 18, y: y, width: 10, .own)) }
            let texts = inodes.count == 2 ? inodes : ["", fact.word]
            shapes += [
                .text(texts[0], x: 7, y: y, width: 10, .plain), .text(texts[1], x: 18, y: y, width: 10, .plain),
            ]
        }
        drawing.add(fact, mark: (17, y), shapes)
    }

    /// The second container's namespace beside the first one's.
    private func add(_ between: DrawnFact, besides first: DrawnFact, y: Int, to drawing: inout Drawing) {
        let isShared = between.text == "shared"
        let tone: Drawing.Tone =
            between.value == nil ? .unknown : !isShared ? .second : first.text == "shared" ? .host : .own
        let x = isShared ? 27 : 29
        let text = between.value == nil ? "?" : between.inodes.count == 2 ? between.inodes[1] : between.word
        var shapes: [Drawing.Shape] = [.strip(x: x, y: y, width: 39 - x, tone)]
        if between.value != nil { shapes.append(.wall(x: 28, y: y, isOpen: isShared)) }
        shapes.append(.text(text, x: 29, y: y, width: 10, between.value == nil ? .strong : .plain))
        drawing.add(between, mark: (28, y), shapes)
    }
}
