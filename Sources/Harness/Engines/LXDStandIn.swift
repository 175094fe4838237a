/// The image that stands in for `images:alpine/3.13`, as one archive that `lxc image import` takes.
struct LXDStandIn {
    private let root: FileTree
    /// The digest of all that the image is made of.
    let digest: String

    init() throws {
        var root = try StandInRoot.tree(of: StandInRoot.busyBox())
        root.add(.link(to: "/bin/busybox"), at: "sbin/init")
        try root.addFixtures("images/alpine/rootfs")
        self.root = root
        let metadata = try Fixtures.text("images/alpine/metadata.yaml")
        let template = try Fixtures.text("images/alpine/templates/hostname.tpl")
        digest = try Digest.of(try root.manifest() + metadata + template + Self.architecture)
    }

    /// Builds the archive and imports it, under an alias.
    func load(as alias: String) throws {
        try TemporaryFolder.with { folder in
            var image = FileTree()
            image.graft(root, at: "rootfs")
            let metadata = try Fixtures.text("images/alpine/metadata.yaml")
                .replacing("@ARCHITECTURE@", with: Self.architecture).replacing("@LAB_IMAGE@", with: digest)
            image.add(.text(metadata), at: "metadata.yaml", mode: 0o644)
            let template = Fixtures.path("images/alpine/templates/hostname.tpl")
            image.add(.file(copyOf: template), at: "templates/hostname.tpl", mode: 0o644)
            try image.pack(into: folder + "/image.tar", staging: folder + "/image")
            let importing = ["image", "import", folder + "/image.tar", "--alias", alias]
            try EngineCommand.lxc(importing, deadline: .seconds(120)).run().orThrow()
        }
    }

    #if arch(arm64)
    private static let architecture = "aarch64"
    #else
    private static let architecture = "x86_64"
    #endif
}
