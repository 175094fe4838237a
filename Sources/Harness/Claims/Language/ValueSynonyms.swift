/// Other words, in English or Spanish, that people write for the words that are values of facts.
enum ValueSynonyms {
    /// Each word with the others that mean the same.
    private static let table: [String: [String]] = [
        "overlay": ["overlay2", "overlayfs", "overlay fs"],
        "ext4": ["ext2/ext3"],
        "private": [
            "isolated", "its own", "own", "one of its own", "separate", "aislado", "aislada", "uno propio", "el suyo",
            "separado", "no se comparte",
        ],
        "shared": ["same", "the same", "el mismo", "la misma", "se comparte"],
        "unlimited": ["max", "infinite", "infinity", "no limit", "without limit", "infinito"],
        "yes": ["true", "verdadero", "cierto"],
        "no": ["false", "falso"],
        "connected": ["possible", "posible"],
        "unreachable": ["impossible", "imposible", "no posible"],
    ]

    /// The words that name the host, and fit only a fact that compares the container with it.
    private static let ofHost = [
        "el del anfitrión", "el mismo que el del anfitrión", "compartido con el anfitrión",
        "compartida con el anfitrión",
        "shared with the host", "the host's", "the same as the host's",
    ]

    /// The file systems that a fact may have without listing them.
    private static let fileSystems = ["overlay", "ext4"]

    /// The other words for a value of a fact.
    static func forms(of word: String, in fact: String) -> [String] {
        let isOfHost = word == "shared" && !fact.hasSuffix("between-containers")
        return (table[word] ?? []) + (isOfHost ? ofHost : [])
    }

    /// The file system that a word means, where any may be named; nil if the word is not another name of one.
    static func fileSystem(_ word: String) -> String? {
        fileSystems.first { table[$0]?.contains(word.lowercased()) ?? false }
    }
}
