internal import Foundation

extension Recipe {
    /// The recipe of a person's own container, which no run of the harness removes.
    ///
    /// As root it puts the image's layers in their place. Throws a ``LabFailure`` for a name that is not allowed.
    package static func byHand(_ scenario: Scenario, name: String?, sharedFolder: String?) throws -> Recipe {
        let name = name ?? "byhand"
        let isPlain = name.unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
        }
        guard isPlain, name.first?.isLetter == true, name.count <= 32 else {
            throw LabFailure(
                english: "a name is made of small letters, digits and hyphens, and begins with a letter: \(name)")
        }
        let planned = try KernelImage.planned()
        let folder = sharedFolder ?? FileManager.default.homeDirectoryForCurrentUser.path + "/datos"
        let launch = Launch(
            name: name, image: planned.image, options: scenario.words(forSecondOf: nil), keptOnExit: true,
            withoutTerminal: true, sharedFolder: folder, folderOptions: [], owner: name)
        var basis = try KernelEngine().basis(for: launch, scenario: scenario.description)
        basis.layers = planned.layers
        return Recipe(basis)
    }
}
