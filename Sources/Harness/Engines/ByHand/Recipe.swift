/// The steps that make a container by hand: the engine `kernel` runs them, and a person can type them.
package struct Recipe: Sendable, Equatable {
    /// A step.
    package struct Step: Sendable, Equatable {
        /// A word for it.
        package var id: String
        /// The effect and the reason of the step, in English.
        package var english: String
        /// The same in Spanish.
        package var spanish: String
        /// The lines that do it.
        package var lines: [String]
        /// The lines that undo it, in the order in which they are typed.
        package var undo: [String] = []

        package init(_ id: String, _ english: String, _ spanish: String, _ lines: [String], undo: [String] = []) {
            (self.id, self.english, self.spanish, self.lines, self.undo) = (id, english, spanish, lines, undo)
        }
    }

    /// The container's name.
    package var name: String
    /// The scenario, as a person types it.
    package var scenario: String
    /// The steps in their order.
    package var steps: [Step]
    /// The bridge, if there is one.
    var bridge: String?

    /// The folder in which a container's recipe puts everything.
    static func box(of name: String) -> String { folder + "/" + name }
    /// The folder of all such containers; programs can be executed there, which some machines forbid in `/run`.
    static let folder = Endpoint.state + "/kernel"

    /// The programs that a recipe runs, beside the shell's own and those of every machine.
    static let programs = ["unshare", "nsenter", "setsid", "mount", "umount", "pivot_root", "ip", "mknod", "mkfifo"]

    /// The steps as a script for `sh -e`, each under its comment, with the lines that undo them as comments at the end.
    package func script(_ language: KeyPath<Step, String>) -> String {
        let isEnglish = language == \Step.english
        var lines = ["#!/bin/sh", "# \(isEnglish ? Self.head.english : Self.head.spanish): \(scenario)"]
        lines += wrapped(isEnglish ? Self.use.english : Self.use.spanish)
        lines += ["", "name=\(name)", "box=\(Self.folder)/$name"]
        for (number, step) in steps.enumerated() {
            lines += [""] + wrapped("\(number + 1). " + step[keyPath: language]) + step.lines
        }
        lines += [""] + wrapped(isEnglish ? Self.end.english : Self.end.spanish)
        lines += tearDown.split(separator: "\n").map { Self.mark + $0 }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The mark before each line of the tear-down at the script's end.
    static let mark = "#- "

    /// The lines that undo all steps, the last one first; they may run again and again, and no error stops them.
    package var tearDown: String {
        var lines = ["name=\(name)", "box=\(Self.folder)/$name", "read -r pid started <\"$box/pid\""]
        if let bridge { lines.append("last() { [ -z \"$(ls /sys/class/net/\(bridge)/brif 2>/dev/null)\" ]; }") }
        return (lines + steps.reversed().flatMap(\.undo)).joined(separator: "\n") + "\n"
    }

    private func wrapped(_ text: String) -> [String] {
        var lines = ["#"]
        for word in text.split(separator: " ") {
            if lines[lines.count - 1].count + word.count >= 100 { lines.append("#") }
            lines[lines.count - 1] += " " + word
        }
        return lines
    }

    private static let head = (english: "A container put together by hand", spanish: "Un contenedor hecho a mano")
    private static let use = (
        english: """
        Run it as root, as a whole (sh -e) or line by line in one shell. The layers of the image are there once lab \
        images kernel has run.
        """,
        spanish: """
        Se ejecuta como root, entero (sh -e) o línea a línea en un mismo shell. Las capas de la imagen están tras \
        ejecutar lab images kernel.
        """
    )
    private static let end = (
        english: """
        The end: these lines undo it all. Take the marks away and run them, once more if something was still in use. \
        Or: lab recipe --undo.
        """,
        spanish: """
        El final: estas líneas lo deshacen todo. Se les quita la marca y se ejecutan, otra vez si algo seguía en uso. \
        O bien: lab recipe --undo.
        """
    )
}
