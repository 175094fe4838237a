/// All facts, in the sheet's order.
package enum Catalogue {
    /// Every fact.
    package static let facts: [Fact] =
        LaunchFacts.all + CgroupFacts.all + NamespaceFacts.all + BetweenContainersFacts.all + UserFacts.all
        + StorageFacts.all + ConnectivityFacts.all + CoexistenceFacts.all

    package static func fact(_ id: String) -> Fact? { byID[id] }

    private static let byID = Dictionary(uniqueKeysWithValues: facts.map { ($0.id, $0) })
}
