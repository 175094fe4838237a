/// All facts, in the sheet's order.
public enum Catalogue {
    /// Every fact.
    public static let facts: [Fact] =
        LaunchFacts.all + CgroupFacts.all + NamespaceFacts.all + BetweenContainersFacts.all + UserFacts.all
        + StorageFacts.all + ConnectivityFacts.all + CoexistenceFacts.all

    /// The fact of that id.
    public static func fact(_ id: String) -> Fact? { byID[id] }

    private static let byID = Dictionary(uniqueKeysWithValues: facts.map { ($0.id, $0) })
}
