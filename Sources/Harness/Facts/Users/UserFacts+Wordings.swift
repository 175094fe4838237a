extension UserFacts {
    /// The words with which people say what exercise 3 showed.
    static let wordings = [
        Wording(
            "users.uid-map", nil,
            example: Sentence(
                "In Docker uid_map contains 0 0 4294967295.", "En Docker uid_map contiene 0 0 4294967295."),
            ["uid_map … (contiene|es|dice|muestra|vale) {map}", "uid_map … (contains|is|says|shows|reads) {map}"]),
        Wording(
            "users.gid-map", nil,
            ["gid_map … (contiene|es|dice|muestra|vale) {map}", "gid_map … (contains|is|says|shows|reads) {map}"]),
        Wording(
            "users.root-inside-is", "host root", without: "setuid suid",
            example: Sentence(
                "In Docker root in the container is the real root on the host.",
                "En Docker el root del contenedor es el mismo root del anfitrión."),
            [
                "(@root) (del|dentro del|en el|de dentro|dentro) (contenedor)? (es|equivale a|corresponde a|coincide con) (el|al|tambien)? (mismo|propio|verdadero)? (@root) (del|de la|en el|real|de fuera|fuera)",
                "(@root) (inside|in the container|of the container|in a container) (is|equals|maps to) (also)? (the)? (real|same|actual|true)? (@root) (outside|on the|of the|as)",
                "(@root) (inside|in the container) is (the host's|host) (@root)",
            ]),
        Wording(
            "users.root-inside-is", "unprivileged", without: "setuid suid",
            example: Sentence(
                "In LXD root in the container is an unprivileged user on the host.",
                "En LXD el root del contenedor es un usuario sin privilegios en el anfitrión."),
            [
                "(@root) (del|dentro del|en el|de dentro|dentro) (contenedor)? (es|equivale a|corresponde a|se corresponde con|se mapea a|se traduce en) … (sin (ningun)? privilegio|sin privilegios|sin ningun privilegio|no privilegiado|100000|sin permisos)",
                "(uid|usuario) 0 (del|en el|dentro del) contenedor (es|equivale a|corresponde a|corresponde al|se corresponde con|se mapea a|se traduce en) … 100000",
                "uid 0 (in|inside|of) the container (is|maps to|is mapped to|corresponds to|becomes) … 100000",
                "(@root) (del|dentro del|en el|de dentro) contenedor no es (el)? (@root)? (el|del|de la|real)? (del)? (@host)",
                "(@root) (inside|in the container|of the container|in a container) (is|maps to|is mapped to|corresponds to) … (unprivileged|100000|without privileges|normal user)",
                "(@root) (inside|in the container|of the container) (is not|isn't) (the)? (real)? (@root)",
            ]),
        Wording(
            "owner.default-user-file.on-host", nil, of: .docker, without: "test second segundo",
            example: Sentence(
                "In Docker a file of the default user is owned by 100:101 on the host.",
                "En Docker un fichero del usuario por defecto se ve fuera con dueño 100:101."),
            [
                "(@file) … usuario (por defecto|predeterminado) … (@seen) … {owner}",
                "(@file) … default user … (@seen) … {owner}", "default user's (@file) … (@seen) … {owner}",
            ]),
        Wording(
            "owner.root-file.on-host", nil, near: "anfitrion host fuera outside",
            without: "anfitrion,crea host,creates segundo second otro myalpine2 setuid",
            example: Sentence(
                "In LXD the files of the container's root appear on the host as 100000:100000.",
                "En LXD los ficheros del root del contenedor aparecen en el anfitrión como de 100000:100000."),
            [
                "(@file) (del|de) (@root) (del|en el) contenedor (se)? (@seen) … {owner}",
                "(@file) (que)? (crea|creado|creados|hace|hecho|hechos) … (@root) (del|en el|de|dentro) … (@seen) … {owner}",
                "(@root) (del|dentro del|en el) contenedor … sus (@file) se (ven|muestran) (fuera|en el anfitrion) … {owner}",
                "(@file) (created|made|written) … (@root) (in|inside|of) … (@seen) … {owner}",
                "(@file) of (the container's (@root)|container's (@root)|(@root) in the container) … (@seen) … {owner}",
            ]),
        Wording(
            "owner.root-file.on-host", nil, near: "root superusuario",
            without: "segundo second otro myalpine2 test defecto",
            ["sus (@file) se (ven|muestran|listan) (fuera|en el anfitrion) (como)? (de)? {owner}"]),
        Wording(
            "owner.test-file.on-host", nil, of: .lxd, near: "anfitrion host fuera outside",
            without: "segundo second myalpine2",
            [
                ", y el de (usuario)? test (como|con|de) {owner}",
                "(@file) (del|de) (usuario)? test (se)? (@seen) … {owner}",
                "(@file) (of|created by|made by) (the)? (user)? test (@seen) … {owner}",
            ]),
        Wording(
            "owner.host-user-file.in-container", nil, without: "segundo second myalpine2 superusuario",
            example: Sentence(
                "In LXD the container sees the files that the host creates as nobody.",
                "En LXD lo que crea el anfitrión se ve dentro como de nobody."),
            [
                "lo que (crea|hace|escribe) el anfitrion … … (enseña|ensena|muestra|ve|ven|aparece|sale) … {nobody}",
                "(los mios|mis (@file)|el mio) (los|se)? (ve|ven|muestra|aparece|aparecen) … (contenedor|dentro) … {owner}",
                "(@file) (del|de un|de mi) usuario del anfitrion … (@seen) … {owner}",
                "(sees|see|shows|show) … (@file) … host (creates|created|makes|made) (as)? … {nobody}",
                "(what|whatever) the host (creates|makes|writes) … (appears|seen|shown|shows) … {nobody}",
                "(@file) (created|made) (on|by|in) the host … (appear|appears|seen|shown|are|is) … {nobody}",
            ]),
        Wording(
            "owner.host-root-file.in-container", nil, without: "segundo second myalpine2",
            [
                "lo que (crea|hace|escribe) el anfitrion … … (enseña|ensena|muestra|ve|ven|aparece|sale) … {nobody}",
                "(@file) (del|de) (@root) del anfitrion … (@seen) … {owner}",
                "(what|whatever) the host (creates|makes|writes) … (appears|seen|shown|shows) … {nobody}",
                "(@file) (created|made) (on|by|in) the host … (appear|appears|seen|shown|are|is) … {nobody}",
            ]),
        Wording(
            "owner.host-user-file.in-container", "1000:1000", near: "raw.idmap shift=true shift",
            [
                "(@file) … (pasa a verse|se ve|se ven|pasan a verse|aparece|aparecen) … 1000:1000",
                "(@file) … (is|are|appears|appear) … 1000:1000", "con shift=true … , todos",
            ]),
        Wording(
            "volume.write-by-default-user", "refused", of: .docker, without: "777 chmod",
            example: Sentence(
                "In Docker the default user cannot write in the volume of mode 755.",
                "En Docker el usuario por defecto no puede escribir en el volumen."),
            [
                "(usuario por defecto|curl_user) no (puede|tiene permiso para) (escribir|crear)",
                "(default user|curl_user) (cannot|can't|can not|may not|is not allowed to|is unable to) (write|create)",
            ]),
        Wording(
            "volume.write-by-default-user", "allowed", of: .docker, without: "777 chmod",
            [
                "(usuario por defecto|curl_user) (si|sí)? puede (escribir|crear)",
                "(default user|curl_user) (may|can) (still|also)? (write|create)",
            ]),
        Wording(
            "volume.setuid-root-from-container", "effective on the host",
            example: Sentence(
                "In Docker a setuid program in the volume is a root shell on the host.",
                "En Docker un programa setuid del volumen da root en el anfitrión."),
            [
                "(setuid|suid) … … (es|da|obtiene|consigue|otorga|ejecuta|convierte) … (@root) … (anfitrion|maquina|host|fuera)",
                "(@root) (del|de la) (anfitrion|maquina|host) … (setuid|suid)",
                "(setuid|suid) … … (is|gives|becomes|yields|runs) … (@root) … (host|outside)",
            ]),
        Wording(
            "volume.setuid-root-from-container", "not root on the host",
            [
                "(setuid|suid) … no (es|da|obtiene|consigue|otorga|ejecuta|convierte) … (@root) … (anfitrion|maquina|host|fuera)",
                "(setuid|suid) … (is not|isn't|does not give|does not become|does not run) … (@root) … (host|outside)",
            ]),
    ]
}
