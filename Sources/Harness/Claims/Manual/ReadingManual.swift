/// The page that says what is read in reports, with an example of each family.
package enum ReadingManual {
    /// An example of a transcript, with what it shows.
    struct Example {
        let title: Sentence
        let lines: String
    }

    /// The page in Markdown.
    package static func page(in language: Language) -> String {
        func text(_ english: String, _ spanish: String) -> String { language == .english ? english : spanish }
        var lines = [
            text("# What is read in a report", "# Qué se lee en una memoria"), "",
            text(
                "`lab read REPORT` lists what a report claims, what its transcripts show, and what its sentences and tables seem to say. No machine is asked.",
                "`lab read MEMORIA` enumera lo que una memoria afirma, lo que muestran sus transcripciones y lo que parecen decir sus frases y tablas. No se consulta ninguna máquina."
            ), "",
            text(
                "Only marked claims are judged. A transcript supports a claim or contradicts it, and refutes nothing. A sentence is only offered as a claim.",
                "Solo se juzgan las afirmaciones marcadas. Una transcripción apoya una afirmación o la contradice, y no refuta nada. Una frase solo se ofrece como afirmación."
            ), "",
            text("## Transcripts", "## Transcripciones"), "",
            text(
                "The prompts below are known: `$`, `#`, `/ $`, `~ #`, `user@host:~$`, `[user@host ~]$`, `PS C:\\>`, `host%`, `➜  ~`. A block without a prompt is read if its lines begin with a known command.",
                "Se conocen estos indicadores: `$`, `#`, `/ $`, `~ #`, `user@host:~$`, `[user@host ~]$`, `PS C:\\>`, `host%`, `➜  ~`. Un bloque sin indicador se lee si sus líneas empiezan por un mandato conocido."
            ), "",
        ]
        for example in examples {
            lines += ["### \(example.title.text(in: language))", "", "```console", example.lines, "```", ""]
            lines += shown(example).map { "- `\($0.shown(in: language))`" } + [""]
        }
        lines += [
            text("## Sentences", "## Frases"), "",
            text(
                "A sentence has to name the engine, or stand in a section that does. A question, a condition, a denial, a guess and the future tense say nothing.",
                "Una frase tiene que nombrar el gestor, o estar en un apartado que lo nombre. Una pregunta, una condición, una negación, una conjetura y el futuro no dicen nada."
            ), "", text("| sentence | claim |", "| frase | afirmación |"), "| --- | --- |",
        ]
        for wording in Wording.all {
            guard let example = wording.example?.text(in: language) else { continue }
            let claims = suggested(example).map { "`\($0.shown(in: language))`" }
            lines.append("| \(example) | \(claims.joined(separator: ", ")) |")
        }
        lines += [
            "", text("## Tables", "## Tablas"), "",
            text(
                "A table is read row by row under the heads of its columns: a namespace in each row, the maker of a file, or the end of a connection.",
                "Una tabla se lee fila a fila bajo las cabeceras de sus columnas: en cada fila un espacio de nombres, el creador de un fichero o un extremo de una conexión."
            ), "", table(in: language), "",
        ]
        lines += suggested(table(in: language)).map { "- `\($0.shown(in: language))`" }
        return lines.joined(separator: "\n")
    }

    /// The claims that a transcript shows, each once.
    static func shown(_ example: Example) -> [Claim] {
        let text = ReportText(visible: Array("```\n\(example.lines)\n```\n".utf8))
        return distinct(TranscriptReader.transcripts(in: text, .markdown, "").shown.map(\.claim))
    }

    /// The claims that a text in Markdown seems to make, each once.
    static func suggested(_ text: String) -> [Claim] {
        distinct(Suggestions.all(in: ReportText(visible: Array(text.utf8)), .markdown, "").found.map(\.claim))
    }

    private static func distinct(_ claims: [Claim]) -> [Claim] {
        var known: Set<String> = []
        return claims.filter { known.insert("\($0)").inserted }
    }

    private static func table(in language: Language) -> String {
        language == .english
            ? "| namespace | Docker | LXD |\n| --- | --- | --- |\n| pid | private | private |\n| user | shared | private |"
            : "| espacio | Docker | LXD |\n| --- | --- | --- |\n| pid | propio | propio |\n| user | compartido | propio |"
    }

    /// An example of each family of transcripts.
    static let examples = [
        Example(
            title: Sentence("Links of namespaces", "Enlaces de espacios de nombres"),
            lines: """
                sam@box:~$ docker run -it --rm -d --name c1 curlimages/curl sh
                sam@box:~$ PID=$(docker inspect -f '{{.State.Pid}}' c1)
                sam@box:~$ sudo readlink /proc/$PID/ns/net
                net:[4026532601]
                sam@box:~$ readlink /proc/self/ns/net
                net:[4026531840]
                """),
        Example(
            title: Sentence("The shell in a container", "El shell en un contenedor"),
            lines: """
                sam@box:~$ docker run -it --rm curlimages/curl sh
                / $ id
                uid=100(curl_user) gid=101(curl_group) groups=101(curl_group)
                / $ ps
                PID   USER     TIME  COMMAND
                    1 curl_use  0:00 sh
                    7 curl_use  0:00 ps
                / $ mount | grep ' / '
                overlay on / type overlay (rw,relatime,lowerdir=/var/lib/docker/overlay2/l/A)
                """),
        Example(
            title: Sentence("Owners of files", "Propietarios de ficheros"),
            lines: """
                sam@box:~$ lxc exec myalpine -- cat /proc/1/uid_map
                         0     100000      65536
                sam@box:~$ lxc exec myalpine -- touch /data/by-root
                sam@box:~$ ls -ln ~/datos
                -rw-r--r-- 1 100000 100000 0 Nov  6 18:02 by-root
                """),
        Example(
            title: Sentence("Limits of processes", "Límites de procesos"),
            lines: """
                sam@box:~$ docker run -it --rm --pids-limit=20 curlimages/curl sh
                / $ cat /sys/fs/cgroup/pids.max
                20
                """),
        Example(
            title: Sentence("Storage", "Almacenamiento"),
            lines: """
                sam@box:~$ lxc storage list
                +---------+--------+--------------------------------+---------+
                |  NAME   | DRIVER |             SOURCE             | USED BY |
                +---------+--------+--------------------------------+---------+
                | default | btrfs  | /var/lib/lxd/disks/default.img | 2       |
                +---------+--------+--------------------------------+---------+
                """),
        Example(
            title: Sentence("Networks", "Redes"),
            lines: """
                sam@box:~$ docker exec c1 ip route
                default via 172.17.0.1 dev eth0
                sam@box:~$ sudo iptables -t nat -S POSTROUTING
                -A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
                """),
    ]
}
