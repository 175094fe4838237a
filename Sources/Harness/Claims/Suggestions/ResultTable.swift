/// A table in which a report lists its results: kinds of namespaces, owners, connections.
struct ResultTable {
    private let head: [ProseSentence]
    private let rows: [(cells: [ProseSentence], place: Place)]

    init(_ rows: [(cells: [String], place: Place)]) {
        func words(_ cells: [String]) -> [ProseSentence] {
            var found = cells.prefix(20).map { ProseSentence(words: ProseWord.all(in: [$0])) }
            // The bars at both ends of a row are no cells.
            if found.first?.words.isEmpty ?? false { found.removeFirst() }
            if found.last?.words.isEmpty ?? false { found.removeLast() }
            return found
        }
        let all = rows.map { (cells: words($0.cells), place: $0.place) }
            .filter { row in
                !row.cells.allSatisfy { cell in cell.words.allSatisfy { $0.text.allSatisfy { "-:= ,".contains($0) } } }
            }
        head = all.first?.cells ?? []
        self.rows = all.dropFirst().filter { $0.cells.count == all.first?.cells.count }
    }

    /// The claims that its rows make.
    func claims(in context: ProseContext) -> [(claim: Claim, place: Place)] {
        rows.flatMap { row in
            (namespaces(row.cells, context) + owners(row.cells, context) + connections(row.cells, context)
                + facts(row.cells, context)).map { ($0, row.place) }
        }
    }

    /// The engines of a column: those of its head, or those of which the text speaks.
    private func engines(_ column: Int, _ context: ProseContext) -> [Engine] {
        let own = Set(head[column].words.compactMap { SentenceScenario.engine($0.text) })
        if !own.isEmpty { return Array(own) }
        let others = Set(head.flatMap { $0.words.compactMap { SentenceScenario.engine($0.text) } })
        if !others.isEmpty {
            return others.count == 1 && !head.contains { $0.has(anyOf: ["docker", "lxd"]) } ? Array(others) : []
        }
        return context.engine(of: ProseSentence(words: head.flatMap(\.words))).map { [$0] } ?? []
    }

    // MARK: - Namespaces

    private func namespaces(_ cells: [ProseSentence], _ context: ProseContext) -> [Claim] {
        guard let label = cells.first, label.words.count <= 4,
            let kind = label.words.lazy.compactMap({ NamespaceTerms.kinds[$0.text] }).first,
            let fact = Catalogue.fact("namespace.\(kind.rawValue)")
        else { return [] }
        let named = cells.indices.dropFirst().flatMap { column -> [Claim] in
            guard let value = Self.sharing(cells[column], head[column]) else { return [] }
            return engines(column, context).compactMap { SentenceClaims.claim(fact, value, .bare($0)) }
        }
        if !named.isEmpty { return named }
        let numbers = cells.indices.filter { column in
            cells[column].words.count == 1 && (cells[column].words.first?.text.filter(\.isNumber).count ?? 0) >= 9
        }
        guard numbers.count == 2 else { return [] }
        let digits = numbers.map { cells[$0].words.first?.text.filter(\.isNumber) ?? "" }
        return engines(numbers[0], context).compactMap {
            SentenceClaims.claim(fact, digits[0] == digits[1] ? "shared" : "private", .bare($0))
        }
    }

    /// The value that a cell gives to a namespace, under the head of its column.
    private static func sharing(_ cell: ProseSentence, _ head: ProseSentence) -> String? {
        let words = cell.words.filter { !["(", ")", ",", ".", "✓", "✔"].contains($0.text) }
        guard let first = words.first?.text, words.count <= 6 else { return nil }
        if head.has(anyOf: ["compart*", "shared", "same", "mismo", "igual"]) {
            if yes.contains(first) { return "shared" }
            if denials.contains(first) { return "private" }
        }
        if head.has(anyOf: ["privado", "private", "aislado", "isolated", "distinto", "different", "propio", "own"]) {
            if yes.contains(first) { return "private" }
            if denials.contains(first) { return "shared" }
        }
        if first == "no", words.count > 1 {
            return words[1].text.hasPrefix("compart") || words[1].text == "shared" ? "private" : nil
        }
        if ["compart", "shared", "mismo", "misma", "same"].contains(where: { first.hasPrefix($0) }) { return "shared" }
        let own = [
            "propi", "privad", "aislad", "distint", "separad", "private", "isolated", "own", "separate", "different",
        ]
        return own.contains { first.hasPrefix($0) } ? "private" : nil
    }

    private static let yes: Set<String> = ["si", "yes", "x", "true", "y", "s"]
    private static let denials: Set<String> = ["no", "not", "false", "n"]

    // MARK: - Owners

    private func owners(_ cells: [ProseSentence], _ context: ProseContext) -> [Claim] {
        guard let label = cells.first, let maker = Self.maker(label) else { return [] }
        return cells.indices.dropFirst().flatMap { column -> [Claim] in
            let words = cells[column].words.filter { !["(", ")"].contains($0.text) }
            guard let owner = words.lazy.compactMap({ Self.owner($0, of: words) }).first,
                let place = Self.place(head[column]), let fact = Catalogue.fact("owner.\(maker.name).\(place)")
            else { return [] }
            let scenario = SentenceScenario(label.words)
            return engines(column, context).compactMap { engine in
                scenario.scenario(of: engine, at: label.words.indices).flatMap { SentenceClaims.claim(fact, owner, $0) }
            }
        }
    }

    /// The owner in a cell, in numbers or by a name that is always the same.
    private static func owner(_ word: ProseWord, of cell: [ProseWord]) -> String? {
        if word.text.contains(":") { return ValueSpelling.owner(word.text) }
        return cell.count == 1 && word.text == "nobody" ? "65534:65534" : nil
    }

    /// The maker of the file in a row.
    private static func maker(_ label: ProseSentence) -> (name: String, isOfHost: Bool)? {
        let isRoot = label.has(anyOf: ["root", "superusuario", "superuser", "0:0"])
        if label.has(anyOf: ["host", "anfitrion"]) {
            return (isRoot ? "host-root-file" : "host-user-file", true)
        }
        guard label.has(anyOf: ["contenedor", "container", "myalpine", "c1", "dentro", "inside"]) else { return nil }
        if isRoot { return ("root-file", false) }
        if label.has(anyOf: ["test"]) { return ("test-file", false) }
        return label.has(anyOf: ["defecto", "default", "curl_user"]) ? ("default-user-file", false) : nil
    }

    /// The place from which a column sees the files.
    private static func place(_ head: ProseSentence) -> String? {
        if head.has(anyOf: ["myalpine2", "segundo", "second", "otro", "other", "c2", "2"]) {
            return "in-second-container"
        }
        if head.has(anyOf: ["anfitrion", "host", "fuera", "outside"]) { return "on-host" }
        return head.has(anyOf: ["contenedor", "container", "myalpine", "dentro", "inside", "c1"]) ? "in-container" : nil
    }

    // MARK: - Connections

    private func connections(_ cells: [ProseSentence], _ context: ProseContext) -> [Claim] {
        guard let label = cells.first, label.words.count <= 6, let result = cells.last,
            let column = cells.indices.first(where: { cells[$0].words.first?.text == "nc" }),
            !cells[column].has(anyOf: ["-l", "-lp", "-l -p"])
        else { return [] }
        let isHost = label.has(anyOf: ["host", "anfitrion"])
        let isContainer = label.has(anyOf: ["contenedor", "container", "c2", "c1", "myalpine2", "myalpine", "otro"])
        guard isHost != isContainer, let value = Self.connection(result),
            let fact = Catalogue.fact(isHost ? "connect.host-to-container" : "connect.container-to-container")
        else { return [] }
        return engines(column, context).compactMap { SentenceClaims.claim(fact, value, .bare($0)) }
    }

    private static func connection(_ cell: ProseSentence) -> String? {
        if cell.has(anyOf: ["refused", "timed", "timeout", "rechazada", "no", "not", "falla", "fails"]) {
            return "unreachable"
        }
        let good = [
            "aparece", "llega", "recibe", "recibido", "conecta", "conectado", "funciona", "ok", "si", "appears",
            "arrives",
            "received", "connected", "works", "yes", "succeeded", "open",
        ]
        return cell.has(anyOf: good) ? "connected" : nil
    }

    // MARK: - Other facts

    /// The claims of a row whose label names what is asked, and whose columns are engines.
    private func facts(_ cells: [ProseSentence], _ context: ProseContext) -> [Claim] {
        guard let label = cells.first, (1...8).contains(label.words.count) else { return [] }
        return cells.indices.dropFirst().flatMap { column -> [Claim] in
            let words = cells[column].words
            guard (1...4).contains(words.count), !engines(column, context).isEmpty else { return [] }
            let sentence = ProseSentence(words: label.words + [ProseWord(text: "es", line: 0)] + words)
            return PhraseBook.whole.found(in: sentence).filter { $0.match.range.contains(label.words.count) }.flatMap {
                found in
                SentenceClaims.all(
                    found.wording, found.match, sentence, SentenceScenario(head[column].words + label.words),
                    in: context)
            }
        }
    }
}
