internal import Foundation

/// The sheet's own names for images, given to their stand-ins in the private daemons, where nobody else uses them.
///
/// They let `docker run … curlimages/curl sh` and `lxc launch images:alpine/3.13 myalpine` work as printed in the
/// sheet, on a machine without a registry.
package enum SheetNames {
    /// Gives the names if the engine in use is a private daemon; reports their meaning in one line.
    static func give(to image: Image, of engine: Engine, _ progress: (String) -> Void) throws {
        guard Endpoint.isOwn(engine) else { return }
        switch engine {
        case .docker:
            if image.reference != DockerImage.sheet {
                try EngineCommand.docker(["tag", image.reference, DockerImage.sheet]).run().orThrow()
            }
        case .lxd:
            try writeSettings()
            try giveAlias(to: image)
        case .kernel: return
        }
        progress("\(engine.rawValue): \(try note(engine))")
    }

    /// The meaning of the sheet's name for an image in a private daemon.
    private static func note(_ engine: Engine) throws -> String {
        let name = engine == .docker ? DockerImage.sheet : "images:" + LXDImage.sheet
        let isStandIn: Bool? =
            switch engine {
            case .docker: try DockerImage.sheetNameIsStandIn()
            case .lxd: try StoredLXDImage.all().first { $0.names.contains(LXDImage.sheet) }?.isStandIn
            case .kernel: nil
            }
        return switch isStandIn {
        case true?: "\(name) is a stand-in here, built offline of this machine's programs"
        case false?: "\(name) is the one that its makers publish"
        case nil: "there is no \(name) here (./ci.sh up provides it)"
        }
    }

    private static func giveAlias(to image: Image) throws {
        if image.reference == LXDImage.sheet { return }
        let stored = try StoredLXDImage.all()
        guard
            let wanted = stored.first(where: { $0.names.contains(image.reference) || $0.fingerprint == image.reference }
            )
        else { throw LabFailure(english: "LXD has no image \(image.reference) any more") }
        if wanted.names.contains(LXDImage.sheet) { return }
        if stored.contains(where: { $0.names.contains(LXDImage.sheet) }) {
            try LXD().lxc(["image", "alias", "delete", LXDImage.sheet]).orThrow()
        }
        try LXD().lxc(["image", "alias", "create", LXDImage.sheet, wanted.fingerprint]).orThrow()
    }

    /// The settings of a person's client for the private LXD; in them the remote `images:` is that server itself.
    ///
    /// The client of Debian 13 puts its own remote in that place, whatever a file says. It obeys the aliases of commands.
    private static var settings: String { Endpoint.runtime + "/" + LXDFamily.current.client }

    private static func writeSettings() throws {
        try FileManager.default.createDirectory(atPath: settings, withIntermediateDirectories: true)
        let file = settings + "/config.yml"
        if TextFile.exists(file) { return }
        let text = """
            default-remote: local
            remotes:
              images:
                addr: unix://\(Endpoint.ownFolder(of: .current))/unix.socket
                public: false
            aliases:
              "launch images:\(LXDImage.sheet)": "launch \(LXDImage.sheet)"
              "init images:\(LXDImage.sheet)": "init \(LXDImage.sheet)"

            """
        try text.write(toFile: file, atomically: true, encoding: .utf8)
    }

    /// The lines that lead a person's shell to the `docker` and `lxc` that the harness uses, with a comment each.
    ///
    /// The machine's own engine needs none. Throws a ``LabFailure`` if no engine answers.
    package static func environment() throws -> [String] {
        var lines: [String] = []
        for engine in Engine.ofTheSheet {
            guard case .version(let version, let place) = engine.ask() else { continue }
            let whose = "\(engine.title) \(version), \(place.english)"
            guard Endpoint.isOwn(engine) else {
                lines.append("# \(whose): nothing to set")
                continue
            }
            lines.append("# \(whose); \(try note(engine))")
            let variables =
                engine == .docker
                ? Endpoint.docker : Endpoint.lxd.merging([LXDFamily.current.settingsVariable: settings]) { $1 }
            lines += variables.sorted { $0.key < $1.key }.map { "export \($0.key)=\(Command.quoted($0.value))" }
        }
        guard !lines.isEmpty else {
            throw LabFailure(english: "neither Docker nor LXD answers: run ./ci.sh up, as root")
        }
        return lines
    }
}
