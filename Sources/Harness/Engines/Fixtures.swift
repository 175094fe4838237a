internal import Foundation

/// The folder `Fixtures` of this package: images, presets, recorded kernel texts, a record.
package enum Fixtures {
    /// The path of the folder: the one in `LAB_FIXTURES`, or beside the program, or beside the sources of this build.
    package static let folder: String = {
        if let named = Setting.fixtures.value { return named }
        let program = (try? TextFile.link("/proc/self/exe").text) ?? ""
        let beside = (program as NSString).deletingLastPathComponent + "/Fixtures"
        if TextFile.exists(beside) { return beside }
        var package = URL(fileURLWithPath: #filePath)
        for _ in 1...4 { package.deleteLastPathComponent() }
        return package.appendingPathComponent("Fixtures").path
    }()

    /// The path of a file or folder in it.
    package static func path(_ name: String) -> String { folder + "/" + name }

    /// The text of a file in it.
    package static func text(_ name: String) throws -> String {
        let path = path(name)
        guard let data = FileManager.default.contents(atPath: path) else {
            throw LabFailure(
                "cannot read \(path): run from a complete checkout, or name its folder in LAB_FIXTURES",
                "no se puede leer \(path): ejecútelo desde una copia completa, o indique su carpeta en LAB_FIXTURES")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
