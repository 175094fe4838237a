internal import Foundation

/// Programs of the host from which the stand-in images are made.
enum HostPrograms {
    /// The path of a program that works in an image because it is not a script (elf(5)); throws a ``LabFailure``.
    static func binary(of name: String) throws -> String {
        let found = ProgramPath.paths(of: name).first { path in
            let file = FileHandle(forReadingAtPath: path)
            defer { try? file?.close() }
            return (try? file?.read(upToCount: 4)) == Data([0x7F] + "ELF".utf8)
        }
        if let found { return found }
        throw LabFailure(
            "there is no program \(name) here that could be copied into an image: install it, or put its folder on PATH",
            "no hay aquí un programa \(name) que se pueda copiar a una imagen: instálelo, o ponga su carpeta en PATH"
        )
    }

    /// The folder with programs that were unpacked but not installed.
    static let ownFolder = Endpoint.state + "/programs"

    /// A BusyBox that needs no shared libraries, so that it runs in an image without any.
    static func staticBusyBox() throws -> String {
        let found = [ProgramPath.path(of: "busybox"), ownFolder + "/bin/busybox", ownFolder + "/usr/bin/busybox"]
            .compactMap(\.self)
            .filter { FileManager.default.isExecutableFile(atPath: $0) }
        if let path = try found.first(where: { try libraries(of: $0).isEmpty }) { return path }
        let seen =
            found.isEmpty
            ? Sentence("there is no busybox on this machine", "no hay busybox en esta máquina")
            : Sentence("\(found[0]) needs shared libraries", "\(found[0]) necesita bibliotecas compartidas")
        throw LabFailure(
            "\(seen.english): install the package busybox-static, of which images are built offline",
            "\(seen.spanish): instale el paquete busybox-static, con el que se hacen las imágenes sin red")
    }

    /// The places of BusyBox's commands, as paths from the root: `bin/sh`, `usr/bin/nc`.
    static func commands(ofBusyBox path: String) throws -> [String] {
        try Command(path, ["--list-full"]).run().orThrow().lines
            .filter { $0 != "bin/busybox" && $0 != "linuxrc" }
            .map { $0.contains("/") ? $0 : "bin/" + $0 }
    }

    /// The shared libraries of a program, with the loader; none for a static program.
    static func libraries(of program: String) throws -> [String] {
        let outcome = try Command("ldd", [program]).run()
        return outcome.lines.compactMap { line in
            line.split(whereSeparator: \.isWhitespace).first { $0.hasPrefix("/") && !$0.hasSuffix(":") }.map(
                String.init)
        }
    }
}

extension FileTree {
    /// Copies a program of the host, with its shared libraries, which keep their paths.
    mutating func addProgram(_ program: String, at path: String) throws {
        add(.file(copyOf: program), at: path)
        for library in try HostPrograms.libraries(of: program) {
            add(.file(copyOf: library), at: String(library.dropFirst()))
        }
    }
}
