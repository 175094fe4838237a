/// The comments in the commands by which a person sees a fact, in Spanish.
enum ByHandComment {
    /// The mark before a comment.
    private static let mark = "    # "

    /// Each comment with its Spanish form; a comment that begins with `or:` names a command, and needs none.
    static let table = [
        "LXD: the pool's containers/NAME/rootfs": "LXD: containers/NAME/rootfs en su zona de almacenamiento",
        "and in another terminal:": "y en otro terminal:",
        "and on that server: ss -tn, whose address is it?": "y en ese servidor: ss -tn, ¿de quién es la dirección?",
        "and one more, the init layer": "y una más, la capa init",
        "as root": "como root",
        "as root inside; id is the host's own": "como root dentro; id es el del anfitrión",
        "both at once, or: Address in use": "ambos a la vez, o: Address in use",
        "from another terminal": "desde otro terminal",
        "in another terminal, as root": "en otro terminal, como root",
        "in both": "en ambos",
        "in both at once, or: Address in use": "en ambos a la vez, o: Address in use",
        "in both, with a program running in the first": "en ambos, con un programa en marcha en el primero",
        "or upperdir=… in /proc/$PID/mountinfo": "o upperdir=… en /proc/$PID/mountinfo",
        "refused to root where /proc/$PID/mountinfo says idmapped":
            "denegado a root donde /proc/$PID/mountinfo dice idmapped",
        "start time as CLOCK_BOOTTIME counts it": "el inicio, según CLOCK_BOOTTIME",
        "the folder under /sys/fs/cgroup": "la carpeta de /sys/fs/cgroup",
        "the index of the host's end": "el índice del extremo del anfitrión",
        "the line with on / type": "la línea con on / type",
        "the pair, each with the other's index": "el par, cada uno con el índice del otro",
    ]

    /// The comment of a command; nil if it has none.
    static func comment(of line: String) -> String? {
        line.firstRange(of: mark).map { String(line[$0.upperBound...]) }
    }

    /// A command with its comment in a language.
    static func line(_ line: String, in language: Language) -> String {
        guard language == .spanish, let place = line.firstRange(of: mark) else { return line }
        let comment = String(line[place.upperBound...])
        let spanish = comment.after("or: ").map { "o: " + $0 } ?? table[comment] ?? comment
        return line[..<place.upperBound] + spanish
    }
}

extension Claim {
    /// The commands with which a person sees the fact, with their comments in a language.
    package func byHand(in language: Language) -> [String] { byHand.map { ByHandComment.line($0, in: language) } }
}
