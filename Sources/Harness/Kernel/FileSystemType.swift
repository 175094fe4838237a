internal import CLinux
internal import Foundation

/// The kind of file system under a path, according to its magic number (statfs(2)).
package enum FileSystemType {
    /// The file system's name at a path, or its magic number in hexadecimal if unknown; throws a ``PathError``.
    package static func name(at path: String) throws -> String { name(ofMagic: try magic(at: path)) }

    /// The magic number of the file system under a path; throws a ``PathError``.
    package static func magic(at path: String) throws -> UInt32 {
        try TextFile.refuseNUL(path, .fileSystem)
        var magic: UInt32 = 0
        guard linux_file_system_magic(path, &magic) == 0 else {
            throw PathError(path: path, operation: .fileSystem, number: errno)
        }
        return magic
    }

    /// The name that belongs to a magic number: `overlay`, `btrfs`; ext2 and ext3 share ext4's.
    package static func name(ofMagic magic: UInt32) -> String {
        names[magic] ?? "0x" + String(magic, radix: 16)
    }

    /// From linux/magic.h and statfs(2); zfs, which is not part of the kernel, from its own source.
    private static let names: [UInt32: String] = [
        0x794c_7630: "overlay",
        0x9123_683e: "btrfs",
        0x0000_ef53: "ext4",
        0x5846_5342: "xfs",
        0x2fc1_2fc1: "zfs",
        0x0102_1994: "tmpfs",
        0x6367_7270: "cgroup2",
        0x0027_e0eb: "cgroup",
        0x6e73_6673: "nsfs",
        0x6573_5546: "fuse",
        0x7371_7368: "squashfs",
        0xf2f5_2010: "f2fs",
        0x0000_6969: "nfs",
        0x0000_9fa0: "proc",
        0x6265_6572: "sysfs",
        0x1980_0202: "mqueue",
        0x0000_1cd1: "devpts",
        0x0102_1997: "9p",
        0xca45_1a4e: "bcachefs",
        0x8584_58f6: "ramfs",
        0x6175_6673: "aufs",
        0x0000_4d44: "vfat",
        0x2011_bab0: "exfat",
        0xff53_4d42: "cifs",
    ]

    /// The type of a mount, if the magic number under a path is the one that belongs to it; else that number's own name.
    ///
    /// Several types have one number: those of FUSE (`fuse.sshfs`, `virtiofs`), the versions of NFS, ext2 to ext4.
    package static func name(at path: String, ofMount type: String) throws -> String {
        let name = try name(at: path)
        return has(magicNamed: name, type: type) ? type : name
    }

    /// Whether a type of mounts is one of several that share the magic number of that name.
    package static func has(magicNamed name: String, type: String) -> Bool {
        switch name {
        case "fuse": type.hasPrefix("fuse") || type == "virtiofs"
        case "nfs": type.hasPrefix("nfs")
        default: false
        }
    }
}
