extension Footprint {
    /// One thing on the host.
    package struct Thing: Sendable, Hashable, Comparable {
        /// The kind of a thing.
        package enum Kind: String, Sendable, CaseIterable {
            case cgroup, container, engine, file, firewall, image, link, loop, mount, netns, network, pool, process
            case profile, queue, setting, volume
        }

        package var kind: Kind
        /// Its name; two things of a kind with one name differ in their details.
        package var name: String
        package var detail: String
        package var whose: Claimant

        /// A thing from its parts; characters that one line cannot show are escaped.
        package init(_ kind: Kind, _ name: String, _ detail: String = "", of whose: Claimant) {
            self.kind = kind
            self.name = name.printable
            self.detail = detail.printable
            self.whose = whose
        }

        /// The same thing without its claimant.
        var unclaimed: Thing { Thing(kind, name, detail, of: .nobody) }

        /// Its four columns.
        package var line: String { [kind.rawValue, name, detail, whose.description].joined(separator: "\t") }

        /// A thing from its line; throws an ``Unreadable``.
        package init(parsing line: String) throws {
            let columns = line.pieces(at: "\t")
            guard columns.count == 4, let kind = Kind(rawValue: columns[0]), let whose = Claimant(parsing: columns[3])
            else {
                throw Unreadable(
                    Sentence("a footprint", "una huella"),
                    Sentence(
                        "kind, name, detail and whose it is expected",
                        "se esperaba el tipo, el nombre, el detalle y de quién es"), line: line)
            }
            self.init(kind, columns[1], columns[2], of: whose)
        }

        /// The order of the lines.
        package static func < (one: Thing, other: Thing) -> Bool { one.line < other.line }
    }
}
