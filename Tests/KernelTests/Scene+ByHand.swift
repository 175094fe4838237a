@testable import Harness
@testable import Host
@testable import SheetTesting

extension Scene {
    /// Runs a script as a person does, with `sh -e`, and takes its container for the scene's first.
    ///
    /// It is given an owner and the lines that undo it, so that a run that is cut off is swept.
    func makeByHand(_ name: String, _ lines: [String], undo: [String]) throws {
        let script = try KernelEngine().prepare(
            name, script: lines.joined(separator: "\n") + "\n", undo: undo.joined(separator: "\n") + "\n",
            owner: "\(Owner.current)")
        try Command("sh", ["-e", script]).run().orThrow()
        adopt(try KernelEngine().container(named: name))
    }
}
