internal import Foundation

/// The owner and the kind of a file (stat(2), inode(7)).
package struct FileStatus: Sendable, Equatable {
    /// The owner, as this process's user namespace sees it.
    package var uid: UInt32
    /// The group, as this process's user namespace sees it.
    package var gid: UInt32
    /// The type and the permission bits.
    package var mode: UInt32
    /// The number of the inode, unique only together with the device.
    package var inode: UInt64
    /// The device of the file's file system; on btrfs, of the subvolume, which `mountinfo` does not name.
    package var device: DeviceNumber
    /// The device that the file stands for, if it is a device file.
    package var deviceNumber: DeviceNumber
    /// The size in bytes.
    package var size: Int64

    package init(
        uid: UInt32, gid: UInt32, mode: UInt32, inode: UInt64, device: DeviceNumber, deviceNumber: DeviceNumber,
        size: Int64
    ) {
        self.uid = uid
        self.gid = gid
        self.mode = mode
        self.inode = inode
        self.device = device
        self.deviceNumber = deviceNumber
        self.size = size
    }

    /// Looks at the target of a path, through symbolic links; throws a ``PathError``.
    package static func of(_ path: String) throws -> FileStatus { try look(at: path, stat) }

    /// Looks at the path itself, even a symbolic link; throws a ``PathError``.
    package static func link(_ path: String) throws -> FileStatus { try look(at: path, lstat) }

    /// Whether it is a regular file.
    package var isRegular: Bool { mode & S_IFMT == S_IFREG }
    /// Whether it is a folder.
    package var isDirectory: Bool { mode & S_IFMT == S_IFDIR }
    /// Whether it is a symbolic link.
    package var isSymbolicLink: Bool { mode & S_IFMT == S_IFLNK }
    /// Whether it is a character device.
    package var isCharacterDevice: Bool { mode & S_IFMT == S_IFCHR }
    /// Whether it hides a deleted file of a lower layer: the device 0:0 (kernel: filesystems/overlayfs).
    package var isWhiteout: Bool { isCharacterDevice && deviceNumber == DeviceNumber(major: 0, minor: 0) }
    /// Whether running it gives its owner's user ID.
    package var hasSetuid: Bool { mode & S_ISUID != 0 }
    /// The permission bits with setuid, setgid and sticky.
    package var permissions: UInt32 { mode & 0o7777 }
    /// Owner and group as numbers: `100:101`.
    package var owner: String { "\(uid):\(gid)" }

    private static func look(
        at path: String, _ call: (UnsafePointer<CChar>, UnsafeMutablePointer<stat>) -> Int32
    ) throws -> FileStatus {
        try TextFile.refuseNUL(path, .status)
        var seen = stat()
        guard path.withCString({ call($0, &seen) }) == 0 else {
            throw PathError(path: path, operation: .status, number: errno)
        }
        return FileStatus(
            uid: seen.st_uid, gid: seen.st_gid, mode: seen.st_mode, inode: UInt64(seen.st_ino),
            device: DeviceNumber(UInt64(seen.st_dev)), deviceNumber: DeviceNumber(UInt64(seen.st_rdev)),
            size: Int64(seen.st_size))
    }
}
