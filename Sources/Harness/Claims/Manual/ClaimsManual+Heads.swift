extension ClaimsManual {
    /// The text of the English reference before its tables.
    static let english = #"""
        # Claims

        A claim is a statement that can be held against a running kernel. It is written the same way in reports, in lists of
        hypotheses and on the command line:

        ```
        SCENARIO: FACT RELATION VALUE
        ```

        ```claims
        docker: namespace.pid is private
        docker --pid=host: namespace.pid is shared
        docker -u 0:0: owner.root-file.on-host is 0:0
        docker --pids-limit=32: cgroup.pids.limit is 32
        lxd: users.uid-map contains 0 100000
        lxd -c security.privileged=true: namespace.user is not private
        ```

        - The **scenario** is `docker` or `lxd`, with options or without. It may be the command itself, as
          `docker run -it --rm -v ~/datos:/data --pid=host curlimages/curl sh`: what the sheet's own command has is passed by.
        - The **relations** are `is`, `is not`, `contains`, `does not contain`, `<`, `<=`, `>` and `>=`. A number is less than
          `unlimited`. The order of a list means nothing.
        - Words are compared without regard to capitals. A value of several words is written as it stands in the tables below.
        - What a fact cannot be is an error and not a refuted claim; so is an option that is not in the table.

        ## Where claims stand

        - **Running text** (`.md`, `.markdown`, `.txt`, `.tex`, `.pdf`, `.docx`, `.odt`, `.html`, `.htm`): a claim is a line that
          begins with `Claim`, `Hypothesis`, `Afirmación` or `Hipótesis`, a number or a title if you like, and a
          colon: `Claim 3: docker: namespace.pid is private`. Marks of lists, quotations, headings, tables, emphasis and HTML may stand before it.
        - It ends with its sentence. A claim that is broken over lines goes on in the next two, as far as it has to.
        - What limits it (`only with --pid=host`), in its title, behind it or on the next line, makes it unusable: options
          stand in the scenario.
        - **Markdown**: in a fenced block with the word `claims` or `afirmaciones`, every line is a claim.
        - **LaTeX**: `\item`, `\texttt{…}`, `\verb|…|`, `\_`, `-{}-`, `$\le$` and the like are read as they are printed. An environment
          `claim` introduces a claim.
        - **A list of claims** (`.claims`): one a line; `#` begins a comment.
        - **Hidden text**: a claim in a comment (`<!-- … -->`, `\iffalse`, `comment`) or in struck text (`~~…~~`, `<del>`, `\sout`)
          is named in the notes, and not judged.
        - **Word, OpenDocument and HTML** (`.docx`, `.odt`, `.html`): each paragraph, heading, item, footnote and row of a table is
          a line, and so is what follows a line break. Footnotes come behind their paragraph or at the end. A claim's place is the
          number of its line. Deleted and struck text, remarks, and what is not shown are hidden text. Preformatted text
          (`<pre>`, a style for code, letters of one width) is a transcript; in `<pre class="claims">` every line is a claim.
        - **A scanned PDF** has no text. If `tesseract` is installed, the claims that it guesses are named in the notes, and not judged.
        - **PDF**: its text is read as laid out and in reading order; a claim that only one of them has counts.
        - **PDF and word processors**: dashes, quotes, blanks, ligatures and soft hyphens are read as what was typed.

        A line that begins as a claim and cannot be read as one is reported with its place: it is never passed over. So is a
        line with a fact and a relation that is not introduced as a claim, outside of a transcript.

        ## The report's machine

        Some values depend on the machine: on the cgroup version, a driver, `/etc/subuid`, the storage pool. The tables below
        say on what. A report says what its machine was in one line near its head, which `lab doctor --line` prints:

        ```
        Machine: cgroup v2; Docker 24.0.7 systemd overlay2; LXD 5.0.2 btrfs; subuid 100000:65536
        ```

        Claims about `cgroup.version`, `users.uid-map` and `pool.driver` say it as well. Where a report mentions other settings
        (rootless, Docker Desktop, WSL, `userns-remap`, `macvlan`) and does not deny them, nothing that depends on them is
        refuted. The verdict on such a value is then:

        - **confirmed** if it is true here, and the report does not say that its machine differs. An id, a name or a number
          that each run gives anew is judged by its shape: `/docker/` and any id, `/dev/loop7`.
        - **refuted** if it is not true here, and the report's machine is like this one in what the value depends on. So is a
          value that no such machine can give.
        - **different here** otherwise: neither for nor against. The reason says on what the value depends.

        With `--here` all claims are about the machine that is observed.

        ## Limits

        A file has at most 20 MB and 10,000 claims, a claim 1,000 bytes; a program that reads it (`pdftotext`,
        `unzip`, `xmllint`) has 20 s and 1 GB. Of a `.docx` or `.odt`, a ZIP, at most 5,000 parts and 64 MB of each are read, and
        20 MB of text; of any XML, 500,000 elements. XML with a document type is not read. Text is UTF-8, or UTF-16 with its mark. HTML may name its encoding. Symbolic links do not lead out of a folder of deliveries.
        """#

    /// The text of the Spanish reference before its tables.
    static let spanish = #"""
        # Afirmaciones

        Una afirmación es una frase que se puede contrastar con un núcleo en marcha. Se escribe igual en las memorias, en las
        listas de hipótesis y en la línea de mandatos:

        ```
        ESCENARIO: HECHO RELACIÓN VALOR
        ```

        ```claims
        docker: namespace.pid es privado
        docker --pid=host: namespace.pid es compartido
        docker -u 0:0: owner.root-file.on-host es 0:0
        docker --pids-limit=32: cgroup.pids.limit es 32
        lxd: users.uid-map contiene 0 100000
        lxd -c security.privileged=true: namespace.user no es privado
        ```

        - El **escenario** es `docker` o `lxd`, con opciones o sin ellas. Puede ser el propio mandato, como
          `docker run -it --rm -v ~/datos:/data --pid=host curlimages/curl sh`: lo que lleva el del enunciado no cuenta.
        - Las **relaciones** son `es`, `no es`, `contiene`, `no contiene`, `<`, `<=`, `>` y `>=` (o `is`, `is not`, `contains`).
          Todo número es menor que `ilimitado`. El orden de una lista no importa.
        - No importan las mayúsculas ni, en los valores en español, los acentos. Un valor de varias palabras se escribe como en las
          tablas; vale su forma inglesa y la española, también en femenino.
        - Lo que un hecho no puede ser es un error y no una afirmación refutada; también una opción que no está en la tabla.

        ## Dónde están las afirmaciones

        - **Texto corrido** (`.md`, `.markdown`, `.txt`, `.tex`, `.pdf`, `.docx`, `.odt`, `.html`, `.htm`): una afirmación es una
          línea que empieza por `Afirmación`, `Hipótesis`, `Claim` o `Hypothesis`, un número o un título si se quiere, y dos
          puntos: `Afirmación 3: docker: namespace.pid es privado`. Delante puede haber marcas de lista, cita, título, tabla, énfasis o HTML.
        - Acaba con su frase. Si está partida en varias líneas, sigue en las dos siguientes hasta donde haga falta.
        - Lo que la limita (`solo con --pid=host`), en su título, detrás o en la línea siguiente, la hace inservible: las
          opciones van en el escenario.
        - **Markdown**: en un bloque delimitado con la palabra `claims` o `afirmaciones`, cada línea es una afirmación.
        - **LaTeX**: `\item`, `\texttt{…}`, `\verb|…|`, `\_`, `-{}-`, `$\le$`, etc. se leen como se imprimen. Un entorno
          `afirmacion` presenta una afirmación.
        - **Lista de afirmaciones** (`.claims`): una por línea; `#` empieza un comentario.
        - **Texto oculto**: una afirmación en un comentario (`<!-- … -->`, `\iffalse`, `comment`) o tachada (`~~…~~`, `<del>`, `\sout`)
          se nombra en las notas, y no se juzga.
        - **Word, OpenDocument y HTML** (`.docx`, `.odt`, `.html`): cada párrafo, título, elemento de lista, nota al pie y fila de una
          tabla es una línea, y también lo que sigue a un salto de línea. Las notas al pie van tras su párrafo o al final. El lugar de
          una afirmación es el número de su línea. Lo borrado o tachado, los comentarios y lo que no se muestra son texto oculto.
          El texto preformateado (`<pre>`, un estilo para código, letras de un solo ancho) es una transcripción; en
          `<pre class="claims">`, cada línea es una afirmación.
        - **Un PDF escaneado** no tiene texto. Si está instalado `tesseract`, las afirmaciones que adivina se nombran en las notas, y
          no se juzgan.
        - **PDF**: su texto se lee tal como está dispuesto y en orden de lectura; vale la afirmación que solo esté en uno.
        - **PDF y procesadores de textos**: guiones, comillas, espacios, ligaduras y guiones opcionales se leen como lo que se tecleó.

        Una línea que empieza como una afirmación y no se puede leer se comunica con su lugar: nunca se pasa por alto. Tampoco
        una línea con un hecho y una relación que no se presenta como afirmación, fuera de una transcripción.

        ## La máquina de la memoria

        Algunos valores dependen de la máquina: de la versión de cgroups, de un controlador, de `/etc/subuid`, de la zona de
        almacenamiento. Las tablas dicen de qué. Una memoria dice cómo era la suya en una línea, cerca del comienzo, que
        escribe `lab doctor --line`:

        ```
        Máquina: cgroup v2; Docker 24.0.7 systemd overlay2; LXD 5.0.2 btrfs; subuid 100000:65536
        ```

        También lo dicen las afirmaciones sobre `cgroup.version`, `users.uid-map` y `pool.driver`. Si una memoria menciona otros
        ajustes (rootless, Docker Desktop, WSL, `userns-remap`, `macvlan`) y no los niega, nada de lo que depende de ellos se
        refuta. El veredicto sobre un valor así:

        - **confirmada** si es cierta aquí y la memoria no dice que su máquina sea otra. Un identificador, un nombre o un número
          que cada ejecución da de nuevo se juzga por su forma: `/docker/` y cualquier identificador, `/dev/loop7`.
        - **refutada** si no es cierta aquí y la máquina de la memoria es como esta en aquello de lo que depende el valor. También
          si ninguna máquina así puede dar ese valor.
        - **distinto aquí** en otro caso: ni a favor ni en contra. El motivo dice de qué depende el valor.

        Con `--here`, todas las afirmaciones son sobre la máquina que se observa.

        ## Límites

        Un fichero tiene como mucho 20 MB y 10.000 afirmaciones, y una afirmación 1.000 bytes; un programa que lo
        lee (`pdftotext`, `unzip`, `xmllint`) dispone de 20 s y 1 GB. De un `.docx` o un `.odt`, que es un ZIP, se leen como mucho 5.000
        partes, 64 MB de cada una y 20 MB de texto; de cualquier XML, 500.000 elementos. No se lee un XML con tipo de documento. El texto es UTF-8, o UTF-16 con su marca.
        Un HTML puede nombrar su codificación. Los enlaces simbólicos no salen de la carpeta de entregas.
        """#
}
