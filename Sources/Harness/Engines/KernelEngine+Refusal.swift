internal import Foundation

extension KernelEngine {
    /// What this machine refuses to its root, in a sentence; nil where a container can be put together by hand.
    ///
    /// A machine that is a container itself may have neither: an overlay cannot lie on an overlay (kernel: overlayfs), and
    /// cgroups are mounted read-only there.
    static func refusal() -> String? {
        do {
            let folders = try hierarchies().folders
            if folders.isEmpty || !folders.values.allSatisfy(FileManager.default.isWritableFile) {
                return "the cgroups of freezer and pids cannot be written here"
            }
            try FileManager.default.createDirectory(atPath: Recipe.folder, withIntermediateDirectories: true)
            let folder = "\(Recipe.folder)/lab-\(Owner.current)-trial"
            let trial = try Command("unshare", ["--mount", "--cgroup", "sh", "-c", Self.trial, folder]).run()
            return trial.succeeded
                ? nil : "this root may not unshare namespaces and mount an overlay (\(trial.errorText))"
        } catch {
            return "\(error)"
        }
    }

    private static let trial = """
        try=$(mktemp -d "$0XXXXXX") && mkdir $try/lower $try/upper $try/work $try/root &&
        mount -t overlay overlay -o lowerdir=$try/lower,upperdir=$try/upper,workdir=$try/work $try/root && umount $try/root
        status=$?; rm -rf --one-file-system "$try"; exit $status
        """
}
