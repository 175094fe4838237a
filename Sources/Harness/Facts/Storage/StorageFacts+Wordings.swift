extension StorageFacts {
    /// The words with which people say what exercise 4 showed.
    static let wordings = [
        Wording(
            "root.filesystem", nil, without: "carpeta volumen folder volume /data",
            example: Sentence(
                "The root of the container is a btrfs subvolume in LXD.",
                "La raíz del contenedor es un subvolumen de btrfs en LXD."),
            [
                "(raiz|rootfs|raices) … (es|esta|usa|utiliza|son|monta) … {filesystem}",
                "docker (usa|utiliza|emplea|monta) … {filesystem}",
                "(root|rootfs) (file system|filesystem|fs|of the container|of a container)? (of the container|inside)? (is|uses|lies on|is on|lives on) … {filesystem}",
                "docker (uses|mounts) … {filesystem}",
            ]),
        Wording(
            "root.filesystem", "overlay", of: .docker,
            [
                "es una union de (las)? capas", "(is|are) a union of (the)? layers", "union mount of (the)? layers",
            ]),
        Wording(
            "root.layers", nil, of: .docker,
            example: Sentence(
                "The image of Docker consists of 3 layers.", "La imagen de Docker tiene 3 capas."),
            [
                "imagen … (tiene|consta de|se compone de|contiene|esta formada por|son) {number} capas",
                "image … (has|consists of|is made of|contains) {number} layers",
                "imagen … hay {number} capas", "there are {number} layers in the image",
            ]),
        Wording(
            "root.layers.shared", "yes", without: "no",
            example: Sentence(
                "In Docker two containers of one image share its layers.",
                "En Docker dos contenedores de la misma imagen comparten sus capas."),
            [
                "(dos|dos|ambos|los) contenedores … (misma|una) imagen … comparten … (capas|capa|bloques|inodos|datos)",
                "dos contenedores comparten … (capas|capa|bloques|inodos)",
                "containers (of|from|with|based on) … image … share … (layers|layer|blocks|inodes)",
                "(two|both) containers share … (layers|layer|blocks|inodes)",
                "(capas|bloques) (de la imagen)? (se comparten|son compartidas|son compartidos|son las mismas) (entre|por|en) … contenedores",
                "(layers|blocks) (of the image)? (are shared|are the same) (between|by|among|in|for) … containers",
            ]),
        Wording(
            "root.copy-on-write", "clone of the image", of: .lxd,
            example: Sentence("In LXD the root is a clone of the image.", "En LXD la raíz es un clon de la imagen."),
            [
                "(es|son) … (clon|clones|instantanea|snapshot) de la imagen", ": un (clon|snapshot) de la imagen",
                "(is|are) … (clone|clones|snapshot|snapshots) of the image",
            ]),
        Wording(
            "root.copy-on-write", "copied up on write", of: .docker,
            example: Sentence(
                "In Docker a changed file is copied to the upper layer.",
                "En Docker, al modificar un fichero, se copia en la capa superior."),
            [
                "(usa|utiliza|emplea|hace|mediante|uses|does|by) … (copy-on-write|copia en escritura|copy on write)",
                "(fichero|cambio|archivo|cambios) … (aparece|aparecen|queda|quedan|se guarda|se guardan|se escribe|se escriben) en (la|el)? (capa superior|upperdir|upper|capa de escritura)",
                "(changes|file|writes|change) … (go|goes|are written|is written|end up|ends up|appears|appear) (to|in|into) (the)? (upperdir|upper layer|writable layer|upper directory)",
                "(modificar|modifica|cambiar|cambia|escribir|escribe) … se (copia|duplica) (a|en|antes|primero)? … (capa superior|capa de escritura|upperdir|upper|capa del contenedor)",
                "(changed|modified|written|changes|modifies|writes) … is copied … (upper layer|upperdir|writable layer|upper directory|container layer)",
            ]),
        Wording(
            "root.write-from-host", "visible inside",
            near: "merged mergeddir rootfs /root storage-pools mntns upper upperdir raiz",
            without: "/data volumen compartida volume shared",
            example: Sentence(
                "In Docker what the host writes into MergedDir is seen inside.",
                "En Docker lo que el anfitrión escribe en MergedDir se ve dentro."),
            [
                "anfitrion (se puede escribir|escribo|escribi|escribe|creo|crea|cree|creamos|puedo escribir) … … dentro (se ve|aparece|lo ve|se ven)",
                "anfitrion (se puede escribir|escribo|escribi|escribe|creo|crea|cree|creamos|puedo escribir) … … (se ve|aparece|lo ve|se ven) (al instante|inmediatamente)? (dentro|en el contenedor)",
                "host (writes|wrote|creates|created) … (seen|visible|appears|shows up) (at once|immediately)? (inside|in the container)",
            ]),
        Wording(
            "root.on-removal", "destroyed", without: "imagen image",
            example: Sentence(
                "lxc delete removes the root of the container.", "lxc delete elimina la raíz del contenedor."),
            [
                "(docker rm|lxc delete) … (elimina|borra|destruye) … (subvolumen|raiz|rootfs|capa superior|capa de escritura|sistema de ficheros)",
                "(docker rm|lxc delete) … (removes|deletes|destroys) … (subvolume|root|rootfs|upper layer|writable layer)",
                "(capa superior|upperdir|capa de escritura) (desaparece|se borra|se elimina|se pierde|se destruye)",
                "(upper layer|upperdir|writable layer) (is|gets)? (removed|deleted|destroyed|gone|lost|disappears)",
                "(raiz|rootfs|capa superior|capa de escritura|cambios) … (se pierde|se pierden|se destruye|desaparece|desaparecen|se borra|se elimina) … (eliminar|elimina|borrar|borra|rm|delete) … contenedor",
                "(eliminar|elimina|borrar|borra) (el|un) contenedor … (se pierde|se pierden|se destruye|desaparece|desaparecen|se borra) … (raiz|rootfs|capa|cambios)",
                "(root|rootfs|upper layer|writable layer|changes) (is|are)? (also)? (lost|destroyed|deleted|removed|gone) … container is (removed|deleted|destroyed)",
                "container is (removed|deleted|destroyed) … (root|rootfs|upper layer|writable layer|changes) (is|are)? (also)? (lost|destroyed|deleted|removed|gone)",
            ]),
        Wording(
            "root.on-removal", "kept",
            [
                "(raiz|raices|rootfs) (se conserva|se conservan|permanece|permanecen|sigue|siguen) … (elimina|eliminar|borra|borrar|eliminan|borran) … contenedor",
                "(root|roots|rootfs) (is kept|are kept|remains|remain|stays|survives|survive) … container is (removed|deleted|destroyed)",
            ]),
        Wording(
            "volume.on-removal", "kept", near: "elimin* borr* remov* delet* rm delete desaparec* destru*",
            example: Sentence(
                "After docker rm the shared folder is kept.", "Tras docker rm la carpeta compartida no se toca."),
            [
                "(carpeta compartida|carpeta|volumen|/data|datos|ficheros de /data) (no se toca|no se tocan|se conserva|se conservan|permanece|permanecen|sigue ahi|siguen ahi|persiste|persisten|no se borra|no se borran|no se pierde|no se pierden)",
                "(ficheros|archivos|datos) (de|en) (la|el)? (carpeta compartida|carpeta|volumen|/data) (siguen|permanecen|se conservan|no se borran|no se pierden)",
                "(files|data) (in|of) (the)? (shared folder|volume|/data) (remain|stay|survive|persist|are kept|are still there|are not deleted|are not lost)",
                "(shared folder|folder|volume|volumes|/data) (is not touched|is untouched|is kept|are kept|remains|remain|stays|survives|survive|persists|persist|is not removed|is not deleted|is not lost)",
            ]),
        Wording(
            "volume.filesystem", nil,
            example: Sentence("In Docker the volume is on ext4.", "En Docker el volumen está en ext4."),
            [
                "(carpeta compartida|carpeta|volumen|/data) … (es|esta en|esta sobre|usa|utiliza|reside en) (el|un|de|tipo|de tipo)? {filesystem}",
                "(shared folder|folder|volume|/data) … (is|is on|lies on|uses|is of type) (an|a|the)? {filesystem}",
            ]),
        Wording(
            "pool.driver", nil, of: .lxd,
            example: Sentence("The driver of LXD's pool is btrfs.", "El controlador del pool de LXD es btrfs."),
            [
                "(controlador|driver|pool|backend|zona de almacenamiento|almacenamiento) … (es|usa|utiliza|es de tipo) (el|la|un|una)? (de)? {driver}",
                "(controlador|driver|pool|backend) … no es {driver} , sino (el)? (de)? {driver}",
                "(driver|pool|backend|storage pool) … (is|uses) (the|a|an)? {driver}",
            ]),
    ]
}
