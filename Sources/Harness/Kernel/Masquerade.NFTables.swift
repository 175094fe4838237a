extension Masquerade {
    /// The rules in the output of `nft -j list ruleset`; throws an ``Unreadable`` (libnftables-json(5)).
    ///
    /// A rule counts in a chain of type `nat` at the hook `postrouting`, and in the chains of the same table that it
    /// leads to. The conditions on the way there are not weighed. Rules that `iptables` made through its nftables shim,
    /// which are `xt` expressions, count as well.
    package static func list(parsingNFTables json: [UInt8]) throws -> [Masquerade] {
        let document = try JSONText.decode(JSON.self, from: json, of: "nft -j list ruleset")
        guard let items = document["nftables"]?.items else {
            throw Unreadable(
                .same("nft -j list ruleset"), Sentence("the list nftables expected", "se esperaba la lista nftables"),
                line: String(decoding: json.prefix(200), as: UTF8.self))
        }
        let reached = Chain.reachedFromPostrouting(in: items)
        return try items.compactMap { item in
            guard let rule = item["rule"], let chain = Chain(rule, name: "chain"), reached.contains(chain) else {
                return nil
            }
            return try masquerade(rule, in: chain)
        }
    }

    private static func masquerade(_ rule: JSON, in chain: Chain) throws -> Masquerade? {
        let expressions = rule["expr"]?.items ?? []
        guard expressions.contains(where: isMasquerade) else { return nil }
        var found = Masquerade(
            source: nil, rule: "\(chain.family) \(chain.table) \(chain.name): \(rule["expr"] ?? .null)")
        for expression in expressions where !isMasquerade(expression) {
            if let match = expression["match"] {
                try found.add(match)
            } else if let extended = expression["xt"] {
                if extended["name"]?.string != "comment" { found.isNarrow = true }
            } else if expression["counter"] == nil && expression["log"] == nil {
                found.isNarrow = true
            }
        }
        return found
    }

    /// Adds a match's condition: the sender's subnet, or a receiver or a way out that is excluded.
    private mutating func add(_ match: JSON) throws {
        let left = match["left"]
        let field = left?["payload"]?["protocol"]?.string == "ip" ? left?["payload"]?["field"]?.string : nil
        let key = left?["meta"]?["key"]?.string
        switch (field ?? key, match["op"]?.string) {
        case ("saddr", "=="):
            source = try Self.subnet(match["right"])
            if source == nil { isNarrow = true }
        case ("daddr", "!="):
            excludedDestination = try Self.subnet(match["right"])
            if excludedDestination == nil { isNarrow = true }
        case ("oifname", "!="), ("oif", "!="):
            excludedOutput = match["right"]?.string
            if excludedOutput == nil { isNarrow = true }
        case ("oifname", "=="), ("oif", "=="):
            onlyOutput = match["right"]?.string
            if onlyOutput == nil { isNarrow = true }
        case ("nfproto", "==") where match["right"]?.string == "ipv4":
            break
        default:
            isNarrow = true
        }
    }

    /// An address or a prefix; nil for anything else, such as a set or a range.
    private static func subnet(_ value: JSON?) throws -> IPv4Subnet? {
        if let address = value?.string, address.after("@") == nil { return try IPv4Subnet(parsing: address) }
        guard let prefix = value?["prefix"], let address = prefix["addr"]?.string, let bits = prefix["len"]?.number
        else { return nil }
        return IPv4Subnet(containing: try IPv4Address(parsing: address), prefixLength: bits)
    }

    private static func isMasquerade(_ expression: JSON) -> Bool {
        expression["masquerade"] != nil || expression["snat"] != nil
            || ["MASQUERADE", "SNAT"].contains(expression["xt"]?["name"]?.string)
    }
}

/// A chain of a table.
private struct Chain: Hashable {
    var family: String
    var table: String
    var name: String

    /// The chain that an object of the rule set names; nil in families without IPv4.
    package init?(_ object: JSON, name key: String) {
        guard let family = object["family"]?.string, family == "ip" || family == "inet",
            let table = object["table"]?.string, let name = object[key]?.string
        else { return nil }
        (self.family, self.table, self.name) = (family, table, name)
    }

    /// The chains that packets reach on their way out: by hook, by jump, or by a map of jumps.
    static func reachedFromPostrouting(in items: [JSON]) -> Set<Chain> {
        var pending: [Chain] = []
        var targets: [Chain: [String]] = [:]
        for item in items {
            if let object = item["chain"], object["type"]?.string == "nat", object["hook"]?.string == "postrouting",
                let chain = Chain(object, name: "name")
            {
                pending.append(chain)
            } else if let rule = item["rule"], let chain = Chain(rule, name: "chain") {
                targets[chain, default: []] += rule.jumps
            } else if let map = item["map"], let chain = Chain(map, name: "name") {
                // Rules name a map as `@name`; no chain's name begins so.
                var place = chain
                place.name = "@" + chain.name
                targets[place, default: []] += map.jumps
            }
        }
        var reached: Set<Chain> = []
        while let chain = pending.popLast() {
            guard reached.insert(chain).inserted else { continue }
            for name in targets[chain] ?? [] {
                var next = chain
                next.name = name
                pending.append(next)
            }
        }
        return reached
    }
}
