internal import Foundation
import Synchronization

/// Our own settings for the clients `docker`, `lxc` and `incus`.
///
/// A person's aliases, formats, default project, default remote and current context change the meaning of a command, so
/// none of them counts here. A person's remotes, contexts and credentials stay available under their names.
package enum ClientSettings {
    /// The variables that keep a person's settings away from `docker`.
    static let docker: [String: String] = {
        let folder = made("docker") { folder in
            let theirs = dockerFolder.flatMap { FileManager.default.contents(atPath: $0 + "/config.json") }
            let kept = theirs.map { credentials(in: $0) } ?? [:]
            try JSONSerialization.data(withJSONObject: kept).write(to: URL(fileURLWithPath: folder + "/config.json"))
            try link(["contexts", "ca.pem", "cert.pem", "key.pem"], of: dockerFolder, into: folder)
        }
        // The client uses the daemon's socket, without TLS, if DOCKER_HOST is not set.
        let isLed = EngineCommand.variable("DOCKER_HOST") != nil
        let tls = isLed ? [] : ["DOCKER_TLS", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH"]
        return without(
            [
                "DOCKER_API_VERSION", "DOCKER_CONTENT_TRUST", "DOCKER_CONTENT_TRUST_SERVER", "DOCKER_CUSTOM_HEADERS",
                "DOCKER_DEFAULT_PLATFORM", "DOCKER_HIDE_LEGACY_COMMANDS",
            ] + tls
        ).merging(["DOCKER_CONFIG": folder]) { $1 }
    }()

    /// The variables that keep a person's settings away from the clients of LXD and of Incus.
    static let lxd: [String: String] = LXDFamily.allCases.reduce(
        into: without(["LXD_PROJECT", "LXD_REMOTE", "INCUS_PROJECT", "INCUS_REMOTE"])
    ) { variables, family in
        let theirs = folder(of: family)
        variables[family.settingsVariable] = made(family.client) { folder in
            let text = theirs.flatMap { FileManager.default.contents(atPath: $0 + "/config.yml") }
            let remotes = text.map { Self.remotes(in: String(decoding: $0, as: UTF8.self)) } ?? ""
            if family == .incus, family == .current, remotes.isEmpty, family.hasClient {
                // Incus's client has its server of images in settings that it writes itself, and in no others.
                var first = Command(family.client, ["remote", "list"], environment: [family.settingsVariable: folder])
                first.environment.merge(variables) { $1 }
                if try first.run().succeeded { return }
            }
            try "default-remote: local\n\(remotes)".write(
                toFile: folder + "/config.yml", atomically: false, encoding: .utf8)
            try link(["client.crt", "client.key", "client.ca", "servercerts"], of: theirs, into: folder)
        }
    }

    /// The context chosen with `docker context use`; nil for the machine's own daemon.
    static var currentContext: String? {
        guard let file = dockerFolder.flatMap({ FileManager.default.contents(atPath: $0 + "/config.json") }),
            let settings = try? JSONSerialization.jsonObject(with: file) as? [String: Any],
            let name = settings["currentContext"] as? String, !name.isEmpty, name != "default"
        else { return nil }
        return name
    }

    /// The caller's environment variables that the clients, or their daemons, may know.
    package static var variables: [String] {
        ProcessInfo.processInfo.environment.keys.filter { name in
            ["DOCKER_", "LXD_", "INCUS_"].contains(where: name.hasPrefix)
        }.sorted()
    }

    /// The variables that lead a client to a daemon other than the machine's own, strongest first.
    static func leading(_ engine: Engine) -> [String] {
        switch engine {
        case .docker: ["DOCKER_HOST", "DOCKER_CONTEXT"]
        case .lxd: [LXDFamily.current.socketVariable, LXDFamily.current.folderVariable]
        case .kernel: []
        }
    }

    /// The block `remotes:` of a client's `config.yml`, without the projects chosen there.
    ///
    /// The client writes one key a line; a file that a person has written differently counts as empty.
    static func remotes(in text: String) -> String {
        var lines: [Substring] = []
        var isInside = false
        for line in text.split(separator: "\n") where !line.trimmed.hasPrefix("#") {
            if line.first.map({ !$0.isWhitespace }) ?? false { isInside = line.trimmed == "remotes:" }
            let isProject = line.trimmed.after("project:").map { !$0.trimmed.isEmpty } ?? false
            if isInside, !isProject { lines.append(line) }
        }
        return lines.count > 1 ? lines.joined(separator: "\n") + "\n" : ""
    }

    /// The credentials for registries in Docker's `config.json`, and nothing else of it.
    static func credentials(in json: Data) -> [String: Any] {
        let settings = (try? JSONSerialization.jsonObject(with: json)) as? [String: Any] ?? [:]
        return settings.filter { ["auths", "credsStore", "credHelpers"].contains($0.key) }
    }

    private static var dockerFolder: String? {
        EngineCommand.variable("DOCKER_CONFIG") ?? EngineCommand.variable("HOME").map { $0 + "/.docker" }
    }

    /// The folder with a person's settings of a client: the one in the variable, the distribution's, or the snap's.
    private static func folder(of family: LXDFamily) -> String? {
        if let named = EngineCommand.variable(family.settingsVariable) { return named }
        guard let home = EngineCommand.variable("HOME") else { return nil }
        let folders = ["\(home)/.config/\(family.client)", "\(home)/snap/lxd/common/config"]
        return folders.first { TextFile.exists($0 + "/config.yml") }
    }

    private static func without(_ names: [String]) -> [String: String] {
        let set = names.filter { EngineCommand.variable($0) != nil }
        return Dictionary(uniqueKeysWithValues: set.map { ($0, "") })
    }

    private static func link(_ names: [String], of theirs: String?, into folder: String) throws {
        for name in names {
            guard let theirs, TextFile.exists("\(theirs)/\(name)") else { continue }
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/\(name)", withDestinationPath: "\(theirs)/\(name)")
        }
    }

    /// A folder of settings for this run; if it cannot be made, the client runs without the person's own settings.
    private static func made(_ client: String, _ fill: (String) throws -> Void) -> String {
        let folder = "\(TemporaryFolder.base)/lab-\(Owner.current)-\(client)"
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            folders.withLock { $0.append(folder) }
            if folders.withLock({ $0.count }) == 1 { atexit { ClientSettings.remove() } }
            try fill(folder)
        } catch { StandardError.say("the settings of \(client) cannot be taken over: \(error.sentence)") }
        return folder
    }

    private static let folders = Mutex<[String]>([])

    /// Removes the folders; a normal exit of the process does so by itself.
    static func remove() {
        for folder in folders.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: folder) }
    }
}
