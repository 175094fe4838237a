/// A sentence of a report that is, or means to be, a claim.
public struct Statement: Sendable {
    /// Where it stands; a claim broken over lines stands where it begins.
    public var place: Place
    /// The sentence as it is written, cut to 200 characters and safe to show.
    public var text: String
    /// The claim, or why it cannot be used.
    public var claim: Result<Claim, ClaimError>

    /// A statement from its parts.
    public init(place: Place, text: String, claim: Result<Claim, ClaimError>) {
        self.place = place
        self.text = text
        self.claim = claim
    }
}
