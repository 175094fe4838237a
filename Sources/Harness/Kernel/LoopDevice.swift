/// A block device that is a file of this host (losetup(8), loop(4)).
package struct LoopDevice: Sendable {
    /// Its path, `/dev/loop7`.
    package let path: String
    /// The file behind it.
    package let file: String

    /// Makes a file of that size, without content, and the device on it.
    package static func create(on file: String, mebibytes: Int) throws -> LoopDevice {
        do {
            try Command("truncate", ["--size=\(mebibytes)M", file]).run().orThrow()
            let path = try Command("losetup", ["--find", "--show", file]).run().orThrow().text
            return LoopDevice(path: path, file: file)
        } catch {
            try? removeFile(file)
            throw error
        }
    }

    /// The devices whose files are here; a file that is deleted, or of another mount namespace, is not.
    package static func all() throws -> [LoopDevice] {
        let columns = "NAME,BACK-INO,BACK-MAJ:MIN,BACK-FILE"
        let listed = try Command("losetup", ["--list", "--json", "--output", columns]).run().orThrow()
        // Without devices it prints nothing.
        return listed.text.isEmpty ? [] : try all(parsing: listed.output) { try? FileStatus.of($0) }
    }

    /// The devices in the output of `losetup --list --json` whose files have the status that is listed.
    static func all(parsing json: [UInt8], statusOf: (String) -> FileStatus?) throws -> [LoopDevice] {
        let list = try JSONText.decode(JSON.self, from: json, of: "losetup --list --json")["loopdevices"]?.items ?? []
        return list.compactMap { item in
            // Numbers are strings in some versions of util-linux, and some pad what they print.
            let inode = item["back-ino"].flatMap { $0.number.map { "\($0)" } ?? $0.string?.trimmed }
            guard let path = item["name"]?.string, let file = item["back-file"]?.string, let status = statusOf(file),
                "\(status.inode)" == inode, "\(status.device)" == item["back-maj:min"]?.string?.trimmed
            else { return nil }
            return LoopDevice(path: path, file: file)
        }
    }

    /// Detaches the device from its file, at once or when nobody uses it any more.
    package func detach() throws { try Command("losetup", ["--detach", path]).run().orThrow() }

    /// Detaches the device, which waits until nobody uses it any more, and removes its file.
    package func remove() throws {
        try detach()
        let backing = path.replacing("/dev/", with: "/sys/class/block/", maxReplacements: 1) + "/loop/backing_file"
        // A pool's mount stays for a moment in the namespaces of containers that end.
        try waitFor(Sentence("the end of \(path)", "que acabe \(path)"), within: .seconds(20)) {
            guard let text = try? TextFile.read(backing).text, text.hasPrefix(file) else { return .met(()) }
            return .notYet(Sentence("somebody still uses it", "alguien lo usa todavía"))
        }
        try Self.removeFile(file)
    }

    private static func removeFile(_ file: String) throws {
        try Command("rm", ["--force", "--", file]).run().orThrow()
    }
}
