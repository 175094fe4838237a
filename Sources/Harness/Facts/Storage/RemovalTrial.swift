internal import Foundation
internal import Host

/// The removal of a scene's second container, after it has written into its root and into the shared folder.
///
/// The second one is removed because it may live in a namespace of the first's, and would end with it.
struct RemovalTrial: Sendable {
    /// The root's storage, with a file that the container wrote; or why it could not be looked at.
    private let storage: Result<(place: ContainerStorage, remains: Bool, seen: Evidence), any Error>
    /// The path on the host of a file that the container wrote into the shared folder; or why there is none.
    private let file: Result<String, any Error>
    /// The engine's list of the container, before and after its removal.
    private let listed: (before: Outcome, after: Outcome)
    /// The same file, as the first container reads it afterwards.
    private let read: Outcome
    /// The folder of the file, as the first container shows it; nil if it has read the file.
    private let shown: Outcome?

    /// The trial, made once for each scene.
    static func of(_ scene: Scene) throws -> RemovalTrial { try scene.once { try RemovalTrial(scene) } }

    private init(_ scene: Scene) throws {
        let (other, removed) = try scene.pair()
        let name = OwnedFile.newName()
        let written = Result {
            let place = try Self.writeIntoRoot(of: removed, in: scene)
            return (place, try StorageRemains(of: removed, at: place))
        }
        file = Result { try Self.write(name, from: removed, into: scene.folder.path) }
        let before = try scene.driver.list(removed.name).orThrow()
        try scene.driver.remove(removed.name)
        listed = (before, try scene.driver.list(removed.name).orThrow())
        storage = Result {
            let (place, later) = try written.get()
            let (remains, seen) = try later.look()
            return (place, remains, seen)
        }
        read = try other.run(["cat", "/data/\(name)"])
        shown = read.succeeded ? nil : try other.run(["ls", "-d", "/data"])
    }

    private static func writeIntoRoot(of container: Container, in scene: Scene) throws -> ContainerStorage {
        let (storage, name) = (try container.storage(), OwnedFile.newName())
        if try ReadOnlyRoot.isMounted(in: container) {
            _ = try HostFile.create("kept", named: name, in: storage.root)
        } else {
            try container.runShell("echo kept > /\(name)", user: scene.root).orThrow()
        }
        guard TextFile.exists(storage.path + "/" + name) else {
            throw ProbeFailure(
                "what is written into the root is not in \(storage.path)",
                "lo que se escribe en la raíz no está en \(storage.path)", storage.evidence)
        }
        return storage
    }

    private static func write(_ name: String, from container: Container, into folder: String) throws -> String {
        try container.runShell("echo kept > /data/\(name)").orThrow()
        guard TextFile.exists(folder + "/" + name) else {
            throw ProbeFailure(
                "what the container writes into /data is not in \(folder)",
                "lo que el contenedor escribe en /data no está en \(folder)")
        }
        return folder + "/" + name
    }

    /// What has become of the root.
    func root() throws -> Observation {
        let (storage, remains, seen) = try storage.get()
        guard !listed.before.lines.isEmpty else {
            throw ProbeFailure(
                "the engine does not list the container", "el motor no enumera el contenedor",
                [.command(listed.before)])
        }
        return try Observation(
            Witness(
                "its folder on the host", "su carpeta en el anfitrión", says: remains ? "kept" : "destroyed",
                storage.evidence + [seen]),
            Witness(
                "the engine's list", "la lista del motor",
                says: listed.after.lines.isEmpty ? "destroyed" : "kept",
                [.command(listed.before), .command(listed.after)]))
    }

    /// What has become of the file in the shared folder.
    func folder() throws -> Observation {
        let file = try file.get()
        // Only a file that is not there has gone, from a folder that is: any other error is no answer.
        let text = TextFile.exists(file) ? try TextFile.read(file).text.trimmed : nil
        let hasGone = read.errorText.contains("No such file") && shown?.succeeded ?? false
        guard read.succeeded || hasGone else { throw CommandFailure(read) }
        guard TextFile.exists((file as NSString).deletingLastPathComponent) else {
            throw ProbeFailure(
                "the folder of \(file) has gone too", "la carpeta de \(file) tampoco está", [.command(read)])
        }
        return try Observation(
            Witness(
                "the file on the host", "el fichero en el anfitrión", says: text == "kept" ? "kept" : "destroyed",
                [.seen(Sentence("\(file): \(text ?? "gone")", "\(file): \(text ?? "ya no está")"))]),
            Witness(
                "the file in another container", "el fichero en otro contenedor",
                says: read.text == "kept" ? "kept" : "destroyed", [.command(read)]))
    }
}
