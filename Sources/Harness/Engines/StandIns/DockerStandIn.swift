internal import Foundation

/// The image that stands in for `curlimages/curl`, in the form that `docker load` takes.
///
/// Its layers are BusyBox, the users, the host's `curl` if it has one, and the entry point. The image's ID is the
/// digest of its configuration, so equal content makes the same image.
struct DockerStandIn {
    /// The layers from the bottom up, each with its sentence for `docker history`.
    let layers: [(comment: String, tree: FileTree)]
    /// The digest of the image's whole content.
    let digest: String

    package init() throws { try self.init(of: StandInRoot.busyBox(), called: "BusyBox of the host") }

    /// The image made from those programs.
    package init(of programs: FileTree, called comment: String) throws {
        var users = FileTree()
        try users.addFixtures("images/curl/users")
        let shadow = Fixtures.path("images/curl/users/etc/shadow")
        users.add(.file(copyOf: shadow), at: "etc/shadow", mode: 0o640, owner: "0:42")
        users.add(.folder, at: "home/curl_user", mode: 0o2755, owner: "100:101")
        var entryPoint = FileTree()
        try entryPoint.addFixtures("images/curl/entrypoint")

        var layers = [(comment, try StandInRoot.tree(of: programs)), ("user 100:101", users)]
        if let curl = try Self.curl() { layers.append(("curl of the host, with its libraries", curl)) }
        layers.append(("entry point", entryPoint))
        self.layers = layers
        digest = try Digest.of(try layers.map { try $0.0 + "\n" + $0.1.manifest() }.joined() + Self.architecture)
    }

    /// The host's `curl` with its shared libraries, or nil if the host has none.
    private static func curl() throws -> FileTree? {
        guard let program = ProgramPath.path(of: "curl") else { return nil }
        var tree = FileTree()
        try tree.addProgram(program, at: "usr/bin/curl")
        return tree
    }

    /// Builds the archive and loads it under a tag.
    func load(as tag: String) throws {
        try TemporaryFolder.with { folder in
            let archive = try pack(as: tag, in: folder)
            try EngineCommand.docker(["load", "--quiet", "--input", archive], deadline: .seconds(120)).run().orThrow()
        }
    }

    /// Builds the archive of the image with a tag in a folder, and returns its path.
    func pack(as tag: String, in folder: String) throws -> String {
        var image = FileTree()
        var digests: [String] = []
        for (index, layer) in layers.enumerated() {
            let archive = "\(folder)/layer\(index).tar"
            try layer.tree.pack(into: archive, staging: "\(folder)/layer\(index)")
            digests += try Digest.ofFiles([archive]).values
            image.add(.file(copyOf: archive), at: "\(digests[index])/layer.tar", mode: 0o644)
        }
        let configuration = try configuration(digests)
        let name = try Digest.of(configuration) + ".json"
        let manifest = [
            ["Config": name, "RepoTags": [tag], "Layers": digests.map { $0 + "/layer.tar" }] as [String: Any]
        ]
        image.add(.text(configuration), at: name, mode: 0o644)
        image.add(.text(try json(manifest)), at: "manifest.json", mode: 0o644)
        try image.pack(into: folder + "/image.tar", staging: folder + "/image")
        return folder + "/image.tar"
    }

    /// The configuration (a word of the image specification): the user, the command and the layers.
    private func configuration(_ digests: [String]) throws -> String {
        let made = "2021-05-05T00:00:00Z"
        let container: [String: Any] = [
            "User": "100:101",
            "Env": ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],
            "Entrypoint": ["/entrypoint.sh"],
            "Cmd": ["curl"],
            "Labels": [DockerImage.label: digest],
        ]
        return try json([
            "architecture": Self.architecture,
            "os": "linux",
            "created": made,
            "config": container,
            "rootfs": ["type": "layers", "diff_ids": digests.map { "sha256:" + $0 }] as [String: Any],
            "history": layers.map { ["created": made, "created_by": $0.comment] },
        ])
    }

    private func json(_ value: Any) throws -> String {
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try JSONSerialization.data(withJSONObject: value, options: options), as: UTF8.self)
    }

    #if arch(arm64)
    private static let architecture = "arm64"
    #else
    private static let architecture = "amd64"
    #endif
}
