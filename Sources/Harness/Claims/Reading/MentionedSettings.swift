/// The words that tell of a daemon with other settings, wherever they stand in a report.
enum MentionedSettings {
    /// Words as they are spelled, and what they make doubtful.
    private struct Sign {
        var spellings: [StaticString]
        var doubts: Set<Dependence>
    }

    private static let signs = [
        Sign(
            spellings: ["rootless", "Rootless", "sin root", "without root"],
            doubts: [.remapping, .network, .cgroupDriver, .storageDriver]),
        Sign(
            spellings: [
                "docker desktop", "Docker Desktop", "Docker desktop", "WSL", "Windows", "macOS", "Colima", "OrbStack",
                "podman", "Podman",
            ], doubts: [.remapping, .network]),
        Sign(spellings: ["userns-remap", "name=userns", "  userns", "dockremap"], doubts: [.remapping]),
        Sign(
            spellings: ["ip-masq", "\"bridge\":", "icc=", "\"icc\"", "\"iptables\"", "macvlan", "Macvlan"],
            doubts: [.network]),
        Sign(spellings: ["Storage Driver:", "storage-driver"], doubts: [.storageDriver]),
        Sign(spellings: ["lxc profile set", "incus profile set"], doubts: [.profile]),
        Sign(spellings: ["default-cgroupns-mode"], doubts: [.cgroups]),
    ]

    /// What a report's words make doubtful of its machine.
    ///
    /// A line that denies something or only supposes it says nothing; an option of a claim's scenario is none of the
    /// daemon.
    static func doubts(in text: [UInt8]) -> Set<Dependence> {
        let present = signs.filter { sign in sign.spellings.contains { text[...].has($0) } }
        if present.isEmpty { return [] }
        var cursor = LineCursor(text)
        var doubts: Set<Dependence> = []
        while let line = cursor.next() {
            let bytes = text[line.range]
            let found = present.filter { sign in sign.spellings.contains { bytes.has($0) } }
            guard !found.isEmpty, !bytes.has("--userns"), !denies(cursor.string(line, limit: 1000)) else { continue }
            for sign in found { doubts.formUnion(sign.doubts) }
        }
        return doubts
    }

    private static func denies(_ line: String) -> Bool {
        let said = line.lowercased().replacing("sin root", with: "").replacing("without root", with: "")
        return said.split { !$0.isLetter }.contains { denials.contains(String($0)) }
    }

    private static let denials: Set<String> = [
        "no", "not", "sin", "without", "never", "nunca", "would", "could", "sería", "podría", "if", "si", "ni", "nor",
        "alternativa", "alternativas", "alternative", "alternatives", "unlike", "tampoco",
    ]
}
