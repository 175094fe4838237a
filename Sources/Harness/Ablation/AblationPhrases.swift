/// The words of ablations and comparisons, in both languages.
enum AblationPhrases {
    static let flips = Sentence("flips", "cambian")
    static let unchanged = Sentence("unchanged", "siguen igual")
    static let unexpected = Sentence("NOT EXPECTED", "INESPERADO")
    static let missing = Sentence("MISSING", "FALTA")
    static let failed = Sentence("ERROR", "ERROR")
    static let expected = Sentence("expected", "se esperaba")
    static let asExpected = Sentence("all as expected", "todo como se esperaba")
    static let wrong = Sentence("not as expected", "no como se esperaba")
    static let nothing = Sentence("nothing", "nada")
    static let pictures = Sentence("pictures without the option and with it", "imágenes sin la opción y con ella")
    static let drawn = Sentence("The same, drawn", "Lo mismo, dibujado")
    static let fact = Sentence("fact", "hecho")
    static let scenario = Sentence("scenario", "escenario")
    static let reason = Sentence("why they differ", "por qué difieren")

    static let title = Sentence(
        "What the parts of a container are for", "Para qué sirve cada parte de un contenedor")
    static let preface = Sentence(
        """
        Every option takes a part of the container away, or gives it another; beside it stand the facts that flip, and no others
        do. Below is every fact in every scenario: a value in bold is not the bare scenario's. \u{203c} marks what contradicts the
        table in `Sources/Harness/Ablation`.
        """,
        """
        Cada opción quita una parte del contenedor, o le da otra; a su lado están los hechos que cambian, y no cambia ningún otro.
        Debajo está cada hecho en cada escenario: un valor en negrita no es el del escenario sin opciones. \u{203c} señala lo que
        contradice la tabla de `Sources/Harness/Ablation`.
        """)
    static let names = Sentence(
        "ID and NAME stand for the ids and names that one run gives.",
        "ID y NAME están por los identificadores y nombres que da una ejecución.")
    static let users = Sentence(
        "Exercise 3: users, shared and private", "Ejercicio 3: usuarios, compartidos y privados")
    static let usersAnswer = Sentence(
        """
        Docker's containers share the users with the host, unless the daemon maps them; LXD's do if they are privileged. Without
        a map both sides own the same files, and root inside can leave root's program on the host. With a map neither sees
        the other as an owner, and what is to be shared needs rights for others, or ids of its own.
        """,
        """
        Los contenedores de Docker comparten los usuarios con el anfitrión, salvo que el demonio use un mapa; los de LXD, si son
        privilegiados. Sin mapa, los dos lados son dueños de los mismos ficheros, y el root de dentro puede dejar en el anfitrión
        un programa de root. Con mapa, ninguno ve al otro como dueño, y lo que se comparte necesita permisos para otros, o
        identificadores propios.
        """)
    static let comparison = Sentence("What containers are made of", "De qué están hechos los contenedores")
}
