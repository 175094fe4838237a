/// The way of a packet: from the container over its link to the bridge, and through NAT to other networks.
struct NetworkPanel {
    let picture: Picture

    private var language: Language { picture.language }

    func draw(on drawing: inout Drawing) {
        addNAT(to: &drawing)
        addBridge(to: &drawing)
        addLink(to: &drawing)
        addContainers(to: &drawing)
        drawing.addRows(picture, ["network.address.from"])
        addConnections(to: &drawing)
    }

    private func addNAT(to drawing: inout Drawing) {
        guard let fact = picture.fact("network.nat") else { return }
        let way: [Drawing.Shape] =
            fact.text == "masquerade" ? [.cable(x: 5, y: 1, height: 1, hasArrow: true)] : []
        drawing.add(nil, [.text(PicturePhrases.beyond.text(in: language), x: 2, y: 0, width: 37, .strong)])
        drawing.add(fact, mark: (0, 1), way + [.text("NAT: \(fact.word)", x: 8, y: 1, width: 30, .plain)])
    }

    /// The host's bridge, with the address that is the container's gateway.
    private func addBridge(to drawing: inout Drawing) {
        let host = PicturePhrases.host.text(in: language)
        if let fact = picture.fact("network.bridge") {
            let isThere = fact.value != nil && fact.text != "none"
            drawing.add(
                fact, mark: (0, 3),
                [
                    .box(x: 0, y: 2, width: 39, height: 4, isThere ? .host : .unknown),
                    .text("\(host): \(fact.label) \(fact.word)", x: 2, y: 3, width: 35, .strong),
                ])
        }
        if let fact = picture.fact("network.gateway") {
            let address = fact.gateway.map { " \($0.quotedForReaders)" } ?? ""
            let text = "\(fact.label): \(fact.word)\(fact.text == "none" ? "" : address)"
            drawing.add(fact, mark: (0, 4), [.text(text, x: 2, y: 4, width: 35, .plain)])
        }
    }

    /// The cable with its two ends.
    private func addLink(to drawing: inout Drawing) {
        guard let fact = picture.fact("network.link") else { return }
        let isThere = fact.value != nil && fact.text != "none"
        var shapes: [Drawing.Shape] = isThere ? [.cable(x: 5, y: 6, height: 2, hasArrow: false)] : []
        let ends = fact.files("/ifindex").map(\.trimmed)
        let names = fact.evidence.compactMap { piece -> String? in
            guard case .file(let file) = piece, file.path.hasSuffix("/ifindex") else { return nil }
            return file.path.split(separator: "/").dropLast().last.map(String.init)
        }
        let isPair = ends.count == 2 && names.count == 2
        shapes.append(
            .text(
                "\(fact.label): \(fact.word)" + (isPair ? " \(names[1]) (\(ends[1]))" : ""), x: 8, y: 6,
                width: 31, .plain))
        if isPair { shapes.append(.text("↕ \(names[0]) (\(ends[0]))", x: 8, y: 7, width: 31, .plain)) }
        drawing.add(fact, mark: (0, 6), shapes)
    }

    private func addContainers(to drawing: inout Drawing) {
        guard let fact = picture.fact("network.address") else { return }
        let address = fact.link?.addresses.first { $0.family == "inet" }.map { "\($0.text)/\($0.prefixLength)" }
        let lines = fact.word.wrapped(to: 22)
        drawing.add(
            fact, mark: (0, 9),
            [
                .box(x: 0, y: 8, width: 25, height: 4 + lines.count, fact.value == nil ? .unknown : .own),
                .text(PicturePhrases.container.text(in: language), x: 2, y: 9, width: 22, .strong),
                .text(address ?? "", x: 2, y: 10, width: 22, .plain),
            ] + lines.enumerated().map { .text($0.element, x: 2, y: 11 + $0.offset, width: 22, .soft) })
        drawing.add(
            nil,
            [
                .box(x: 26, y: 8, width: 13, height: 4 + lines.count, fact.value == nil ? .unknown : .second),
                .text(PicturePhrases.second.text(in: language), x: 28, y: 9, width: 9, .strong),
            ])
    }

    private func addConnections(to drawing: inout Drawing) {
        for id in ["connect.host-to-container", "connect.container-to-container"] {
            guard let fact = picture.fact(id) else { continue }
            let y = drawing.height
            let sign = fact.text == "connected" ? "\u{2713} " : fact.value == nil ? "" : "\u{2717} "
            drawing.add(
                fact, mark: (0, y),
                [
                    .text(fact.label, x: 2, y: y, width: 18, .soft),
                    .text(sign + fact.word, x: 21, y: y, width: 18, .plain),
                ])
        }
    }
}
