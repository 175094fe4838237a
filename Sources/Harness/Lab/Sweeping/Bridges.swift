internal import Host

/// The bridges of containers put together by hand.
enum Bridges {
    /// Removes those of runs of which no container is left, with the rules that name them; returns their names.
    ///
    /// A bridge is made after its first container's folder and goes before the last one's. One that has ports is in use,
    /// whoever has the folder: a run that has its data elsewhere (`LAB_DATA`).
    static func sweep() throws -> [String] {
        let bridges = try KernelFile.names(in: "/sys/class/net").filter { name in
            name.after("lab-").map { $0.utf8.count == 8 && UInt32($0, radix: 16) != nil } ?? false
        }
        let inUse = Set(try KernelEngine().labelled().map { KernelNetwork.bridge(of: $0.owner) })
        let left = Set(bridges).subtracting(inUse).filter { name in
            (try? KernelFile.names(in: "/sys/class/net/\(name)/brif"))?.isEmpty ?? false
        }
        if left.isEmpty { return [] }
        let rules = try FirewallRules.current().undoing(
            since: FirewallRules(tables: [:]), bridges: left, docker: false)
        for command in rules + left.map({ Command("ip", ["link", "delete", $0]) }) { _ = try command.run() }
        return left.map { "bridge \($0)" }.sorted()
    }
}
