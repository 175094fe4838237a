internal import Foundation

/// Programs of the host of which the stand-in images are made.
enum HostPrograms {
    /// The path of a program on `PATH`, or in a folder for administrators that a user's `PATH` lacks.
    static func path(of name: String) -> String? {
        let listed = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let folders = listed.split(separator: ":").map(String.init) + ["/usr/sbin", "/sbin", "/usr/bin", "/bin"]
        return folders.map { $0 + "/" + name }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// A BusyBox that needs no library, so that it runs in an image that has none.
    static func staticBusyBox() throws -> String {
        let advice = "install the package busybox-static (apt-get install busybox-static)"
        guard let path = path(of: "busybox") else { throw LabFailure("there is no busybox on this machine: \(advice)") }
        if try !libraries(of: path).isEmpty {
            throw LabFailure("\(path) needs shared libraries, which an image made of it lacks: \(advice)")
        }
        return path
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
