extension LaunchFacts {
    /// The words with which people say what the launch showed.
    static let wordings = [
        Wording(
            "container.user", nil, without: "daemon demonio dockerd",
            example: Sentence(
                "In Docker the image runs as user 100 and group 101.",
                "En Docker la imagen se ejecuta como el usuario 100 del grupo 101."),
            [
                "(ejecuta|ejecutan|corre|corren|arranca|somos) … (usuario|uid) {number} (del|y|y del|, del|,|y el|y con|con) (grupo|gid) {number}",
                "(runs|run|running|execute|executes) as … (user|uid) {number} (and|,|, |of|with) (group|gid) {number}",
                "(ejecuta|ejecutan|corre|corren|arranca) (como|con) … {ids}", "(runs|run|running) as … {ids}",
            ]),
        Wording(
            "container.os", nil,
            example: Sentence(
                "Docker's curl image is based on Alpine.", "La imagen de curl, en Docker, está basada en Alpine."),
            [
                "imagen … (es|esta) … (hecha|basada|construida|creada) (sobre|en|a partir de) … {distribution}",
                "imagen … (usa|utiliza) … {distribution}", "imagen … es (un|una|de|la de)? {distribution}",
                "image is (based|built) (on|upon|from) … {distribution}",
                "image is (an|a)? {distribution} (one|image)?",
            ]),
        Wording(
            "container.shell.bash", "absent",
            example: Sentence("The container of Docker has no bash.", "El contenedor de Docker no tiene bash."),
            [
                "no (trae|tiene|incluye|hay|lleva|existe|viene con|dispone de|esta instalado|contiene) (un|una|el|la|ningun)? bash",
                "bash no (esta|existe|viene|se encuentra) (instalado|disponible|presente|incluido)?",
                "(does not|doesn't|do not) (have|include|contain|ship|come with|ship with|provide) (a|any)? bash",
                "(has|there is|with) no bash", "bash (is not|isn't) (installed|available|present|included|there)",
            ]),
        Wording(
            "container.on-exit", "removed",
            example: Sentence(
                "In Docker the container disappears after we leave the shell.",
                "En Docker el contenedor desaparece al salir del shell."),
            [
                "(salir|terminar|acabar|sale|termina|acaba|exit) … contenedor (se|es)? (elimina|desaparece|borra|destruye|eliminado|borrado|destruido)",
                "contenedor (se|es)? (elimina|desaparece|borra|destruye|eliminado|borrado|destruido) … (salir|terminar|acabar|sale|termina|exit)",
                "container (is|gets|was)? (automatically)? (removed|deleted|destroyed|disappears|vanishes) … (exit|exits|exiting|exited|ends|leave|leaving|stops|finishes)",
                "(exit|exits|ends|leave|stops|finishes) … container (is|gets|was)? (automatically)? (removed|deleted|destroyed|disappears|vanishes)",
            ]),
        Wording(
            "container.on-exit", "kept",
            [
                "(salir|terminar|acabar|sale|termina|acaba|exit) … contenedor (sigue|permanece|queda|continua) (ahi|existiendo|parado|detenido|en la lista)",
                "contenedor (sigue|permanece|queda|continua) (ahi|existiendo|parado|detenido|en la lista) … (salir|terminar|acabar|pararlo|exit)",
                "container (is still there|remains|stays|is kept) … (exit|exits|exiting|stops|leave|leaving)",
            ]),
        Wording(
            "container.init", "application",
            example: Sentence(
                "In a Docker container the shell is process 1.", "En un contenedor de Docker el sh es el proceso 1."),
            [
                "(sh|shell|aplicacion|bash|curl) (es|tiene|es el|tiene el|como) (proceso|pid) (numero)? 1",
                "(proceso|pid) (numero)? 1 (es|es el|es la) (propio|propia)? (sh|shell|bash|aplicacion|curl)",
                "(sh|shell|application|bash) (is|is the|has|as|runs as) (process|pid) (number)? 1",
                "(process|pid) (number)? 1 is (the)? (sh|shell|bash|application|curl)",
            ]),
        Wording(
            "container.init", "init",
            [
                "(init|systemd|openrc) (es|tiene|es el|tiene el|como) (proceso|pid) (numero)? 1",
                "(proceso|pid) (numero)? 1 (es|es el|es un) (propio)? (init|/sbin/init|systemd|openrc)",
                "primer proceso (del contenedor|dentro)? (es|es el|es un) (init|/sbin/init|systemd|openrc)",
                "(init|systemd|openrc) (is|is the|has|as|runs as) (process|pid) (number)? 1",
                "(process|pid) (number)? 1 is (the|an)? (init|/sbin/init|systemd|openrc)",
                "first process is (the|an)? (init|/sbin/init|systemd|openrc)",
            ]),
    ]
}
