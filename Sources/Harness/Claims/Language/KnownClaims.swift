import Synchronization

/// Claims that were read before, word for word: the reports of a course are much alike.
enum KnownClaims {
    /// The number of claims that are remembered, and their greatest length, because strangers may write anything.
    private static let (most, longest) = (2000, 200)
    private static let known = Mutex<[String: Claim]>([:])

    /// The claim that a text makes; throws a ``Problem``.
    static func claim(_ text: String) throws(Problem) -> Claim {
        if let claim = known.withLock({ $0[text] }) { return claim }
        let claim = try Claim(parsing: text)
        if text.utf8.count <= longest {
            known.withLock { known in
                if known.count < most { known[text] = claim }
            }
        }
        return claim
    }
}
