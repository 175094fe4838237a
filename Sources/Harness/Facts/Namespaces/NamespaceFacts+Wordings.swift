extension NamespaceFacts {
    /// The words with which people say what exercise 2 showed.
    ///
    /// `{space}` is a namespace by its name, `{area}` what it isolates: the network stack, the host name.
    static let wordings = [
        Wording(
            "namespace", "private", without: between,
            example: Sentence(
                "In LXD the container has a user namespace of its own.",
                "En LXD el contenedor tiene su propio espacio de nombres de usuario."),
            [
                "{space} (del contenedor|de docker|de lxd)? (es|esta|son|estan|queda|sale|salen) (el|la|un|uno|tambien|completamente|totalmente)? (@own)",
                "(hay|tiene|tienen|usa|usan|utiliza|crea|crean|recibe|obtiene|en) (un|unos|su|sus|con)? {space} (@own|nuevo|nuevos)",
                "el de {kind} es (@own)", "the {kind} one is (@private)",
                "su propio {space}", "sus propios {space}", "{space} de su propiedad",
                "(su propio|su propia|sus propios|sus propias) {area}", "{area} (propio|propia|propios|propias)",
                "{space} (es|son) (distinto|distintos|diferente|diferentes) (al|del|de los|a los) (@host)",
                "no comparte … {space} … (con|y) … (@host)", "no comparte {area} con … (@host)",
                "(no se comparte|no se comparten) {space}",
                "{space} no (se comparte|se comparten|esta compartido|es compartido|son compartidos|es el mismo)",
                "cada (uno|lado|contenedor|maquina) (tiene|con) su (propio|propia)? {area}",
                "(its|their) own {space}", "(its|their) own {area}", "{space} of (its|their) own",
                "(a|has|have|uses|creates|gets) (@private) {space}",
                "{space} (is|are) (also|completely|fully|not shared|)? (@private)",
                "{space} (is|are) not (shared|the same)",
                "(does not|doesn't|do not|don't) share … {space} … with … (@host)",
                "(does not|doesn't|do not|don't) share {area} with … (@host)",
                "{space} (differ|differs) from",
            ]),
        Wording(
            "namespace", "private", without: between,
            [
                "{kind} : … … no se (ve|ven) (ningun|los|las|el|otros)? (otro|demas)? (programa|programas|proceso|procesos)"
            ]),
        Wording(
            "namespace.pid", "private", without: between,
            [
                "(dentro|contenedor) … (solo|solamente|unicamente) (se ven|ve|aparecen|se listan) (sus|los) (propios)? procesos",
                "(inside|container) … (only sees|only see|sees only|see only) (its|their) (own)? processes",
                "only (its own|the container's) processes (are|can be) (seen|visible|listed)",
            ]),
        Wording(
            "namespace", "shared", without: between + " driver using usando",
            example: Sentence(
                "Docker shares the user namespace with the host.",
                "Docker comparte el espacio de nombres de usuario con el anfitrión."),
            [
                "(comparte|comparten) {space} (con|y|del) … (@host)", "(comparte|comparten) {area} (con|del) … (@host)",
                "{space} (se comparte|se comparten|es compartido|son compartidos|esta compartido|compartido) con … (@host)",
                "el de {kind} es el (mismo que el|del|de) … (@host)", "the {kind} (one|namespace) is (the same|shared)",
                "{space} (es|son) (el|los) (mismo|mismos) (que|del)", "{space} (es|son) (el|los) (del|de la) (@host)",
                "(mismo|misma|mismos|mismas) {space} (que|del|de la) … (@host)",
                "(mismo|misma|mismos|mismas) {area} (que|del|de la) … (@host)",
                "{space} (se comparte|se comparten|es compartido|esta compartido|son compartidos)",
                "(se comparte|se comparten) {space}", "(is|are) {space} shared",
                "no (tiene|usa|crea|hay|aisla|existe) (un|ningun|su propio)? {space} (@own|nuevo)?",
                "(shares|share) {space} (with|of) … (@host)", "(shares|share) {area} (with|of) … (@host)",
                "(shares|share) the (@host) {space}", "(shares|share|uses|use) the (@host) {area}",
                "{space} (is|are) (also)? shared (with … (@host))?", "{space} (is|are) the same (as|on)",
                "same {space} (as|of|that) … (@host)", "same {area} (as|of) … (@host)",
                "(does not|doesn't) (have|get|use|create) (its own|a|a separate|a new|an own) {space}",
            ]),
        // With an option the sentence need not name the host.
        Wording(
            "namespace", "shared", near: "option", without: between + " no",
            [
                "(comparte|comparten) {area}", "(comparte|comparten) {space}", "(shares|share) {area}",
                "(shares|share) {space}", "{area} (se comparte|se comparten|is shared|are shared)",
                "(comparte|comparten) … y con … {area}", "(shares|share) … and with … {area}",
            ]),
    ]

    /// The words that speak of two containers, and not of the host.
    private static let between = "entre contenedores pod pods sidecar other between otro otros"
}
