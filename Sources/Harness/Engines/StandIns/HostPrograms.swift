internal import Foundation
internal import Host

/// Programs of the host of which the stand-in images are made.
enum HostPrograms {
    /// The path of a program that is no script (elf(5)), and so works in an image; throws a ``LabFailure``.
    static func binary(of name: String) throws -> String {
        let found = ProgramPath.paths(of: name).first { path in
            let file = FileHandle(forReadingAtPath: path)
            defer { try? file?.close() }
            return (try? file?.read(upToCount: 4)) == Data([0x7F] + "ELF".utf8)
        }
        if let found { return found }
        throw LabFailure(
            "there is no program \(name) here that could be copied into an image: install it, or put its folder on PATH"
        )
    }

    /// The folder with programs that were unpacked and not installed.
    static let ownFolder = Endpoint.state + "/programs"

    /// A BusyBox that needs no library, so that it runs in an image that has none.
    static func staticBusyBox() throws -> String {
        let found = [ProgramPath.path(of: "busybox"), ownFolder + "/bin/busybox", ownFolder + "/usr/bin/busybox"]
            .compactMap(\.self)
            .filter { FileManager.default.isExecutableFile(atPath: $0) }
        if let path = try found.first(where: { try libraries(of: $0).isEmpty }) { return path }
        let seen = found.isEmpty ? "there is no busybox on this machine" : "\(found[0]) needs shared libraries"
        throw LabFailure("\(seen): install the package busybox-static, of which images are built offline")
    }

    /// Where BusyBox's commands belong, as paths from the root: `bin/sh`, `usr/bin/nc`.
    static func commands(ofBusyBox path: String) throws -> [String] {
        try Command(path, ["--list-full"]).run().orThrow().lines
            .filter { $0 != "bin/busybox" && $0 != "linuxrc" }
            .map { $0.contains("/") ? $0 : "bin/" + $0 }
    }

    /// The shared libraries that a program is loaded with, the loader included; none for a static one.
    static func libraries(of program: String) throws -> [String] {
        let outcome = try Command("ldd", [program]).run()
        return outcome.lines.compactMap { line in
            line.split(whereSeparator: \.isWhitespace).first { $0.hasPrefix("/") && !$0.hasSuffix(":") }.map(
                String.init)
        }
    }
}

extension FileTree {
    /// Copies a program of the host, with the libraries that it is loaded with to where they are on the host.
    mutating func addProgram(_ program: String, at path: String) throws {
        add(.file(copyOf: program), at: path)
        for library in try HostPrograms.libraries(of: program) {
            add(.file(copyOf: library), at: String(library.dropFirst()))
        }
    }
}
