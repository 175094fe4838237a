internal import Foundation

extension KernelEngine {
    /// The things that this machine refuses to its root, in a sentence; nil if a container can be made by hand.
    ///
    /// A machine that is a container itself may lack both: an overlay cannot be on an overlay (kernel: overlayfs), and
    /// cgroups are mounted read-only there.
    static func refusal() -> (reason: Sentence, trouble: Trouble?)? {
        do {
            let lacking = try Capability.lacking([.sysAdmin, .netAdmin, .sysChroot]).map(\.description)
            if !lacking.isEmpty {
                let all = lacking.joined(separator: ", ")
                return (Sentence("this root lacks \(all)", "a este root le falta \(all)"), nil)
            }
            if let controller = try missingController() {
                let missing = Sentence(
                    "the cgroup controller \(controller) is not there",
                    "falta el controlador de grupos de control \(controller)")
                return (missing, .controllerMissing)
            }
            if let folder = try hierarchies().folders.values.first(where: {
                !FileManager.default.isWritableFile(atPath: $0)
            }) {
                let refused = Sentence(
                    "the cgroups under \(folder) cannot be written here",
                    "en los grupos de control de \(folder) no se puede escribir aquí")
                return (refused, nil)
            }
            try FileManager.default.createDirectory(atPath: Recipe.folder, withIntermediateDirectories: true)
            let folder = "\(Recipe.folder)/lab-\(Owner.current)-trial"
            let trial = try Command("unshare", ["--mount", "--cgroup", "sh", "-c", Self.trial, folder]).run()
            if trial.succeeded { return nil }
            let said = trial.errorText
            let refused = Sentence(
                "this root may not unshare namespaces and mount an overlay (\(said))",
                "este root no puede separar espacios de nombres y montar un overlay (\(said))")
            return (refused, Trouble.of(said))
        } catch {
            return (error.story, error.trouble)
        }
    }

    /// The missing controller without which a container has no cgroup here.
    private static func missingController() throws -> String? {
        let hierarchies = try CgroupHierarchies.current().hierarchies
        if hierarchies.version == .v2 {
            // The freezer is part of every cgroup there, and not a controller.
            let folder = hierarchies.unifiedMountPoint ?? "/sys/fs/cgroup"
            let names = try TextFile.read(folder + "/cgroup.controllers").text.split(whereSeparator: \.isWhitespace)
            return names.contains("pids") ? nil : "pids"
        }
        return ["freezer", "pids"].first { hierarchies.mountPoint(of: $0) == nil }
    }

    private static let trial = """
        try=$(mktemp -d "$0XXXXXX") && mkdir $try/lower $try/upper $try/work $try/root &&
        mount -t overlay overlay -o lowerdir=$try/lower,upperdir=$try/upper,workdir=$try/work $try/root && umount $try/root
        status=$?; rm -rf --one-file-system "$try"; exit $status
        """
}
