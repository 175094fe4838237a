/// The kind of a file by its first bytes, whatever its name says.
enum FileMark {
    private static let marks: [(bytes: [UInt8], kind: Sentence)] = [
        (Array("%PDF-".utf8), Sentence("a PDF", "un PDF")),
        (Array("PK".utf8), Sentence("a ZIP, as .docx and .odt are", "un ZIP, como lo son .docx y .odt")),
        (
            [0xD0, 0xCF, 0x11, 0xE0],
            Sentence("an old .doc, or protected by a password", "un .doc antiguo, o protegido con contraseña")
        ),
        (Array("{\\rtf".utf8), Sentence("an RTF", "un RTF")),
    ]

    /// The kind of a file that is not text; nil if nothing is known of it.
    static func kind(of bytes: [UInt8]) -> Sentence? { marks.first { bytes.starts(with: $0.bytes) }?.kind }

    /// The problem of a file that is not what its name says.
    static func problem(of bytes: [UInt8], named name: String) -> Problem {
        let kind = kind(of: bytes)
        return Problem(
            "the file is no \(name), whatever its name says" + (kind.map { ": it is \($0.english)" } ?? ""),
            "el fichero no es \(name), diga lo que diga su nombre" + (kind.map { ": es \($0.spanish)" } ?? ""))
    }
}
