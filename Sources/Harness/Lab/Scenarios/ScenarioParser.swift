extension Scenario {
    /// Reads a scenario as a person types it: an engine's name, then options.
    ///
    /// Long options may have one dash, as in print. Throws a ``Problem`` for anything outside the table of options.
    package init(parsing text: String) throws(Problem) { try self.init(parsing: text, suggesting: true) }

    /// Reads a scenario; an attempt can save the time that suggestions take.
    package init(parsing text: String, suggesting: Bool) throws(Problem) {
        var words = ScenarioWords(text).words[...]
        guard let name = words.popFirst(), let engine = Engine(rawValue: name.lowercased()) else {
            let names = Engine.allCases.map(\.rawValue)
            let shown = text.quotedForReaders
            throw Problem(
                "a scenario begins with \(names.joined(separator: " or ")), not with \u{201c}\(shown)\u{201d}",
                "un escenario empieza por \(names.joined(separator: " o ")), no por «\(shown)»")
        }
        var options: [ScenarioOption] = []
        while let word = words.popFirst() {
            let (row, value) = try Self.option(word, &words, engine, suggesting)
            guard let checked = row.kind.checked(value) else {
                let shown = value.quotedForReaders
                throw Problem(
                    "\(row.names[0]) does not take \u{201c}\(shown)\u{201d}, but: \(row.kind.description)",
                    "\(row.names[0]) no admite «\(shown)», sino: \(row.kind.spanish)")
            }
            let option = ScenarioOption(name: row.names[0], value: checked)
            if options.contains(where: { row.isRepeatable ? $0 == option : $0.name == option.name }) {
                throw Problem(
                    "the option \(option.name) is there twice", "la opción \(option.name) aparece dos veces")
            }
            options.append(option)
        }
        self.init(engine: engine, options: options.filter { !$0.isUsual(engine) })
        if value(of: .storageSource) != nil, ["dir", nil].contains(value(of: .storage)) {
            throw Problem(
                "--storage-source needs a driver that takes a device: --storage=btrfs, --storage=lvm or --storage=zfs",
                "--storage-source necesita un controlador que admita un dispositivo: --storage=btrfs, --storage=lvm o "
                    + "--storage=zfs")
        }
    }

    /// Reads one option, whose value may be the next words.
    private static func option(
        _ word: String, _ rest: inout ArraySlice<String>, _ engine: Engine, _ suggesting: Bool
    ) throws(Problem) -> (ScenarioOption.Row, value: String) {
        let rows = ScenarioOption.table.filter { $0.engine == engine }
        let spelled = try spelling(word, &rest, rows)
        for row in rows {
            for name in row.names {
                if spelled == name {
                    if let implied = row.implied { return (row, implied) }
                    guard let next = rest.popFirst() else {
                        throw Problem(
                            "\(name) lacks its value: \(row.kind.description)",
                            "a \(name) le falta su valor: \(row.kind.spanish)")
                    }
                    return (row, row.kind == .idmap ? idmap(next, &rest) : next)
                }
                if spelled.hasPrefix(name + "=") {
                    let value = String(spelled.dropFirst(name.count + 1))
                    return (row, row.kind == .idmap ? idmap(value, &rest) : value)
                }
                // The value of a short option may follow at once: -u0:0.
                let isShort = name.count == 2 && row.implied == nil
                if isShort, spelled.hasPrefix(name) { return (row, String(spelled.dropFirst(2))) }
            }
        }
        throw suggesting ? unknown(spelled, engine, rows) : Problem("no such option", "no hay tal opción")
    }

    /// The option as in the table: a long one with two dashes, a key together with its `-c`.
    private static func spelling(
        _ word: String, _ rest: inout ArraySlice<String>, _ rows: [ScenarioOption.Row]
    ) throws(Problem) -> String {
        let bare = word.drop { $0 == "-" }
        let dashes = word.count - bare.count
        guard dashes > 0 else { return word }
        let name = bare.prefix { $0 != "=" }
        if rows.contains(where: { $0.names[0].hasPrefix("-c ") }), name == "c" || name == "config" {
            if bare.count > name.count { return "-c " + bare.dropFirst(name.count + 1) }
            guard let key = rest.popFirst() else {
                throw Problem("-c lacks its KEY=VALUE", "a -c le falta su CLAVE=VALOR")
            }
            return "-c " + key
        }
        if rows.contains(where: { $0.names.contains("-" + name) }) { return "-" + bare }
        if name.count > 1, rows.contains(where: { $0.names.contains { $0.split(separator: "=").first == "--" + name } })
        {
            return "--" + bare
        }
        return word
    }

    /// The value of `raw.idmap`, which is three words without quotes.
    private static func idmap(_ first: String, _ rest: inout ArraySlice<String>) -> String {
        if first.contains(" ") { return first }
        let more = rest.prefix(2)
        rest = rest.dropFirst(2)
        return ([first] + more).joined(separator: " ")
    }

    private static func unknown(_ word: String, _ engine: Engine, _ rows: [ScenarioOption.Row]) -> Problem {
        let name = String(word.prefix { $0 != "=" })
        let known = rows.flatMap(\.names)
        // A single letter is near to any other, and means something else.
        let (near, all) = (
            name.count > 3 ? name.nearest(in: known.filter { $0.count > 2 }) : nil,
            rows.map { $0.names[0] }.joined(separator: ", ")
        )
        let shown = name.quotedForReaders
        return Problem(
            "\(engine.rawValue): \u{201c}\(shown)\u{201d} is not an option of scenarios; "
                + (near.map { "the nearest that is: \($0)" } ?? "those that are: \(all)"),
            "\(engine.rawValue): «\(shown)» no es una opción de escenarios; "
                + (near.map { "la más parecida que lo es: \($0)" } ?? "las que lo son: \(all)"))
    }
}

extension ScenarioOption {
    /// Whether the sheet's own command has the option with this value.
    fileprivate func isUsual(_ engine: Engine) -> Bool {
        Self.table.contains { $0.engine == engine && $0.names[0] == name && $0.usual == value }
    }
}
