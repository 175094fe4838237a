/// The folders that an overlay stacks (kernel: filesystems/overlayfs).
package struct OverlayLayers: Sendable, Equatable {
    /// The read-only folders, uppermost first; the last ``dataOnly`` of them are data-only.
    package var lower: [String]
    /// The number of lower folders, at the end, that give only data to the metadata above them.
    package var dataOnly: Int
    /// The folder that takes all writes; nil for a read-only overlay.
    package var upper: String?
    /// The folder in which the overlay prepares files for the upper one.
    package var work: String?

    package init(lower: [String], dataOnly: Int = 0, upper: String?, work: String?) {
        self.lower = lower
        self.dataOnly = dataOnly
        self.upper = upper
        self.work = work
    }

    /// The layers of a mounted overlay; throws an ``Unreadable`` for any other mount.
    ///
    /// containerd and Docker shorten long options to paths relative to a common folder, which the kernel does not tell.
    /// A relative path is looked for two folders above the upper one, then above the mount point; it stays as it is if
    /// nothing exists there.
    package init(_ entry: MountEntry, exists: (String) -> Bool = TextFile.exists) throws {
        guard entry.fileSystem == "overlay" else {
            throw Unreadable(
                Sentence("an overlay's options", "las opciones de un overlay"),
                Sentence("the file system is \(entry.fileSystem)", "el sistema de ficheros es \(entry.fileSystem)"),
                line: entry.mountPoint)
        }
        var (lower, data): ([String], [String]) = ([], [])
        (upper, work) = (nil, nil)
        for option in KernelEscapes.split(entry.superOptionsText, at: ",") {
            if let folders = option.after("lowerdir=") {
                Self.take(folders, lower: &lower, data: &data)
            } else if let folder = option.after("lowerdir+=") {
                // A single folder, in which colons and backslashes have no meaning.
                lower.append(KernelEscapes.decode(folder))
            } else if let folder = option.after("datadir+=") {
                data.append(KernelEscapes.decode(folder))
            } else if let folder = option.after("upperdir=") {
                upper = Self.unescaped(folder)
            } else if let folder = option.after("workdir=") {
                work = Self.unescaped(folder)
            }
        }
        guard !lower.isEmpty else {
            throw Unreadable(
                Sentence("an overlay's options", "las opciones de un overlay"),
                Sentence("there is no lowerdir", "falta lowerdir"), line: entry.superOptionsText)
        }

        let bases = [upper, entry.mountPoint].compactMap { $0.flatMap(Self.twoAbove) }
        func resolved(_ path: String) -> String {
            if path.after("/") != nil { return path }
            return bases.lazy.map { $0 + "/" + path }.first(where: exists) ?? path
        }
        self.lower = (lower + data).map(resolved)
        dataOnly = data.count
        upper = upper.map(resolved)
        work = work.map(resolved)
    }

    /// Takes the folders of `lowerdir=a:b::data` apart: a double colon begins the data-only ones.
    private static func take(_ folders: String, lower: inout [String], data: inout [String]) {
        var isData = false
        for folder in KernelEscapes.split(folders, at: ":") {
            if folder.isEmpty {
                isData = true
            } else if isData {
                data.append(unescaped(folder))
            } else {
                lower.append(unescaped(folder))
            }
        }
    }

    /// The path behind an escaped option: the kernel's octal escapes go first, then overlay's own backslashes.
    private static func unescaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in KernelEscapes.decode(text).utf8 {
            if byte == UInt8(ascii: "\\") && !isEscaped {
                isEscaped = true
            } else {
                bytes.append(byte)
                isEscaped = false
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func twoAbove(_ path: String) -> String? {
        let names = path.pieces(at: "/")
        guard names.first == "", names.count >= 4 else { return nil }
        return names.dropLast(2).joined(separator: "/")
    }
}
