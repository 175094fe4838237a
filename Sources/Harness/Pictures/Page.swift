/// A page of HTML in one file: it loads nothing, runs nothing, and is well-formed XML as well.
package enum Page {
    /// The beginning of a page, up to its main part.
    package static func head(_ title: String, _ language: Language, rules: String = "") -> String {
        let skip = PagePhrases.skip.text(in: language)
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)"><head><meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
            img-src data:; base-uri 'none'; form-action 'none'"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/><meta name="referrer" content="no-referrer"/>
            <title>\(Markup.escaped(title))</title>
            <style>
            \(style)\(SVGDrawing.style)\(rules)</style></head><body>
            <a class="skip" href="#main">\(skip)</a>

            """
    }

    /// The end of a page: the machine in words.
    package static func foot(_ machine: [String], _ language: Language) -> String {
        let lines = machine.map { "<li>\(Markup.escaped(Portrait.line($0, in: language)))</li>" }.joined(
            separator: "\n")
        let list = lines.isEmpty ? "" : "<h2>\(PagePhrases.machine.text(in: language))</h2>\n<ul>\(lines)</ul>"
        return "<footer>\(list)</footer></body></html>\n"
    }

    /// Radio buttons that show what has one class, and hide the rest; the rules for them go into the page's head.
    package static func filter(_ kinds: [(name: String, label: String, count: Int)], _ language: Language) -> String {
        let all = kinds.reduce(0) { $0 + $1.count }
        let buttons = [("all", PagePhrases.all.text(in: language), all)] + kinds.filter { $0.count > 0 }
        let labels = buttons.map { name, label, count in
            let checked = name == "all" ? " checked=\"checked\"" : ""
            return
                "<label class=\"\(name)\"><input type=\"radio\" name=\"show\" id=\"show-\(name)\" autocomplete=\"off\"\(checked)/> "
                + "\(Markup.escaped(label)) <b>\(count)</b></label>"
        }
        return "<form class=\"filter\"><fieldset><legend>\(PagePhrases.show.text(in: language))</legend>"
            + labels.joined(separator: "\n") + "</fieldset></form>\n"
    }

    /// The rules with which the radio buttons show and hide.
    package static func filterRules(_ names: [String]) -> String {
        names.map { name in
            "body:has(#show-\(name):checked) :is(article:not(.\(name)),section.part:not(:has(.\(name)))){display:none}\n"
        }.joined()
    }

    /// A table that may be wider than the window, which then scrolls by itself, by keyboard too.
    package static func table(_ caption: String, _ heads: [String], _ rows: [[String]]) -> String {
        let head = heads.map { "<th scope=\"col\">\($0)</th>" }.joined()
        let body = rows.map { cells in
            "<tr><th scope=\"row\">\(cells.first ?? "")</th>" + cells.dropFirst().map { "<td>\($0)</td>" }.joined()
                + "</tr>\n"
        }.joined()
        let label = Markup.escaped(caption)
        return "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"\(label)\"><table>"
            + "<caption>\(label)</caption><thead><tr>\(head)</tr></thead><tbody>\n\(body)</tbody></table></div>\n"
    }

    /// Something folded, in lines as a terminal would show them.
    package static func folded(_ summary: String, _ lines: some Sequence<String>) -> String {
        let text = lines.map { Markup.escaped($0) }.joined(separator: "\n")
        return "<details><summary>\(Markup.escaped(summary))</summary><pre>\(text)</pre></details>"
    }

    private static let style = """
        :root{color-scheme:light dark;--ink:#1d2430;--soft:#4f5866;--page:#fff;--card:#f7f8fa;--line:#d5dae1;--link:#0b57a4;
        --confirmed:#0f6a3b;--refuted:#a3161c;--different:#1b4fb8;--untestable:#6d5200;--unusable:#6c2193}
        @media (prefers-color-scheme:dark){:root{--ink:#e7eaef;--soft:#aab3bf;--page:#12151a;--card:#1a1e25;--line:#353c47;
        --link:#8fc1ff;--confirmed:#6fd79b;--refuted:#ff9a94;--different:#9cc0ff;--untestable:#e8c766;--unusable:#d9a8f7}}
        *{box-sizing:border-box}html{font:16px/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        body{margin:0 auto;max-width:80rem;padding:1rem;color:var(--ink);background:var(--page);overflow-wrap:anywhere}
        h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0}h2{font-size:1.25rem;margin:2rem 0 .75rem}
        h3{font-size:1rem;font-weight:600;margin:0}a{color:var(--link)}p,ul,dl{margin:.5rem 0}bdi{unicode-bidi:isolate}
        :focus-visible{outline:3px solid var(--link);outline-offset:2px}
        .skip{position:absolute;left:-99rem}.skip:focus{position:static}.soft{color:var(--soft)}small{color:var(--soft)}
        header p{color:var(--soft)}footer{border-top:1px solid var(--line);margin-top:2rem;color:var(--soft);font-size:.875rem}
        footer h2{font-size:1rem;margin:.75rem 0 0}
        .wide{overflow-x:auto}table{border-collapse:collapse;font-size:.875rem}caption{text-align:start;color:var(--soft);padding:.25rem 0}
        th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:start;vertical-align:top;overflow-wrap:normal}
        thead th{background:var(--card)}tbody th{font-weight:600;overflow-wrap:anywhere;min-width:8rem}nav tbody th{min-width:0}th small{font-weight:400}
        .filter{position:sticky;top:0;background:var(--page);padding:.5rem 0;z-index:1}
        fieldset{border:1px solid var(--line);border-radius:.5rem;padding:.25rem .75rem .5rem;margin:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
        legend{color:var(--soft);font-size:.875rem;padding:0 .25rem}label{cursor:pointer}
        article{background:var(--card);border:1px solid var(--line);border-inline-start:.3rem solid var(--line);border-radius:.5rem;
        padding:.6rem .9rem;margin:0 0 .6rem;content-visibility:auto;contain-intrinsic-size:auto 5rem}
        .verdict{display:inline-block;margin-inline-end:.5rem}
        .confirmed>h3>.verdict,label.confirmed,td .confirmed{color:var(--confirmed)}.refuted>h3>.verdict,label.refuted,td .refuted{color:var(--refuted)}
        .different>h3>.verdict,label.different,td .different{color:var(--different)}
        .untestable>h3>.verdict,label.untestable,td .untestable{color:var(--untestable)}
        .unusable>h3>.verdict,label.unusable,td .unusable{color:var(--unusable)}
        .confirmed{border-inline-start-color:var(--confirmed)}.refuted{border-inline-start-color:var(--refuted)}
        .different{border-inline-start-color:var(--different)}.untestable{border-inline-start-color:var(--untestable)}
        .unusable{border-inline-start-color:var(--unusable)}
        dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.1rem .9rem}dt{color:var(--soft)}dd{margin:0}
        summary{cursor:pointer;color:var(--link)}pre{white-space:pre-wrap;font:.8125rem/1.45 ui-monospace,"DejaVu Sans Mono",monospace;
        margin:.5rem 0 0;padding:.6rem;background:var(--page);border-radius:.4rem;overflow-wrap:anywhere}
        code{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.9em}
        figure{margin:0;background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.6rem .7rem}
        figcaption{font-weight:600;font-size:.9375rem;margin-bottom:.4rem}figure svg{display:block;width:100%;max-width:24rem;height:auto}
        .pictures{display:flex;flex-wrap:wrap;gap:.75rem;margin:.75rem 0}.pictures figure{flex:0 1 24.5rem;min-width:0}
        @media (min-width:64rem){.beside{display:grid;grid-template-columns:minmax(0,1fr) 24.5rem;gap:1rem;align-items:start}
        .beside .pictures{margin:0}}
        @media print{@page{size:A4;margin:14mm}:root{color-scheme:light}html{font-size:10.5pt}body{padding:0;max-width:none}
        .filter,.skip{display:none}article,figure,tr{break-inside:avoid}article{content-visibility:visible}h2{break-after:avoid}a{color:inherit}}

        """
}

/// The words of pages, in both languages.
package enum PagePhrases {
    static let skip = Sentence("Skip to the content", "Saltar al contenido")
    static let machine = Sentence("Machine", "Máquina")
    static let all = Sentence("all", "todas")
    static let show = Sentence("Show", "Mostrar")
    /// The heading of the summary.
    package static let summary = Sentence("Summary", "Resumen")
    /// The words on what is folded.
    package static let witnesses = Sentence("Witnesses, and how to see it by hand", "Testigos, y cómo verlo a mano")
    /// The words on what is folded, if there are no commands to type.
    package static let evidence = Sentence("Witnesses", "Testigos")
    /// The reference to witnesses that stand elsewhere on the page.
    package static let seeWitnesses = Sentence(
        "Its witnesses stand at another statement", "Sus testigos están en otra afirmación")
    /// The number of scenarios whose pictures are left out.
    package static func notDrawn(_ count: Int) -> Sentence {
        Sentence("\(count) more scenarios are not drawn", "\(count) escenarios más no se dibujan")
    }
    /// The heading of what belongs to no exercise.
    package static let noExercise = Sentence("What cannot be used", "Lo que no se puede usar")
    /// The heading of an index.
    package static let reports = Sentence("Reports", "Memorias")
    /// The words below an index.
    package static let key = Sentence(
        "In each cell: statements that are confirmed, of all that count; ✗ if something is refuted; – if nothing is claimed.",
        "En cada celda: afirmaciones confirmadas, de todas las que cuentan; ✗ si algo se refuta; – si no se afirma nada."
    )
}

extension Picture {
    /// A panel as a figure of a page, with the scenario's name, and with all that it shows in words.
    package func figure(_ exercise: Exercise) -> String {
        let drawing = panel(exercise)
        let (width, height) = (Drawing.width * SVGDrawing.cell, drawing.height * SVGDrawing.row)
        let words = Markup.escaped(
            "\(scenario), \(PicturePhrases.title(exercise, in: language)): \(words(for: exercise))")
        return
            "<figure><figcaption>\(Markup.escaped("\(scenario)")) <small>\(PicturePhrases.title(exercise, in: language))</small></figcaption>"
            + "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"lab\" viewBox=\"-5 0 \(width + 10) \(height + 4)\" "
            + "width=\"\(width + 10)\" height=\"\(height + 4)\" role=\"img\" aria-label=\"\(words)\">\n"
            + SVGDrawing.elements(of: drawing) + "</svg></figure>\n"
    }
}
