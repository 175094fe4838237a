/// Evidence as a person reads it: the lines that matter, each piece once, and long ones folded.
///
/// Machine-readable forms have all of it.
struct EvidenceText {
    private let language: Language
    private var told: [Evidence] = []

    package init(in language: Language) { self.language = language }

    /// The witnesses of a fact: the value that each says, and its evidence.
    mutating func lines(of witnesses: [Witness], of fact: Fact) -> [String] {
        let (word, says) = (Phrases.witness.text(in: language), Phrases.says.text(in: language))
        return witnesses.flatMap { witness in
            let value = witness.value.text(in: language, of: fact).quoted(in: language)
            return ["\(word): \(witness.name.text(in: language))\(says) \(value)"] + lines(of: witness.evidence)
        }
    }

    /// The pieces of evidence that are not told yet.
    mutating func lines(of evidence: [Evidence]) -> [String] {
        evidence.flatMap { piece -> [String] in
            if told.contains(piece) { return [] }
            told.append(piece)
            return lines(of: piece)
        }
    }

    /// The most lines of one piece, and the most characters of a line.
    private static let (enough, longest) = (16, 1000)

    private func lines(of evidence: Evidence) -> [String] {
        var parts = evidence.isSeen ? [] : evidence.title(in: language).lines
        parts += evidence.listing ?? evidence.whole(in: language).lines
        if parts.count > Self.enough {
            let more = Phrases.moreLines(parts.count - Self.enough + 1).text(in: language)
            parts = parts.prefix(Self.enough - 1) + ["… \(more)"]
        }
        parts = parts.map { $0.count > Self.longest ? $0.prefix(Self.longest) + "…" : $0 }
        return ["  " + (parts.first ?? "")] + parts.dropFirst().map { "    " + $0 }
    }
}

extension Evidence {
    /// The output of `ip -json` as `ip` prints it for people: interfaces with their addresses, or routes.
    fileprivate var listing: [String]? {
        guard case .command(let outcome) = self, outcome.succeeded, outcome.command.arguments.contains("-json") else {
            return nil
        }
        if outcome.command.arguments.last == "addr", let links = try? Link.list(parsing: outcome.output) {
            let others = links.filter { $0.name != "lo" }
            return (others.isEmpty ? links : others).map(\.listing)
        }
        guard outcome.command.arguments.last == "route" else { return nil }
        return (try? Route.list(parsing: outcome.output))?.map(\.listing)
    }
}

extension Link {
    /// The interface with its peer's index, its state and its addresses: `3: eth0@if4 UP 172.17.0.2/16`.
    fileprivate var listing: String {
        let peer = peerIndex.map { "@if\($0)" } ?? peerName.map { "@\($0)" } ?? ""
        let words = [operationalState] + addresses.map { "\($0.text)/\($0.prefixLength)" }
        return "\(index): \(name)\(peer) \(words.joined(separator: " "))"
    }
}

extension Route {
    /// The route as `ip route` prints it: `default via 172.17.0.1 dev eth0`.
    fileprivate var listing: String {
        destination + (gateway.map { " via \($0)" } ?? "") + (device.map { " dev \($0)" } ?? "")
    }
}

extension String {
    /// The lines, the empty ones too; a terminal ends each with CR and LF.
    fileprivate var lines: [String] {
        split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }
}
