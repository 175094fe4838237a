package import Host

/// A sentence of a report that is, or means to be, a claim.
package struct Statement: Sendable {
    /// Where it stands; a claim broken over lines stands where it begins.
    package var place: Place
    /// The sentence as it is written, cut to 200 characters and safe to show.
    package var text: String
    /// The claim, or why it cannot be used.
    package var claim: Result<Claim, Problem>

    /// A statement from its parts.
    package init(place: Place, text: String, claim: Result<Claim, Problem>) {
        self.place = place
        self.text = text
        self.claim = claim
    }
}
