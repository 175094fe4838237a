/// The words of a portrait of a machine: what is told of it in English, and the same in Spanish.
package enum Portrait {
    /// The English words with the Spanish ones, the longer ones first.
    private static let words = [
        (
            "stand-in built offline of the host's BusyBox and Docker",
            "sustituta hecha sin red con el BusyBox y el Docker del anfitrión"
        ), ("stand-in built offline of the host's BusyBox", "sustituta hecha sin red con el BusyBox del anfitrión"),
        (", a stand-in for the sheet's", ", que sustituye a la del enunciado"),
        ("Docker inside LXD", "Docker dentro de LXD"), (", kernel ", ", núcleo "), (", image ", ", imagen "),
        ("cgroup hybrid", "cgroup híbrido"), ("unknown", "desconocido"),
    ]

    /// A line of a portrait in a language.
    package static func line(_ line: String, in language: Language) -> String {
        language == .english ? line : spanish(line)
    }

    /// A line of a portrait in Spanish.
    static func spanish(_ line: String) -> String {
        words.reduce(line) { $0.replacing($1.0, with: $1.1) }
    }
}
