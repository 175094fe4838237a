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
