/// A thing of an engine with the label of a run of the harness.
package struct Labelled: Sendable {
    package var name: String
    /// The label's value, an ``Owner`` in words.
    package var owner: String
    /// Its project in LXD or Incus; nil for the project `default`, and for engines without projects.
    package var project: String?
}
