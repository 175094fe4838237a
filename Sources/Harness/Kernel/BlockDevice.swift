/// A block device, as sysfs describes it (kernel: ABI/stable/sysfs-block, ABI/testing/sysfs-block-dm).
package struct BlockDevice: Sendable, Equatable {
    /// The folder of the device in sysfs.
    private let folder: String

    /// Its name: `vdc`, if it was found by that.
    package var name: String { folder.split(separator: "/").last.map(String.init) ?? folder }

    /// The device with these numbers, `major:minor`.
    package init(_ number: String, in sysfs: String = "/sys") { folder = "\(sysfs)/dev/block/\(number)" }

    /// The device of that name, `vdc` or `loop0`.
    package init(named name: String, in sysfs: String = "/sys") { folder = "\(sysfs)/class/block/\(name)" }

    /// The device behind a path in `/dev`, or behind a link to one.
    package static func at(_ path: String) -> BlockDevice? {
        guard path.hasPrefix("/dev/") else { return nil }
        let target = (try? TextFile.link(path).text) ?? path
        return target.split(separator: "/").last.map { BlockDevice(named: String($0)) }
    }

    /// The name of a device-mapper device, with its file; throws a ``PathError`` if it is another device.
    package func mapperName() throws -> (name: String, file: TextFile) {
        let file = try TextFile.read(folder + "/dm/name")
        return (file.text.trimmed, file)
    }

    /// The file behind a loop device; nil for another device.
    package var backingFile: TextFile? { try? TextFile.read(folder + "/loop/backing_file") }

    /// The devices of which it is made in the end: itself, if it is made of none.
    package func leaves() throws -> [BlockDevice] {
        let slaves = try TextFile.namesIfThere(in: folder + "/slaves")
        if slaves.isEmpty { return [self] }
        return try slaves.flatMap { try BlockDevice(folder: "\(folder)/slaves/\($0)").leaves() }
    }

    private init(folder: String) { self.folder = folder }

    /// The volume group in the name of a logical volume's device: LVM doubles the hyphens of both names (lvm(8)).
    package static func volumeGroup(inMapperName name: String) -> String? {
        let marked: String = name.replacing("--", with: "/")  // No such name has a slash.
        let parts = marked.split(separator: "-", maxSplits: 1)
        return parts.count == 2 ? String(parts[0]).replacing("/", with: "-") : nil
    }
}
