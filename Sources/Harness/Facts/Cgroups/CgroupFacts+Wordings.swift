extension CgroupFacts {
    /// The words with which people say what exercise 1 showed.
    static let wordings = [
        Wording(
            "cgroup.version", nil, without: "solo soporta supports",
            example: Sentence(
                "The machine of the Docker host uses cgroup v2.", "La máquina con Docker usa cgroup v2."),
            [
                "(usa|utiliza|emplea|monta|tiene|es|esta|son|con) … (cgroup|cgroups|grupos de control) (de la|en la|en su)? {version}",
                "(monta|usa|utiliza|emplea|tiene|es) … {version} de (los)? (cgroup|cgroups|grupos de control)",
                "(cgroup|cgroups) (es|son|esta en|estan en|is|are) (de la|la|el)? {version}",
                "(uses|runs|has|mounts|is|on|with) … (cgroup|cgroups|control groups) {version}",
                "(uses|runs|has|mounts|is) … {version} of (the)? (cgroup|cgroups|control groups)",
            ]),
        Wording(
            "cgroup.version", "v2", without: "no not",
            [
                "(jerarquia unificada|jerarquia unica)", "(una|una sola|una unica|la) jerarquia unificada",
                "(solo hay|hay) una (sola|unica)? jerarquia", "(unified|single) hierarchy",
            ]),
        Wording(
            "cgroup.path", nil, isPart: true,
            example: Sentence(
                "In Docker the process is under /docker/.", "En Docker el proceso está bajo /docker/."),
            [
                "(bajo|debajo de|cuelga de|cuelgan de|ruta es|grupo es|cgroup es|path es|dentro de|pertenece a) (la|el|ruta|grupo|cgroup|la ruta)? {cgroup}",
                "(under|below|path is|cgroup is|belongs to|inside) (the|cgroup|the cgroup|the path)? {cgroup}",
            ]),
        Wording(
            "cgroup.freezer", "stops and resumes", near: "congel* descongel* freez* frozen thawed",
            without: "pause pausa",
            example: Sentence(
                "In Docker the counter stopped while the container was frozen and went on when thawed.",
                "En Docker el contador se detuvo al congelar el contenedor y continuó al descongelarlo."),
            [
                "(dejo|deja|dejaron|para|paro|pararon|detuvo|detiene|detienen|detuvieron|quieto|congela|congelan) … (continua|continuo|continuan|continuaron|sigue|siguio|siguen|reanuda|reanudo|reanudan|prosigue|prosiguio)",
                "(stopped|stops|stop|freezes|froze|stood still|stands still|halts|halted) … (continued|continues|continue|resumed|resumes|resume|went on|goes on|go on)",
                "(dejo|deja|dejaron|para|paro|pararon|detuvo|detiene|detienen|detuvieron) … … (continua|continuo|continuan|sigue|siguio|siguen|reanuda|reanudo|prosigue|prosiguio)",
            ]),
        Wording(
            "cgroup.freezer.by-engine", "same mechanism",
            example: Sentence(
                "docker pause writes to the very freezer of the cgroup.",
                "docker pause usa el mismo fichero del freezer."),
            [
                "(docker|lxc) (pause|freeze) … (pone|escribe|cambia|usa|utiliza|emplea|actua|hace) … (freezer.state|cgroup.freeze|freezer|congelador|mismo fichero|mismo mecanismo|lo mismo)",
                "(docker|lxc) (pause|freeze) hace (exactamente)? lo mismo",
                "(docker|lxc) (pause|freeze) … (sets|writes|uses|changes|does|goes through) … (freezer.state|cgroup.freeze|freezer|same file|same mechanism|same thing)",
                "(docker|lxc) (pause|freeze) does (exactly|just)? the same",
            ]),
        Wording(
            "cgroup.freezer.by-engine", "no effect",
            [
                "(docker|lxc) (pause|freeze) no (pasa|usa|utiliza|emplea|toca|cambia) … (freezer|congelador|freezer.state|cgroup.freeze)",
                "(docker|lxc) (pause|freeze) (does not|doesn't) (use|go through|touch|change|write) … (freezer|freezer.state|cgroup.freeze)",
            ]),
        Wording(
            "cgroup.pids.limit", "unlimited", near: "proces* pids pids.max fork*", without: "memoria memory cpu",
            example: Sentence(
                "By default Docker sets no limit on the number of processes.",
                "Por defecto, Docker no pone ningún límite al número de procesos."),
            [
                "(no pone|no hay|no tiene|no fija|no establece|no impone) (ningun|un)? limite",
                "(sin limite|ilimitado) … max",
                "(sin limite|ilimitado) … por (defecto|omision)",
                "por (defecto|omision) … (sin limite|ilimitado|ilimitados)",
                "(no limit|unlimited|without a limit|without limit) … by default",
                "by default … (no limit|unlimited|without a limit|without limit|does not limit)",
                "(sets|has|have|there is|imposes) no limit",
                "pids.max (es|vale|contiene|dice|is|contains|says|reads) max",
            ]),
        Wording(
            "cgroup.pids.limit", nil, without: "update set caliente memoria memory",
            [
                "(limita|limitan|limito|limitado|limitada) … a {number} procesos",
                "(limite|tope|maximo) … (es|son|esta en|queda en) (de)? {number} procesos",
                "pids.max (es|vale|contiene|dice|muestra) {number}",
                "(limits|limited|restricts|restricted) … to {number} (processes|pids)",
                "(limit|maximum) is {number} (processes|pids)", "pids.max (is|contains|says|reads|shows) {number}",
            ]),
        Wording(
            "cgroup.pids.limit.by-file", "enforced", near: "proces* pids pids.max fork*", without: "memoria memory",
            example: Sentence(
                "In Docker a pids limit written by hand is enforced.",
                "En Docker el límite de procesos que se escribe a mano se respeta."),
            [
                "limite … (a mano|manualmente|en el fichero|en pids.max) … (se respeta|se cumple|se aplica|es efectivo|surte efecto|tiene efecto|funciona)",
                "limit … (by hand|manually|into the file|to the file|into pids.max|to pids.max) … (is|gets|takes) (enforced|respected|applied|obeyed|effect|effective)",
            ]),
        Wording(
            "cgroup.pids.limit.by-file", "not enforced", near: "proces* pids pids.max fork*",
            [
                "limite … (a mano|manualmente|en el fichero|en pids.max) … no (se respeta|se cumple|se aplica|es efectivo|surte efecto|tiene efecto|funciona)",
                "limit … (by hand|manually|into the file|to the file) … (is not|isn't) (enforced|respected|applied|effective)",
            ]),
        Wording(
            "cgroup.pids.limit.by-update", "enforced", near: "pids pids.max limits.processes --pids-limit",
            example: Sentence(
                "With docker update the pids limit changes while the container runs.",
                "Con docker update el límite de pids cambia en caliente."),
            [
                "(docker update|lxc config set|en caliente) … (pasa a valer|pasa a ser|cambia|se aplica|se respeta|surte efecto|tiene efecto|es efectivo)",
                "(docker update|lxc config set) … (takes effect|is applied|is enforced|changes|becomes|works)",
            ]),
        Wording(
            "cgroup.pids.limit.by-update", "not enforced", near: "pids pids.max limits.processes --pids-limit proces*",
            [
                "(docker update|lxc config set) … no (afecta|cambia|se aplica|se respeta|surte efecto|tiene efecto)",
                "(docker update|lxc config set) … (does not|doesn't) (affect|change|take effect|apply|work)",
                "(docker update|lxc config set) … has no effect",
            ]),
    ]
}
