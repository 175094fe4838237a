/// The machine of a report, as its line and its own claims describe it.
struct ReportMachine {
    /// Its known properties.
    private(set) var profile = MachineProfile()
    /// The claims and lines that say different things of it.
    private(set) var notes: [Sentence] = []

    private let isHere: Bool
    /// What is doubtful about it.
    private var doubts: Set<Dependence> = []
    private let isPackaged: Bool
    /// The most values of one question that are kept: each is held against every claim that gives another one.
    private static let mostValues = 50
    /// The values that the report gives, by question.
    private var values: [Question: [String]] = [:]

    /// The machine of which these statements and lines speak, or the one that is observed.
    init(_ statements: [Statement], _ lines: [MachineLine], isHere: Bool) {
        self.isHere = isHere
        // Later ones are snaps.
        isPackaged = lines.contains { line in
            line.profile.versions[.lxd].map { version in ["2.", "3.0.", "5.0.2"].contains(where: version.hasPrefix) }
                ?? false
        }
        let claims = statements.compactMap { statement -> (claim: Claim, place: Place)? in
            guard case .success(let claim) = statement.claim,
                claim.relation == .isEqual || claim.fact.id == "cgroup.path"
                    || claim.fact.id == "users.uid-map" && claim.relation == .contains
            else { return nil }
            return (claim, statement.place)
        }
        for line in lines {
            doubts.formUnion(line.doubts)
            if line.isUnclear { notes.append(Self.unclear(line.place)) }
            for (dependence, property) in line.profile.properties where profile.properties[dependence] == nil {
                profile[dependence] = property
            }
        }
        // A map that nothing else of the report goes with must not be its own excuse.
        for (claim, place) in claims where claim.fact.id != "users.uid-map" { note(claim, place, lines) }
        for (claim, place) in claims where claim.fact.id == "users.uid-map" { note(claim, place, lines) }
        for (claim, _) in claims {
            let known = values[claim.question] ?? []
            if claim.relation == .isEqual, known.count < Self.mostValues, !known.contains(claim.value) {
                values[claim.question, default: []].append(claim.value)
            }
        }
    }

    /// Learns what a claim says of the machine, or notes that a line says otherwise.
    private mutating func note(_ claim: Claim, _ place: Place, _ lines: [MachineLine]) {
        var said = MachineProfile()
        said.learn(claim.fact.id, in: claim.scenario, is: claim.value)
        guard let (dependence, property) = said.properties.first else { return }
        let other = lines.first { $0.profile.properties[dependence].map { $0 != property } ?? false }
        if let other, notes.count < 20 { notes.append(Self.contradiction(claim, place, other, dependence)) }
        profile.learn(claim.fact.id, in: claim.scenario, is: claim.value)
    }

    /// The standing of one of the report's claims.
    func standing(of claim: Claim) -> Standing {
        if isHere { return .here }
        let dependences = claim.fact.dependences(in: claim.scenario)
        var standing = Standing()
        (standing.doubts, standing.isPackaged) = (doubts, isPackaged)
        for dependence in dependences + [.remapping] { standing.profile[dependence] = profile.properties[dependence] }
        // Another bridge than the default one tells of a network that somebody has configured.
        let bridge = values[Question("network.bridge", in: .bare(claim.scenario.engine))]?.first
        let usual = Catalogue.fact("network.bridge")?.usual(of: claim.scenario.engine)
        standing.namesBridge = bridge != nil
        if dependences.contains(.network), let bridge, bridge != usual { standing.profile[.network] = bridge }
        standing.siblings = (values[claim.question] ?? []).filter { $0 != claim.value }
        return standing
    }

    private static func unclear(_ place: Place) -> Sentence {
        Sentence(
            "\(place.words(.english)): nothing is understood of what it says of the machine: lab doctor --line prints such a line",
            "\(place.words(.spanish)): no se entiende lo que dice de la máquina: lab doctor --line escribe una línea así"
        )
    }

    private static func contradiction(
        _ claim: Claim, _ place: Place, _ line: MachineLine, _ dependence: Dependence
    ) -> Sentence {
        let said = line.profile.properties[dependence]?.quotedForReaders ?? ""
        return Sentence(
            "a claim and the machine's line cannot both be true: \(claim.shown(in: .english)) (\(place.words(.english))) and "
                + "\(dependence.words.english) \(said) (\(line.place.words(.english)))",
            "una afirmación y la línea de la máquina no pueden ser ciertas a la vez: \(claim.shown(in: .spanish)) "
                + "(\(place.words(.spanish))) y \(dependence.words.spanish) \(said) (\(line.place.words(.spanish)))")
    }
}
