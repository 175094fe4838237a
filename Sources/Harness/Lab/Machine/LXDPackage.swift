/// What a machine without LXD and Incus installs: the distribution's package of LXD, LXD's snap, or Incus's package.
enum LXDPackage: Equatable {
    case lxd, snap, incus

    /// The package of LXD if there is one; else the snap if there is `snap`; else that of Incus; nil if there is none.
    ///
    /// Ubuntu's own package `lxd` is empty and leads to the snap.
    static func choose(distribution: String, hasSnap: Bool, exists: (String) -> Bool) -> LXDPackage? {
        if distribution != "ubuntu", exists("lxd") { return .lxd }
        if hasSnap { return .snap }
        return exists("incus-base") || exists("incus") ? .incus : nil
    }

    /// Chooses for this machine, if it has the client of neither; Incus is the one in use from then on if it is chosen.
    @discardableResult
    static func settle(_ distribution: String, exists: (String) -> Bool) -> LXDPackage? {
        if LXDFamily.allCases.contains(where: \.hasClient) { return nil }
        let hasSnap = ProgramPath.path(of: "snap") != nil
        let package = choose(distribution: distribution, hasSnap: hasSnap, exists: exists)
        if package == .incus { LXDFamily.adopt(.incus) }
        return package
    }

    /// Installs LXD's snap, which brings its own daemon and all that this needs, once snapd is ready for it.
    static func installSnap(with program: String = "snap", _ progress: (String) -> Void) throws {
        for words in [["wait", "system", "seed.loaded"], ["install", "lxd"]] {
            let command = Command(program, words, deadline: .seconds(900))
            progress("+ \(command.line)")
            try command.run().orThrow()
        }
    }
}
