/// An LXD image built offline, as one archive for `lxc image import`.
struct LXDStandIn {
    /// The alias in LXD, with the start of the digest, so that runs of different versions do not take each other's.
    let alias: String
    /// The source of the image, in words.
    let origin: String
    /// The digest of the image's whole content.
    let digest: String

    private let fixtures: String
    private let root: FileTree
    private let innerImage: DockerStandIn?

    /// The image that stands in for `images:alpine/3.13`.
    static func alpine() throws -> LXDStandIn {
        try LXDStandIn(
            as: LXDImage.own, origin: "stand-in built offline of the host's BusyBox", of: "alpine", root: system())
    }

    /// The same system with the host's Docker, which its init starts, and with the image that stands in for Docker's.
    ///
    /// Throws a ``LabFailure`` if the host has no Docker that can be copied.
    static func withDocker() throws -> LXDStandIn {
        var root = try system()
        try root.addFixtures("images/docker-in-lxd/rootfs")
        root.add(.link(to: "/run"), at: "var/run")
        for name in dockerPrograms { try root.addProgram(HostPrograms.binary(of: name), at: "usr/bin/" + name) }
        return try LXDStandIn(
            as: LXDImage.ownWithDocker, origin: "stand-in built offline of the host's BusyBox and Docker",
            of: "docker-in-lxd", root: root, innerImage: DockerStandIn())
    }

    static let dockerPrograms = ["dockerd", "containerd", "containerd-shim-runc-v2", "runc", "docker"]
    /// The path of Docker's image in the image with Docker, as an archive for `docker load`.
    static let innerImagePath = "/usr/share/curl.tar"

    private init(
        as alias: String, origin: String, of fixtures: String, root: FileTree, innerImage: DockerStandIn? = nil
    ) throws {
        (self.origin, self.fixtures, self.root, self.innerImage) = (origin, "images/\(fixtures)", root, innerImage)
        let parts = [
            try root.manifest(), try Fixtures.text(self.fixtures + "/metadata.yaml"), try Fixtures.text(Self.template),
            Self.architecture, innerImage?.digest ?? "",
        ]
        digest = try Digest.of(parts.joined())
        self.alias = alias + "-" + digest.prefix(12)
    }

    private static func system() throws -> FileTree {
        var root = try StandInRoot.tree(of: StandInRoot.busyBox())
        root.add(.link(to: "/bin/busybox"), at: "sbin/init")
        try root.addFixtures("images/alpine/rootfs")
        return root
    }

    /// The image in LXD, built if it is missing; those of earlier versions stay.
    func provide(_ progress: (String) -> Void) throws -> Image {
        let stored = try StoredLXDImage.all()
        if let made = image(in: stored) { return made }
        for image in stored where image.names.contains(alias) {
            throw LabFailure(
                "the LXD alias \(alias) leads to the image \(image.fingerprint), which is not ours: give it another alias, "
                    + "or name the image to use in LAB_LXD_IMAGE",
                "el alias de LXD \(alias) lleva a la imagen \(image.fingerprint), que no es nuestra: póngale otro alias, "
                    + "o indique en LAB_LXD_IMAGE la imagen que se ha de usar")
        }
        return try Turn.image.take {
            // Another process may have built it meanwhile.
            if let made = image(in: try StoredLXDImage.all()) { return made }
            progress("lxd: building the image \(alias)")
            try load()
            if let made = image(in: try StoredLXDImage.all()) { return made }
            throw LabFailure(
                "\(LXDFamily.current.title) imported the image \(alias) and does not list it: look at "
                    + LXDFamily.current.spelling("lxc image list"),
                "\(LXDFamily.current.title) importó la imagen \(alias) y no la lista: mire "
                    + LXDFamily.current.spelling("lxc image list"))
        }
    }

    private func image(in stored: [StoredLXDImage]) -> Image? {
        stored.first { $0.label == digest }.map { Image(reference: $0.reference, isStandIn: true, origin: origin) }
    }

    /// Builds the archive and imports it.
    private func load() throws {
        try TemporaryFolder.with { folder in
            var image = FileTree()
            image.graft(root, at: "rootfs")
            if let innerImage {
                let archive = try innerImage.pack(as: DockerImage.standInInside, in: folder)
                image.add(.file(copyOf: archive), at: "rootfs" + Self.innerImagePath, mode: 0o644)
            }
            let metadata = try Fixtures.text(fixtures + "/metadata.yaml")
                .replacing("@ARCHITECTURE@", with: Self.architecture).replacing("@LAB_IMAGE@", with: digest)
            image.add(.text(metadata), at: "metadata.yaml", mode: 0o644)
            image.add(.file(copyOf: Fixtures.path(Self.template)), at: "templates/hostname.tpl", mode: 0o644)
            try image.pack(into: folder + "/lxd.tar", staging: folder + "/lxd")
            let importing = ["image", "import", folder + "/lxd.tar", "--alias", alias]
            try EngineCommand.lxc(importing, deadline: .seconds(120)).run().orThrow()
        }
    }

    private static let template = "images/alpine/templates/hostname.tpl"

    #if arch(arm64)
    private static let architecture = "aarch64"
    #else
    private static let architecture = "x86_64"
    #endif
}
