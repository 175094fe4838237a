/// The facts about the machine that a recipe needs; the same facts make the same text.
struct RecipeBasis: Sendable, Equatable {
    /// The container's name.
    var name: String
    /// The scenario's text.
    var scenario: String
    /// The parts to make, and the parts to leave out.
    var options: KernelOptions
    /// The folder with the image's layers, which are numbered from the bottom up.
    package var image: String
    /// The number of layers.
    var layers: Int
    /// The folder of the host that the container sees as `/data`.
    var sharedFolder: String
    /// The folders under which its cgroups are made: one for each v1 hierarchy, or the unified one.
    var hierarchies: [String: String]
    /// Whether cgroups are of version 2.
    var isUnified: Bool
    /// Its place in the network.
    var network: KernelNetwork?

    /// The container's cgroups by controller, the freezer's first.
    var cgroups: [(controller: String, folder: String)] {
        if options.without.contains(.cgroup) { return [] }
        return hierarchies.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)/\(name)") }
    }

    /// The options of `nsenter` to enter those of these namespaces that are the container's own.
    func enter(_ kinds: NamespaceKind...) -> String {
        let words = kinds.filter(options.own.contains).map { " --" + $0.option }.joined()
        return words.isEmpty ? "" : "nsenter --target $pid\(words) "
    }
}
