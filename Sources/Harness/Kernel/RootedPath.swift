internal import Foundation

/// Paths of a tree that somebody else made, which must not lead out of the tree.
package enum RootedPath {
    /// The number of symbolic links that are followed, as in path_resolution(7).
    private static let mostLinks = 40

    /// Resolves a path like a process whose root is `root`, and returns it as a path of ours.
    ///
    /// Symbolic links stay within the tree: an absolute link and `..` at the top lead to `root`, so a container's
    /// `/etc/os-release -> /etc/shadow` is the container's own file. The result contains no link unless the tree
    /// changes meanwhile. `root` itself may be a link, such as `/proc/PID/root`. Throws a ``PathError``: ENOENT,
    /// ENOTDIR, or ELOOP after 40 links.
    package static func resolve(_ path: String, under root: String) throws -> String {
        let base = root.before("/") ?? root
        func failure(_ number: Int32) -> PathError {
            PathError(path: base + "/" + (path.after("/") ?? path), operation: .resolve, number: number)
        }
        try TextFile.refuseNUL(root + path, .resolve)
        // The names still to be walked, the next one last.
        var pending = Array(path.pieces(at: "/", keepingEmpty: false).reversed())
        var resolved: [String] = []
        var links = 0
        while let name = pending.popLast() {
            if name == "." { continue }
            if name == ".." {
                _ = resolved.popLast()
                continue
            }
            let place = ([base] + resolved + [name]).joined(separator: "/")
            let status: FileStatus
            do {
                status = try FileStatus.link(place)
            } catch let error as PathError {
                throw failure(error.number)
            }
            guard status.isSymbolicLink else {
                guard status.isDirectory || pending.isEmpty else { throw failure(ENOTDIR) }
                resolved.append(name)
                continue
            }
            links += 1
            guard links <= mostLinks else { throw failure(ELOOP) }
            let target = try TextFile.link(place).text
            if target.after("/") != nil { resolved = [] }
            pending += target.pieces(at: "/", keepingEmpty: false).reversed()
        }
        return resolved.isEmpty ? root : ([base] + resolved).joined(separator: "/")
    }

    /// Reads a file of the tree, as ``resolve(_:under:)`` finds it; throws a ``PathError``.
    package static func read(_ path: String, under root: String) throws -> TextFile {
        try TextFile.read(try resolve(path, under: root))
    }
}
