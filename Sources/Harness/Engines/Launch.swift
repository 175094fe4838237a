/// A thing of an engine with the label of a run of the harness.
package struct Labelled: Sendable {
    package var name: String
    /// The label's value, an ``Owner`` in words.
    package var owner: String
    /// Its project in LXD or Incus; nil for the project `default`, and for engines without projects.
    package var project: String?
}

/// The container to launch.
package struct Launch: Sendable {
    /// The container's name.
    package var name: String
    package var image: Image
    /// The options of the scenario, as words of the engine's command line.
    package var options: [String]
    /// Whether the sheet's `--rm` is left out.
    package var keptOnExit: Bool
    /// Whether the sheet's `-t` is left out.
    package var withoutTerminal: Bool
    /// The folder of the host that the container sees as `/data`.
    package var sharedFolder: String
    /// Properties of the shared folder's device beyond source and path; LXD only.
    package var folderOptions: [String]
    /// The owner: the value of the label ``label``.
    package var owner: String

    /// The label of everything that the harness makes; LXD's key is `user.` and this.
    package static let label = "lab.run"
}
