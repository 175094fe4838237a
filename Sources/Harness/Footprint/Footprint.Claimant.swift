extension Footprint {
    /// The one to whom a thing belongs, as far as labels, names and places show.
    package enum Claimant: Sendable, Hashable {
        /// A run, known by its label or a name that is made of it.
        case run(Owner)
        /// The harness, but no run in particular: the private daemons, and names that only the harness gives.
        case harness
        /// The harness, which leaves it for the next run: images, layers, the data of the private daemons.
        case kept
        /// Somebody else, with the container or daemon if that is known.
        case other(String)
        /// Nobody who could be named: an engine without a container, or the kernel.
        case nobody
    }
}

extension Footprint.Claimant: CustomStringConvertible {
    /// The word in the last column.
    package var description: String {
        switch self {
        case .run(let owner): "run \(owner)"
        case .harness: "ours"
        case .kept: "kept"
        case .other(let what): what.isEmpty ? "other" : "other \(what.printable)"
        case .nobody: "-"
        }
    }

    package init?(parsing text: String) {
        switch text {
        case "ours": self = .harness
        case "kept": self = .kept
        case "other": self = .other("")
        case "-": self = .nobody
        default:
            if let owner = text.after("run ").flatMap({ Owner(parsing: String($0)) }) {
                self = .run(owner)
            } else if let what = text.after("other ") {
                self = .other(String(what))
            } else {
                return nil
            }
        }
    }
}
