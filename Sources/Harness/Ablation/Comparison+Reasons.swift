extension Comparison {
    /// The reasons why the engines differ, each with its facts.
    package static let reasons: [(facts: [String], sentence: Sentence)] = [
        (
            ["container.user"],
            Sentence(
                "Docker runs one program, as the user whom the image names; LXD boots a system, whose init is root's; by hand "
                    + "nobody has changed root for another user.",
                "Docker ejecuta un programa, con el usuario que indica la imagen; LXD arranca un sistema, cuyo init es de "
                    + "root; a mano nadie ha cambiado root por otro usuario.")
        ),
        (
            ["container.os", "container.shell.bash", "root.layers"],
            Sentence(
                "They are different images: what is in a root, and of how many layers it is made, is its image's affair and not "
                    + "the engine's.",
                "Son imágenes distintas: lo que hay en una raíz, y de cuántas capas está hecha, es cosa de su imagen y no del "
                    + "gestor.")
        ),
        (
            ["container.init"],
            Sentence(
                "Docker makes application containers: PID 1 is the program itself, as it is by hand. LXD makes system "
                    + "containers: PID 1 is an init, which starts the rest as on a machine.",
                "Docker hace contenedores de aplicación: el PID 1 es el propio programa, igual que a mano. LXD hace contenedores "
                    + "de sistema: el PID 1 es un init, que arranca lo demás como en una máquina.")
        ),
        (
            ["container.on-exit"],
            Sentence(
                "docker run --rm makes a container for one command and throws it away with it; an LXD container is like a "
                    + "machine, which is stopped and started again.",
                "docker run --rm hace un contenedor para un mandato y lo tira con él; un contenedor de LXD es como una "
                    + "máquina, que se para y se vuelve a arrancar.")
        ),
        (
            ["cgroup.path"],
            Sentence(
                "Whoever makes the container makes the folder under /sys/fs/cgroup, and names it: Docker after the "
                    + "container's id, LXD after its name. The kernel does not care.",
                "Quien hace el contenedor hace la carpeta en /sys/fs/cgroup, y le pone nombre: Docker según el identificador del "
                    + "contenedor, LXD según su nombre. Al núcleo le da igual.")
        ),
        (
            ["cgroup.controllers"],
            Sentence(
                "Docker and LXD make a cgroup of every controller, so that each can be limited later; by hand there are the two "
                    + "that the exercise needs.",
                "Docker y LXD hacen un grupo de control de cada controlador, por si luego hay que limitarlo; a mano están los dos "
                    + "que necesita el ejercicio.")
        ),
        (
            ["cgroup.pids.limit"],
            Sentence(
                "Where systemd makes Docker's cgroups, it limits their tasks as those of every unit (DefaultTasksMax, 15 % of "
                    + "what the kernel allows); LXD and the recipe make theirs themselves, and limit nothing.",
                "Donde systemd hace los grupos de control de Docker, les limita las tareas como a cualquier unidad "
                    + "(DefaultTasksMax, el 15 % de lo que permite el núcleo); LXD y la receta hacen los suyos, y no limitan nada."
            )
        ),
        (
            ["namespace.user"],
            Sentence(
                "LXD gives every container a user namespace, unless it is privileged; Docker does only if its daemon runs with "
                    + "userns-remap, and the recipe only with --map.",
                "LXD da a cada contenedor un espacio de nombres de usuarios, salvo que sea privilegiado; Docker solo si su "
                    + "demonio usa userns-remap, y la receta solo con --map.")
        ),
        (
            ["namespace.cgroup"],
            Sentence(
                "LXD and the recipe always hide the host's cgroups; Docker does on v2 alone, and keeps to the old way on v1, where "
                    + "programs look for their full path.",
                "LXD y la receta ocultan siempre los grupos de control del anfitrión; Docker solo en v2, y en v1 sigue como "
                    + "siempre, pues hay programas que buscan ahí su ruta completa.")
        ),
        (
            ["users.uid-map", "users.gid-map"],
            Sentence(
                "LXD maps the ids that /etc/subuid and /etc/subgid grant to root, and Docker's userns-remap those of dockremap; "
                    + "without a user namespace every id is itself.",
                "LXD usa los identificadores que /etc/subuid y /etc/subgid conceden a root, y userns-remap de Docker los de "
                    + "dockremap; sin espacio de nombres de usuarios cada identificador es él mismo.")
        ),
        (
            ["users.root-inside-is"],
            Sentence(
                "The map alone decides who root is outside: an ordinary id, as LXD has it by default; without a map root "
                    + "himself, held back by fewer capabilities.",
                "Solo el mapa decide quién es root fuera: un identificador corriente, como hace LXD por defecto; sin mapa, el "
                    + "propio root, limitado por tener menos capacidades.")
        ),
        (
            ["owner.root-file.on-host", "owner.root-file.in-second-container"],
            Sentence(
                "A file belongs to the id behind the map: root's file is the first mapped id's, as with LXD by default, and "
                    + "root's own where nothing is mapped.",
                "Un fichero es del identificador que hay tras el mapa: el de root es del primer identificador concedido, como "
                    + "con LXD por defecto, y del propio root donde no hay mapa.")
        ),
        (
            ["owner.default-user-file.on-host", "owner.test-file.on-host"],
            Sentence(
                "On the host the id inside is added to the first one that the map gives; without a map it is the host's own.",
                "En el anfitrión, el identificador de dentro se suma al primero que da el mapa; sin mapa es el mismo del "
                    + "anfitrión.")
        ),
        (
            [
                "owner.host-user-file.in-container", "owner.host-root-file.in-container",
                "owner.host-user-file.in-second-container", "owner.host-root-file.in-second-container",
            ],
            Sentence(
                "An id of the host that the map does not hold has no number inside, and is shown as 65534, nobody's; without a map "
                    + "everybody is who he is.",
                "Un identificador del anfitrión que no está en el mapa no tiene número dentro, y se ve como 65534, de nadie; sin "
                    + "mapa cada uno es quien es.")
        ),
        (
            ["volume.setuid-root-from-container"],
            Sentence(
                "A setuid program runs as the owner that the disk has: root, where root inside is root outside. So much is a map "
                    + "worth.",
                "Un programa con setuid se ejecuta como el dueño que consta en el disco: root, si el root de dentro es el de fuera. "
                    + "Eso es lo que vale un mapa.")
        ),
        (
            ["root.filesystem", "root.device"],
            Sentence(
                "Docker and the recipe stack the image's layers with overlay, which is not a device; LXD leaves it to the file system "
                    + "of its storage pool.",
                "Docker y la receta apilan las capas de la imagen con overlay, que no es un dispositivo; LXD lo deja al sistema "
                    + "de ficheros de su zona de almacenamiento.")
        ),
        (
            ["root.layers.shared", "root.copy-on-write"],
            Sentence(
                "Overlay copies a file when it is first written to; the pool clones the image block by block where it can (btrfs, "
                    + "zfs, lvm), and copies it as a whole where it cannot (dir).",
                "Overlay copia un fichero cuando se escribe en él por primera vez; la zona de almacenamiento clona la imagen por "
                    + "bloques donde puede (btrfs, zfs, lvm), y la copia entera donde no (dir).")
        ),
        (
            ["network.bridge"],
            Sentence(
                "Each engine has a bridge of its own, with a subnet and a rule for NAT; they are bridges of the same kernel, and "
                    + "do the same.",
                "Cada gestor tiene su propio puente, con su subred y su regla de NAT; son puentes del mismo núcleo, y hacen lo "
                    + "mismo.")
        ),
        (
            ["connect.container-to-container"],
            Sentence(
                "Docker has the firewall drop all that is forwarded and lets its own bridge through; another's needs leave "
                    + "(the chain DOCKER-USER).",
                "Docker hace que el cortafuegos descarte todo lo que se reenvía y deja pasar su propio puente; el de otro "
                    + "necesita permiso (la cadena DOCKER-USER).")
        ),
    ]
}
