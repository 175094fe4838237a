extension NamespaceKind {
    /// The long option of `unshare` and `nsenter` (unshare(1)).
    var option: String { self == .mnt ? "mount" : rawValue }
}

extension Recipe {
    /// The recipe of a container.
    init(_ basis: RecipeBasis) {
        name = basis.name
        scenario = basis.scenario
        bridge = basis.network?.bridge
        steps = [basis.box()] + basis.root() + basis.control() + basis.wires() + basis.process() + basis.place()
    }
}
