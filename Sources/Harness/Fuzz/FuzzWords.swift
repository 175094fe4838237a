/// The words that readers and the parser look for, and characters that deceive.
enum FuzzWords {
    /// All of them.
    static let all: [String] =
        Catalogue.facts.map(\.id) + ScenarioOption.table.flatMap(\.names) + Engine.allCases.map(\.rawValue)
        + Predicate.names.map { $0.words.joined(separator: " ") } + values + told + marks + characters

    /// Values of facts and of options.
    static let values =
        SpanishValues.table.keys.sorted() + SpanishValues.table.keys.sorted().flatMap(SpanishValues.forms)
        + [
            "0", "1", "32", "4096", "99999999999999999999", "-1", "0:0", "65535:65535", "65536:0", "0 100000 65536",
            "host",
            "true", "container:first", "container:x", "both 1000 1000", "'both 1 1'", "alpine", "stand-in for x",
            "sustituto de x", "",
        ]

    /// Sentences and lines of terminals.
    private static let told =
        Wording.all.compactMap(\.example).flatMap { [$0.english + "\n", $0.spanish + "\n"] }
        + ReadingManual.examples.flatMap { $0.lines.split(separator: "\n").map { $0 + "\n" } }

    private static let marks = [
        "Claim: ", "Claim 1: ", "Hypothesis: ", "Afirmación 2: ", "Hipótesis: ", "docker: ", "docker --pid=host: ",
        "lxd: ",
        "```claims\n", "```\n", "~~~claims\n", "~~~\n", "- ", "* ", "+ ", "> ", "1. ", "(a) ", "# ", "| ", "|", "**",
        "__", "_", "`", "\\", "\\item ", "\\item[", "\\texttt{", "\\verb|", "\\verb", "\\begin{", "\\'", "}", "{", "]",
        "$",
        "$\\le$", "%", "&", "&lt;", "&amp;lt;", "~", "''", ": ", ":", ". ", ".", ";", "(", ")", "<=", ">", "\n", "\r\n",
        "\r",
        "\n\n", "   ", "\t", "--privileged", "-v /:/host", "--device=/dev/sda", "--mount", "-c raw.lxc=x", "not ",
        "no ",
        "<script>", "\"", "'", "<w:p>", "</w:p>", "<w:br/>", "<w:del>", "</w:del>", "<w:vanish/>", "<w:tr>", "</w:tr>",
        "<w:tc>", "</w:tc>", "<w:txbxContent>", "</w:txbxContent>", "<text:p>", "</text:p>", "<text:s text:c=\"9\"/>",
        "<text:note-body>", "</text:note-body>", "<table:table-row>", "<pre>", "</pre>", "<td>", "<sup>", "<!--", "-->",
        "<![CDATA[", "]]>", "<!DOCTYPE x>", "&#9;", "&x;",
    ]

    private static let characters = [
        "\u{0}", "\u{7}", "\u{C}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{A0}", "\u{AB}", "\u{AD}", "\u{B4}", "\u{300}",
        "\u{301}", "\u{2009}", "\u{200B}", "\u{200D}", "\u{200F}", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}",
        "\u{2018}",
        "\u{2019}", "\u{201C}", "\u{2022}", "\u{2026}", "\u{2028}", "\u{202E}", "\u{2066}", "\u{2212}", "\u{2264}",
        "\u{FB01}",
        "\u{FB03}", "\u{FEFF}", "\u{FF1A}", "\u{FF1D}", "\u{FFFD}", "\u{E000}", "\u{1F40B}", "\u{1F1EA}\u{1F1F8}",
        "\u{10FFFF}",
        "\u{1E9E}", "\u{130}",
    ]
}
