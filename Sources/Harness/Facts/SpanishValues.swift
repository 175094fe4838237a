/// The Spanish forms of the words that are values of facts.
package enum SpanishValues {
    /// Each word with its Spanish forms; the first is the one that is shown.
    ///
    /// A form that ends in `/a` has a feminine one as well.
    static let table: [String: [String]] = [
        // Launch
        "absent": ["ausente", "no está", "no disponible"],
        "present": ["presente", "disponible"],
        "allocated": ["asignado/a"],
        "none": ["ninguno/a", "ningún", "nada"],
        "application": ["aplicación", "la aplicación", "la propia aplicación"],
        "init": ["init", "un init"],
        "removed": ["eliminado/a", "se elimina", "borrado/a", "se borra"],
        "kept": ["conservado/a", "se conserva", "mantenido/a", "se mantiene"],

        // Exercise 1
        "v1": ["v1", "versión 1"],
        "v2": ["v2", "versión 2"],
        "hybrid": ["híbrido/a"],
        "stops and resumes": ["se detiene y se reanuda", "se detienen y se reanudan", "detiene y reanuda"],
        "keeps running": ["sigue en marcha", "siguen en marcha", "sigue ejecutando", "sigue en ejecución"],
        "same mechanism": ["mismo mecanismo", "el mismo mecanismo"],
        "no effect": ["sin efecto", "ningún efecto"],
        "unlimited": ["ilimitado/a", "sin límite", "no limitado/a"],
        "enforced": ["aplicado/a", "se aplica", "efectivo/a"],
        "not enforced": ["no aplicado/a", "no se aplica", "no efectivo/a"],
        "no cgroup of its own": ["sin grupo de control propio"],

        // Exercise 2
        "private": ["privado/a", "propio/a", "independiente"],
        "shared": ["compartido/a"],

        // Exercise 3
        "host root": ["root del anfitrión", "el root del anfitrión"],
        "unprivileged": ["sin privilegios", "no privilegiado/a"],
        "refused": ["rechazado/a", "denegado/a"],
        "allowed": ["permitido/a"],
        "effective on the host": ["efectivo en el anfitrión"],
        "not root on the host": ["no root en el anfitrión", "no es root en el anfitrión"],

        // Exercise 4
        "overlay": ["overlay"],
        "btrfs": ["btrfs"],
        "zfs": ["zfs"],
        "ext4": ["ext4"],
        "xfs": ["xfs"],
        "dir": ["dir", "directorio"],
        "lvm": ["lvm"],
        "yes": ["sí"],
        "no": ["no"],
        "copied up on write": ["copiado al escribir", "se copia al escribir"],
        "clone of the image": ["clon de la imagen", "un clon de la imagen"],
        "copy of the image": ["copia de la imagen", "una copia de la imagen"],
        "read-only": ["de solo lectura", "solo lectura"],
        "visible inside": ["visible dentro", "visible desde dentro"],
        "not visible": ["no visible", "invisible"],
        "destroyed": ["destruido/a", "se destruye"],

        // Exercise 5
        "veth": ["veth"],
        "in the bridge's subnet": ["en la subred del puente"],
        "elsewhere": ["en otra parte", "fuera de la subred del puente"],
        "dhcp": ["dhcp"],
        "another": ["otro/a"],
        "the bridge": ["el puente"],
        "masquerade": ["enmascaramiento"],
        "connected": ["conectado/a"],
        "unreachable": ["inalcanzable", "no conectado/a"],

        // Coexistence
        "runs": ["funciona", "se ejecuta"],
        "of the LXD container": ["del contenedor LXD", "del contenedor de LXD", "el del contenedor LXD"],
        "of the host": ["del anfitrión", "el del anfitrión"],
        "of its own": ["propio/a", "uno propio"],
    ]

    /// The values that only a witness says, beside another who says something else.
    private static let odd = [
        "another": "otro", "another address": "otra dirección", "another gateway": "otra pasarela", "none": "ninguno",
        "an address to connect to": "una dirección a la que conectarse", "half private": "privado a medias",
        "something else": "otra cosa", "some": "algunas", "a cgroup apart": "un grupo de control aparte",
        "a cgroup with its name": "un grupo de control con su nombre",
        "shared with the second container": "compartido con el segundo contenedor",
    ]

    /// The beginnings of values that go on with a number or a name.
    private static let beginnings = [
        "at least ": "al menos ", "stand-in for ": "sustituto de ",
        "another file system than ": "otro sistema de ficheros, no ",
    ]

    /// The value in Spanish: a word of the fact in its first form, and what is not a word as it is.
    static func text(_ value: String, of fact: Fact?) -> String {
        if fact?.values.contains(.word(value)) ?? true, let form = forms(of: value).first { return form }
        if let word = odd[value] { return word }
        for (english, spanish) in beginnings { if let rest = value.after(english) { return spanish + rest } }
        return value.replacing("unmapped", with: "sin correspondencia")
    }

    /// The forms of a word, the feminine ones included.
    package static func forms(of word: String) -> [String] {
        (table[word] ?? []).flatMap { form -> [String] in
            guard form.hasSuffix("o/a") else { return [form] }
            let masculine = String(form.dropLast(2))
            return [masculine, masculine.dropLast() + "a"]
        }
    }
}
