/// The roots of both containers on what they share, with the shared folder beside them.
struct StoragePanel {
    let picture: Picture

    private var language: Language { picture.language }

    func draw(on drawing: inout Drawing) {
        addRoots(to: &drawing)
        addVolume(to: &drawing)
        addImage(to: &drawing)
        addPool(to: &drawing)
        drawing.addRows(
            picture,
            ["root.device", "root.copy-on-write", "root.write-from-host", "root.on-removal", "volume.on-removal"])
    }

    /// The writable top of each root: an overlay's upper folder, or a volume of the pool.
    private func addRoots(to drawing: inout Drawing) {
        guard let fact = picture.fact("root.filesystem") else { return }
        let tones: [Drawing.Tone] = fact.value == nil ? [.unknown, .unknown] : [.own, .second]
        let heads = [PicturePhrases.container, PicturePhrases.second]
        var shapes: [Drawing.Shape] = []
        for (column, (head, tone)) in zip(heads, tones).enumerated() {
            let x = 13 * column
            shapes += [
                .box(x: x, y: 0, width: 12, height: 4, tone),
                .text(head.text(in: language), x: x + 1, y: 1, width: 10, .strong),
                .text(fact.word, x: x + 1, y: 2, width: 10, .plain),
            ]
        }
        drawing.add(fact, mark: (12, 1), shapes)
    }

    private func addVolume(to drawing: inout Drawing) {
        guard let fact = picture.fact("volume.filesystem") else { return }
        drawing.add(
            fact, mark: (25, 1),
            [
                .box(x: 26, y: 0, width: 13, height: 4, fact.value == nil ? .unknown : .host),
                .text("/data", x: 27, y: 1, width: 11, .strong), .text(fact.word, x: 27, y: 2, width: 11, .plain),
            ])
    }

    /// The image below: its layers, or the volume of which the roots are clones; one for both, or one for each.
    private func addImage(to drawing: inout Drawing) {
        guard let shared = picture.fact("root.layers.shared") else { return }
        let y = drawing.height
        let layers = picture.fact("root.layers")
        let count: Int = if case .number(let number)? = layers?.value { Int(clamping: number) } else { 1 }
        let rows = max(1, min(count, 8))
        let columns: [(x: Int, width: Int)] = shared.text == "yes" ? [(0, 25)] : [(0, 12), (13, 12)]
        let tone: Drawing.Tone = shared.value == nil ? .unknown : .host
        drawing.add(
            shared, mark: (25, y),
            (0..<rows).flatMap { row in columns.map { .strip(x: $0.x, y: y + row, width: $0.width, tone) } }
                + [.text("\(shared.label): \(shared.word)", x: 1, y: y + rows, width: 38, .soft)])
        guard let layers else {
            let text = PicturePhrases.image.text(in: language)
            return drawing.add(nil, [.text(text, x: 1, y: y, width: 11, .plain)])
        }
        let word = PicturePhrases.layer.text(in: language)
        let names = layers.evidence.lazy.compactMap { piece -> [String]? in
            guard case .seen(let seen) = piece else { return nil }
            let lines = seen.english.split(separator: "\n").map(String.init)
            return lines.count == count ? lines : nil
        }.first
        let texts = (0..<rows).map { row -> Drawing.Shape in
            let name = names.map { Self.name($0[row]) } ?? ""
            let text = row == 7 && count > 8 ? "… \(count - 7)" : "\(word) \(count - row) \(name)"
            return .text(text, x: 1, y: y + row, width: 23, .plain)
        }
        drawing.add(
            layers, mark: (26, y),
            (layers.value == nil ? [] : texts) + [
                .text("\(layers.label): \(layers.word)", x: 27, y: y, width: 12, .plain)
            ])
    }

    /// The pool below all, with what it is made of.
    private func addPool(to drawing: inout Drawing) {
        guard let driver = picture.fact("pool.driver"), let source = picture.fact("pool.source") else { return }
        let y = drawing.height
        drawing.add(
            driver, mark: (0, y + 1),
            [
                .box(x: 0, y: y, width: 39, height: 4, driver.value == nil ? .unknown : .host),
                .text("\(driver.label): \(driver.word)", x: 2, y: y + 1, width: 35, .strong),
            ])
        drawing.add(source, mark: (0, y + 2), [.text(source.word, x: 2, y: y + 2, width: 35, .plain)])
    }

    /// The telling part of a layer's path, which often ends with `/diff`.
    private static func name(_ path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "diff" }
        return (parts.last.map(String.init) ?? path).prefix(12).description.quotedForReaders
    }
}
