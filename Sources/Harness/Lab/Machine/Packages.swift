internal import Foundation

/// The distribution's packages: missing programs are installed if possible, or else named with the command to run.
package enum Packages {
    /// The advice on missing programs, a sentence for each way to install them.
    package static func advice(for missing: [ProgramNeed], distribution: String, hasAPT: Bool) -> Sentence {
        let programs = missing.map(\.program).joined(separator: ", ")
        guard hasAPT else {
            return Sentence(
                "This machine has no apt-get: install, in its own way, what has the programs \(programs).",
                "Esta máquina no tiene apt-get: instale, a su manera, lo que tenga los programas \(programs).")
        }
        let bySnap = missing.filter { isSnap($0, on: distribution) }
        let names = packages(of: missing.filter { !bySnap.contains($0) }) { _ in true }
        var sentences: [Sentence] = []
        if !names.isEmpty {
            let command = "apt-get install --no-install-recommends \(names.joined(separator: " "))"
            sentences.append(
                Sentence(
                    "As root, run: \(command)  (or ./ci.sh setup, which does).",
                    "Ejecute como root: \(command)  (o ./ci.sh setup, que lo hace)."))
        }
        if !bySnap.isEmpty {
            sentences.append(
                Sentence(
                    "This distribution has LXD as a snap: as root, run: snap install lxd && lxd init --auto.",
                    "Esta distribución tiene LXD como snap: ejecute como root: snap install lxd && lxd init --auto."))
        }
        return sentences.joined(separator: "\n")
    }

    /// The advice on missing programs on this machine.
    package static func advice(for missing: [ProgramNeed]) -> Sentence {
        advice(for: missing, distribution: distribution, hasAPT: hasAPT)
    }

    private static var distribution: String {
        (try? OSRelease(parsing: TextFile.read("/etc/os-release").text))?.id ?? "linux"
    }

    private static var hasAPT: Bool { ProgramPath.path(of: "apt-get") != nil }

    /// Installs missing programs through apt-get; throws the advice if that is not possible.
    static func install(_ needs: [ProgramNeed], _ progress: (String) -> Void) throws {
        let missing = needs.filter { !$0.isThere }
        if missing.isEmpty { return progress("packages: nothing is missing") }
        guard geteuid() == 0, hasAPT else {
            throw LabFailure(english: "missing: \(words(missing)).\n\(advice(for: missing).english)")
        }

        let installable = missing.filter { !isSnap($0, on: distribution) }
        progress("packages: missing are \(words(missing))")
        if !installable.isEmpty { try aptInstall(installable, progress) }
        let still = needs.filter { !$0.isThere }
        if still.isEmpty { return }
        throw LabFailure(english: "still missing: \(words(still)).\n\(advice(for: still).english)")
    }

    /// Whether a program comes as a snap: Ubuntu's package `lxd` is empty and leads to the snap.
    private static func isSnap(_ need: ProgramNeed, on distribution: String) -> Bool {
        distribution == "ubuntu" && (need.packages == ["lxd"] || need.packages == ["lxd-client"])
    }

    private static func words(_ needs: [ProgramNeed]) -> String {
        needs.map { "\($0.program) (to \($0.purpose.english))" }.joined(separator: ", ")
    }

    /// One package for each program, without repetition: the first that exists, or the last if none does.
    static func packages(of needs: [ProgramNeed], exists: (String) -> Bool) -> [String] {
        var names: [String] = []
        for need in needs {
            guard let name = need.packages.first(where: exists) ?? need.packages.last else { continue }
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// Whether the distribution has a package, as far as its lists tell.
    private static func exists(_ package: String) -> Bool {
        (try? Command("apt-cache", ["show", "--no-all-versions", package]).run().succeeded) ?? false
    }

    /// Decides what a machine without a client of LXD or Incus gets, and installs LXD's snap if it is that; returns
    /// whether it was.
    static func settleLXD(_ progress: (String) -> Void) throws -> Bool {
        guard geteuid() == 0, !LXDFamily.allCases.contains(where: \.hasClient) else { return false }
        if hasAPT, !["lxd", "incus-base"].contains(where: exists) { _ = try? apt(["update"], progress) }
        guard LXDPackage.settle(distribution, exists: exists) == .snap else { return false }
        try LXDPackage.installSnap(progress)
        return true
    }

    /// Makes Incus the one in use if this machine has neither, and can only have that.
    static func settleFamily() { LXDPackage.settle(distribution, exists: exists) }

    private static func aptInstall(_ needs: [ProgramNeed], _ progress: (String) -> Void) throws {
        if needs.contains(where: { !$0.packages.contains(where: exists) }) {
            _ = try apt(["update"], progress)
        }
        let hasOtherBusyBox = ProgramPath.path(of: "busybox") != nil
        let ordinary = needs.filter { $0.program != "busybox" || !hasOtherBusyBox }
        let names = packages(of: ordinary, exists: exists)
        if !names.isEmpty {
            // apt-get fails rather than remove an installed package.
            let arguments = ["install", "--yes", "--no-install-recommends", "--no-remove"] + names
            var installed = try apt(arguments, progress)
            if !installed.succeeded {
                if installed.errorText.contains("dpkg --configure -a") {
                    // An earlier installation was interrupted; dpkg does nothing else before that is finished.
                    progress("+ dpkg --configure -a")
                    var command = Command("dpkg", ["--configure", "-a"], deadline: .seconds(900))
                    command.environment = quiet
                    _ = try command.run()
                }
                _ = try apt(["update"], progress)
                installed = try apt(arguments, progress)
            }
            try installed.orThrow()
        }
        if ordinary.count < needs.count { try unpackBusyBox(progress) }
    }

    /// The variables that keep the package manager from asking questions.
    private static var quiet: [String: String] {
        // We start the daemons if there is no service manager: invoke-rc.d starts none in runlevel 1.
        let hasManager = FileManager.default.fileExists(atPath: "/run/systemd/system")
        return ["DEBIAN_FRONTEND": "noninteractive"].merging(hasManager ? [:] : ["RUNLEVEL": "1"]) { $1 }
    }

    private static func apt(_ arguments: [String], _ progress: (String) -> Void) throws -> Outcome {
        let options = ["--quiet", "-o", "DPkg::Lock::Timeout=120"]
        var command = Command("apt-get", arguments + options, deadline: .seconds(900))
        command.environment = quiet
        progress("+ \(command.line)")
        return try command.run()
    }

    /// Unpacks the static BusyBox from its package; to install it would remove the other BusyBox.
    private static func unpackBusyBox(_ progress: (String) -> Void) throws {
        try TemporaryFolder.with { folder in
            let download = Command(
                "sh", ["-c", "cd \"$1\" && apt-get download busybox-static", "sh", folder], deadline: .seconds(300))
            progress("+ apt-get download busybox-static")
            try download.run().orThrow()
            for file in try TextFile.names(in: folder) where file.hasSuffix(".deb") {
                let target = HostPrograms.ownFolder
                try Command("mkdir", ["-p", target]).run().orThrow()
                progress("+ dpkg-deb --extract \(file) \(target)")
                try Command("dpkg-deb", ["--extract", folder + "/" + file, target]).run().orThrow()
            }
        }
    }
}
