/// The bridges of containers made by hand.
enum Bridges {
    /// Removes the bridges of runs without containers, with the rules that name them; returns their names.
    ///
    /// A bridge is made after its first container's folder, and removed before the last one's. A bridge with ports is
    /// in use, perhaps by a run with its data elsewhere (`LAB_DATA`), and one without may be about to get them: nobody
    /// else makes a container meanwhile. While somebody does, they stay.
    static func sweep() throws -> [String] {
        if try unused().isEmpty { return [] }
        do { return try Turn.kernel.take(within: .seconds(3)) { try remove(unused()) } } catch is ConditionFailure {
            return []
        }
    }

    private static func unused() throws -> Set<String> {
        let bridges = try TextFile.names(in: "/sys/class/net").filter { name in
            name.after("lab-").map { $0.utf8.count == 8 && UInt32($0, radix: 16) != nil } ?? false
        }
        let inUse = Set(try KernelEngine().labelled().map { KernelNetwork.bridge(of: $0.owner) })
        return Set(bridges).subtracting(inUse).filter { name in
            (try? TextFile.names(in: "/sys/class/net/\(name)/brif"))?.isEmpty ?? false
        }
    }

    private static func remove(_ left: Set<String>) throws -> [String] {
        if left.isEmpty { return [] }
        let rules = try FirewallRules.current().undoing(
            since: FirewallRules(tables: [:]), bridges: left, docker: false)
        for command in rules + left.map({ Command("ip", ["link", "delete", $0]) }) { _ = try command.run() }
        return left.map { "bridge \($0)" }.sorted()
    }
}
