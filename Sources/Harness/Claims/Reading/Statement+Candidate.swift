extension Statement {
    /// Reads a candidate as a claim.
    init(_ candidate: Candidate, _ format: ReportFormat) {
        var end = 0
        self.init(candidate, format, end: &end)
    }

    /// Reads a candidate as a claim, and tells where the last of its lines ends, in bytes, if it is not the first.
    init(_ candidate: Candidate, _ format: ReportFormat, end: inout Int) {
        (place, text) = (candidate.place, candidate.line.quotedForReaders)
        lines = candidate.lines
        let written: String
        switch candidate.text {
        case .missingColon(let text):
            let words = text.prefix { $0 != ":" }
            let shown = words.quotedForReaders
            claim = .failure(
                Problem(
                    "a colon is missing in \u{201c}\(shown)\u{201d}: Claim 1: docker: …",
                    "faltan dos puntos en «\(shown)»: Afirmación 1: docker: …"))
            return
        case .changed:
            claim = .failure(
                Problem(
                    "its title changes what it claims: options belong before the colon, docker --pid=host: …, and what is "
                        + "denied is no claim",
                    "su título cambia lo que afirma: las opciones van ante los dos puntos, docker --pid=host: …, y lo que se "
                        + "niega no es una afirmación"))
            return
        case .unintroduced(let text):
            claim = .failure(ClaimLine.problem(with: text))
            return
        case .claim(let text):
            written = text
        }
        guard candidate.length <= ClaimText.limit * 2 else {
            claim = .failure(ClaimText.tooLong(candidate.length))
            return
        }
        do throws(Problem) {
            claim = .success(try KnownClaims.claim(written))
            guard let condition = candidate.following.flatMap({ Continuation.condition(on: written, in: $0, format) })
            else { return }
            claim = .failure(
                Problem(
                    "the next line limits it (\(condition.quotedForReaders)): options belong before the colon, docker "
                        + "--pid=host: …",
                    "la línea siguiente la limita (\(condition.quotedForReaders)): las opciones van ante los dos puntos, "
                        + "docker --pid=host: …"))
        } catch {
            let continued = candidate.following.flatMap { Continuation(of: written, in: $0, format) }
            guard let continued else {
                claim = .failure(error)
                return
            }
            text = (candidate.line + " " + continued.added).quotedForReaders
            // If the introduction is a heading, the first of several lines under it must not stand for all.
            let isHeading = written.trimming("*_` ").isEmpty
            if !(isHeading && continued.isFollowedByClaim) {
                lines += continued.lines
                end = continued.end
            }
            claim =
                isHeading && continued.isFollowedByClaim
                ? .failure(
                    Problem(
                        "each claim is introduced by itself, and here several follow one introduction",
                        "cada afirmación se introduce por separado, y aquí hay varias tras una sola introducción"))
                : .success(continued.claim)
        }
    }
}
