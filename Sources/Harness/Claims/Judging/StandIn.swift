/// The limits of a stand-in image, which equals the sheet's own only in the facts that the sheet uses.
enum StandIn {
    /// The reason why a claim is untestable in a stand-in's containers; nil if the image makes no difference to it.
    ///
    /// The distribution is judged as it is, and as the one that it stands for: if the verdicts differ, neither counts.
    /// The number of layers is the image's own.
    static func excuse(_ claim: Claim, _ observed: Value, _ standIns: Set<Engine>) -> Lacking? {
        let engine = claim.scenario.engine
        // There is no other image for a container put together by hand.
        if engine == .kernel { return nil }
        switch claim.fact.id {
        case "container.os":
            guard case .text(let text) = observed, let original = text.after("stand-in for "),
                !claim.value.lowercased().contains("stand-in")
            else { return nil }
            // A version behind the distribution's name is not in the stand-in either.
            let isLonger = claim.value.lowercased().hasPrefix(original.lowercased() + " ")
            guard
                isLonger
                    || claim.relation.holds(observed, claim.value) != claim.relation.holds(.text(original), claim.value)
            else { return nil }
            return lacking(engine)
        case "root.layers":
            guard standIns.contains(engine), claim.relation.holds(observed, claim.value) == false
            else { return nil }
            return lacking(engine)
        default:
            return nil
        }
    }

    private static func lacking(_ engine: Engine) -> Lacking {
        Lacking(
            "image", "This run uses a stand-in for the sheet's image: \(engine.ownImage) brings the sheet's own.",
            "se usa una imagen que sustituye a la del enunciado; para traer la original: \(engine.ownImage)")
    }
}

extension Engine {
    /// The command that brings the sheet's image.
    fileprivate var ownImage: String {
        switch self {
        case .docker: "docker pull \(DockerImage.sheet)"
        case .kernel: "no command"
        case .lxd: "lxc image copy images:\(LXDImage.sheet) local: --alias alpine"
        }
    }
}
