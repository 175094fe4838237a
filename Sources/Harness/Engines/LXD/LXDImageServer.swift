/// The public server of LXD images, the remote `images:`.
enum LXDImageServer {
    /// The label of an image of ours that was copied from there.
    static let label = "registry"

    /// Copies the sheet's Alpine, or the newest release if the server has dropped it; nil if none answers in seconds.
    static func copyAlpine(as alias: String, _ progress: (String) -> Void) throws -> Image? {
        let asked = try EngineCommand.lxc(["image", "info", "images:" + LXDImage.sheet], deadline: .seconds(8)).run()
        guard let release = asked.succeeded ? LXDImage.sheet : try newest(after: asked) else {
            progress("lxd: the server images: offers no Alpine (\(asked.ending): \(asked.errorText))")
            return nil
        }
        progress("lxd: copying images:\(release)")
        let copy = ["image", "copy", "images:" + release, "local:", "--alias", alias]
        try EngineCommand.lxc(copy, deadline: .seconds(300)).run().orThrow()
        try EngineCommand.lxc(["image", "set-property", alias, DockerImage.label, label]).run().orThrow()
        let left = release == LXDImage.sheet ? "" : ", because \(LXDImage.sheet) has left the server"
        return Image(reference: alias, isStandIn: false, origin: "images:\(release)\(left)")
    }

    /// The newest release on the server, unless the server did not answer the first question.
    private static func newest(after asked: Outcome) throws -> String? {
        if case .timedOut = asked.ending { return nil }
        let listing = EngineCommand.lxc(
            ["image", "list", "images:alpine", "type=container", "--format", "json"], deadline: .seconds(20))
        guard let images = try? StoredLXDImage.list(listing) else { return nil }
        return newestRelease(of: images.flatMap(\.names))
    }

    /// The highest `alpine/X.Y` among aliases.
    static func newestRelease(of aliases: [String]) -> String? {
        let releases = aliases.compactMap { alias -> (major: Int, minor: Int)? in
            let numbers = alias.replacing("alpine/", with: "", maxReplacements: 1).split(separator: ".").map { Int($0) }
            guard alias.hasPrefix("alpine/"), numbers.count == 2, let major = numbers[0], let minor = numbers[1]
            else { return nil }
            return (major, minor)
        }
        return releases.max(by: <).map { "alpine/\($0.major).\($0.minor)" }
    }
}
