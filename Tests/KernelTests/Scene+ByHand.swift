import Foundation

@testable import Harness

extension Scene {
    /// Runs a script as a person does, with `sh -e`, and takes its container for the scene's first.
    ///
    /// It is given an owner and the lines that undo it, so that a run that is cut off is swept.
    func makeByHand(_ name: String, _ lines: [String], undo: [String]) throws {
        let box = Recipe.box(of: name)
        try FileManager.default.createDirectory(atPath: box, withIntermediateDirectories: true)
        try KernelFile.create(undo.joined(separator: "\n") + "\n", at: box + "/undo")
        try KernelFile.create("\(Owner.current)", at: box + "/owner")
        try KernelFile.create(lines.joined(separator: "\n") + "\n", at: box + "/script")
        try Command("sh", ["-e", box + "/script"]).run().orThrow()
        adopt(try KernelEngine().container(named: name))
    }
}
