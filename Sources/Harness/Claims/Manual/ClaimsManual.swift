/// The reference of the language of claims, in Markdown: `docs/claims.md` and `docs/claims.es.md` are its copies.
package enum ClaimsManual {
    /// The whole text; numbers in it are counted in the code.
    package static func markdown(in language: Language) -> String {
        let (head, scenarios, facts) =
            language == .english
            ? (english, "## Scenarios and their options", "## Facts")
            : (spanish, "## Escenarios y opciones", "## Hechos")
        return [
            head, scenarios, scenarioText.text(in: language), options(in: language), facts,
            FactList.markdown(in: language),
        ].joined(separator: "\n\n") + "\n"
    }

    /// The command that writes the copy.
    package static func command(for language: Language) -> String {
        language == .english
            ? "swift run lab facts --markdown --language en > docs/claims.md"
            : "swift run lab facts --markdown --language es > docs/claims.es.md"
    }

    private static func options(in language: Language) -> String {
        let head = Sentence("| option | values |", "| opción | valores |").text(in: language)
        return Engine.allCases.map { engine in
            let rows = ScenarioOption.table.filter { $0.engine == engine }.map { row in
                "| \(row.names.map { "`\($0)`" }.joined(separator: ", ")) | \(values(of: row, in: language)) |"
            }
            return (["### \(engine.title)", "", head, "| --- | --- |"] + rows).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    private static func values(of row: ScenarioOption.Row, in language: Language) -> String {
        let values = language == .english ? row.kind.description : row.kind.spanish
        let implied = Sentence("; alone it means", "; sola significa").text(in: language)
        let usual = Sentence("; the sheet's own command has", "; el mandato del enunciado lleva").text(
            in: language)
        return values + (row.implied.map { "\(implied) `\($0)`" } ?? "") + (row.usual.map { "\(usual) `\($0)`" } ?? "")
    }

    private static let scenarioText = Sentence(
        """
        An engine alone is the sheet's own command. Options are written as on its command line; a long one may have one dash
        (`-pids-limit=32`), as printed matter has it, and the value may follow behind a blank. Nothing but this table reaches an
        engine: a report cannot ask for `--privileged`, `-v`, `--device`, `--mount` or `-c raw.lxc`.
        `container:first` is the first of two containers, whose namespace the second one joins; `--docker-pid` is the `--pid` of
        the `docker run` inside an LXD container, of which the facts of coexistence speak. `--userns-remap` is an option of
        `dockerd`: the container is one of a second daemon, which is started with it. `--storage` makes a pool of that driver,
        on a file, or with `--storage-source=device` on a block device that is made for it.
        """,
        """
        Un motor sin opciones es el mandato del enunciado. Las opciones se escriben como en su línea de mandatos; las largas
        admiten un solo guion (`-pids-limit=32`), como en el enunciado impreso, y el valor puede ir tras un espacio. Solo lo que
        está en esta tabla llega al motor: una memoria no puede pedir `--privileged`, `-v`, `--device`, `--mount` ni `-c raw.lxc`.
        `container:first` es el primero de dos contenedores, a cuyo espacio de nombres se une el segundo; `--docker-pid` es el
        `--pid` del `docker run` dentro de un contenedor LXD, del que hablan los hechos de convivencia.
        `--userns-remap` es una opción de `dockerd`: el contenedor es de un segundo demonio, que se arranca con ella.
        `--storage` crea una zona con ese controlador, en un fichero, o con `--storage-source=device` en un dispositivo de
        bloques que se crea para ella.
        """)
}
