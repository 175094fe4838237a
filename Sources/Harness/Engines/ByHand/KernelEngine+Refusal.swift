internal import Foundation
internal import Host

extension KernelEngine {
    /// What this machine refuses to its root, in a sentence; nil where a container can be put together by hand.
    ///
    /// A machine that is a container itself may have neither: an overlay cannot lie on an overlay (kernel: overlayfs), and
    /// cgroups are mounted read-only there.
    static func refusal() -> String? {
        do {
            let lacking = try Capability.lacking([.sysAdmin, .netAdmin, .sysChroot]).map(\.description)
            if !lacking.isEmpty { return "this root lacks \(lacking.joined(separator: ", "))" }
            if let controller = try missingController() { return "the cgroup controller \(controller) is not there" }
            if let folder = try hierarchies().folders.values.first(where: {
                !FileManager.default.isWritableFile(atPath: $0)
            }) {
                return "the cgroups under \(folder) cannot be written here"
            }
            try FileManager.default.createDirectory(atPath: Recipe.folder, withIntermediateDirectories: true)
            let folder = "\(Recipe.folder)/lab-\(Owner.current)-trial"
            let trial = try Command("unshare", ["--mount", "--cgroup", "sh", "-c", Self.trial, folder]).run()
            return trial.succeeded
                ? nil : "this root may not unshare namespaces and mount an overlay (\(trial.errorText))"
        } catch {
            return error.sentence
        }
    }

    /// The controller without which a container has no cgroup here.
    private static func missingController() throws -> String? {
        let hierarchies = try CgroupHierarchies.current().hierarchies
        if hierarchies.version == .v2 {
            // The freezer is part of every cgroup there, and no controller.
            let folder = hierarchies.unifiedMountPoint ?? "/sys/fs/cgroup"
            let names = try KernelFile.read(folder + "/cgroup.controllers").text.split(whereSeparator: \.isWhitespace)
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
