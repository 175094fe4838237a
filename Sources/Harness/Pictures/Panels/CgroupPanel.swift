/// The tree of cgroups from its root to the container, and what its files do.
struct CgroupPanel {
    let picture: Picture

    func draw(on drawing: inout Drawing) {
        drawing.addRows(picture, ["cgroup.version"])
        addHierarchies(to: &drawing)
        addPath(to: &drawing)
        addLimit(to: &drawing)
        drawing.addRows(
            picture,
            ["cgroup.freezer", "cgroup.freezer.by-engine", "cgroup.pids.limit.by-file", "cgroup.pids.limit.by-update"])
    }

    /// The root, with the controllers that govern the container.
    private func addHierarchies(to drawing: inout Drawing) {
        guard let fact = picture.fact("cgroup.controllers") else { return }
        let lines = fact.word.wrapped(to: 35)
        let y = drawing.height
        drawing.add(
            fact, mark: (0, y + 1),
            [
                .box(x: 0, y: y, width: 39, height: lines.count + 3, fact.value == nil ? .unknown : .host),
                .text("/sys/fs/cgroup", x: 2, y: y + 1, width: 35, .strong),
            ] + lines.enumerated().map { .text($0.element, x: 2, y: y + 2 + $0.offset, width: 35, .soft) })
    }

    /// A line down from the root for each folder on the way, the last of which is the container's.
    private func addPath(to drawing: inout Drawing) {
        guard let fact = picture.fact("cgroup.path") else { return }
        var names = fact.text.map { $0.split(separator: "/").map(String.init) } ?? ["?"]
        if names.isEmpty { names = ["/"] }
        if names.count > 4 { names = names.prefix(2) + ["…"] + names.suffix(1) }
        let y = drawing.height
        var shapes: [Drawing.Shape] = []
        for (depth, name) in names.enumerated() {
            let (x, row) = (2 + 3 * depth, y + depth)
            if depth == names.count - 1 {
                let tone: Drawing.Tone = fact.value == nil ? .unknown : .own
                shapes.append(.strip(x: x + 3, y: row, width: 36 - x, tone))
            }
            shapes.append(.text("\u{2514}\u{2500}", x: x, y: row, width: 2, .soft))
            shapes.append(.text(name.quotedForReaders, x: x + 3, y: row, width: 36 - x, .strong))
        }
        if let entries = fact.membership?.entries, let path = fact.text {
            let here = entries.count { $0.path == path }
            let words =
                entries.count == 1
                ? Sentence("in the only hierarchy", "en la única jerarquía")
                : Sentence("in \(here) of \(entries.count) hierarchies", "en \(here) de \(entries.count) jerarquías")
            shapes.append(
                .text(words.text(in: picture.language), x: 2 + 3 * names.count, y: y + names.count, width: 28, .soft))
        }
        drawing.add(fact, mark: (0, y), shapes)
    }

    /// The number of processes as a bar that ends at a wall, or goes on.
    private func addLimit(to drawing: inout Drawing) {
        guard let fact = picture.fact("cgroup.pids.limit") else { return }
        let y = drawing.height
        var shapes: [Drawing.Shape] = [.text(fact.label, x: 2, y: y, width: 16, .soft)]
        switch fact.value {
        case .number: shapes += [.strip(x: 19, y: y, width: 6, .own), .wall(x: 25, y: y, isOpen: false)]
        case .unlimited: shapes += [.strip(x: 19, y: y, width: 7, .own)]
        default: shapes += [.strip(x: 19, y: y, width: 6, .unknown)]
        }
        shapes.append(.text(fact.word, x: 27, y: y, width: 12, .plain))
        if let reached = fact.reached {
            let words = "\(reached) \(PicturePhrases.reached.text(in: picture.language))"
            shapes.append(.text(words, x: 19, y: y + 1, width: 20, .soft))
        }
        drawing.add(fact, mark: (0, y), shapes)
    }
}
