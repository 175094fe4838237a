/// A set-up that may not be ours: nothing of it is ended or removed.
struct ForeignSetUp: Error, Equatable, CustomStringConvertible {
    /// The evidence for it, in words.
    var seen: String

    package init(seen: String) { self.seen = seen }

    /// A daemon that uses the private folders, but that no record here names.
    package init(inUseBy pid: Int32) {
        let program = OwnProcesses.engineProgram(of: pid) ?? "a daemon"
        self.init(seen: "\(program) (PID \(pid)) has \(Endpoint.state) in use, and no record here names it")
    }

    var description: String {
        "the private daemons were not set up from here: \(seen). Nothing of them is ended or removed.\n"
            + "hint: Go to where they were set up for all that concerns them; LAB_DATA names a folder for daemons of one's own."
    }
}
