extension Masquerade {
    /// The rules in the output of `nft -j list ruleset`; throws an ``Unreadable`` (libnftables-json(5)).
    ///
    /// A rule counts in a chain of type `nat` at the hook `postrouting`, and in the chains of the same table that it
    /// leads to, under the conditions on the way there. Rules that `iptables` made through its nftables shim, which are
    /// `xt` expressions, count as well.
    package static func list(parsingNFTables json: [UInt8]) throws -> [Masquerade] {
        let document = try JSONText.decode(JSON.self, from: json, of: "nft -j list ruleset")
        guard let items = document["nftables"]?.items else {
            throw Unreadable(
                .same("nft -j list ruleset"), Sentence("the list nftables expected", "se esperaba la lista nftables"),
                line: String(decoding: json.prefix(200), as: UTF8.self))
        }
        var (steps, first): ([Chain: [Step]], [Chain]) = ([:], [])
        for item in items {
            if let object = item["chain"], object["type"]?.string == "nat", object["hook"]?.string == "postrouting",
                let chain = Chain(object, name: "name")
            {
                first.append(chain)
            } else if let rule = item["rule"], let chain = Chain(rule, name: "chain") {
                steps[chain, default: []] += try self.steps(rule, in: chain)
            } else if let map = item["map"], let chain = Chain(map, name: "name") {
                // Rules name a map as `@name`; no chain's name begins so.
                steps[chain.named("@" + chain.name), default: []].append(
                    Step(Masquerade(source: nil, rule: ""), .leads(to: map.jumps)))
            }
        }
        return first.flatMap { chain in walk(from: chain.name) { steps[chain.named($0)] ?? [] } }
    }

    /// What a rule does with packets: none if it only counts or marks them.
    private static func steps(_ rule: JSON, in chain: Chain) throws -> [Step] {
        let expressions = rule["expr"]?.items ?? []
        var found = Masquerade(
            source: nil, rule: "\(chain.family) \(chain.table) \(chain.name): \(rule["expr"] ?? .null)")
        var (isToSome, isMarked, ends) = (false, false, false)
        for expression in expressions where !isMasquerade(expression) {
            if let match = expression["match"] {
                isToSome =
                    isToSome || match["left"]?["payload"]?["field"]?.string == "daddr" && match["op"]?.string != "!="
                isMarked =
                    isMarked
                    || ["mark", "&"].contains {
                        match["left"]?["meta"]?["key"]?.string == $0 || match["left"]?[$0] != nil
                    }
                try found.add(match)
            } else if let extended = expression["xt"] {
                if extended["name"]?.string != "comment" { found.isNarrow = true }
            } else if expression["return"] != nil || expression["accept"] != nil {
                ends = true
            } else if expression["vmap"]?["key"]?["meta"]?["key"]?.string?.hasPrefix("oif") == true {
                // Each of its chains is for what leaves by one link.
                found.isNarrow = true
            } else if ["counter", "log", "jump", "goto", "vmap"].allSatisfy({ expression[$0] == nil }) {
                found.isNarrow = true
            }
        }
        if expressions.contains(where: isMasquerade) { return [Step(found, .translates)] }
        if ends { return [Step(found, .ends(forMost: !isToSome && (!found.isNarrow || isMarked)))] }
        return rule.jumps.isEmpty ? [] : [Step(found, .leads(to: rule.jumps))]
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

    /// Another chain of the same table.
    func named(_ name: String) -> Chain {
        var chain = self
        chain.name = name
        return chain
    }
}
