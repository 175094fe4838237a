/// The shapes of values that each run gives anew: ids, names, numbers of devices, addresses.
enum RunShape {
    /// Whether a claim is true but for what one run gave out, as `/docker/` with another container's id.
    static func holds(_ claim: Claim, _ observed: Value) -> Bool {
        guard claim.fact.dependences(in: claim.scenario).contains(.run),
            [.isEqual, .contains].contains(claim.relation),
            case .text(let text) = observed
        else { return false }
        let (seen, claimed) = (shape(of: text, claim.fact.id), shape(of: claim.value, claim.fact.id))
        return claim.relation.holds(.text(seen), claimed) ?? false
    }

    /// The value with names in capital letters in place of what one run gave out.
    private static func shape(of value: String, _ fact: String) -> String {
        switch fact {
        case "cgroup.path":
            // A line of /proc/PID/cgroup may be quoted whole: `5:pids:/docker/…`.
            value.replacing(#/^\d+:[^:]*:/#, with: "")
                .replacing(#/[0-9a-f]{12,64}(?:…|\.\.\.|\*)?|<[^<>]+>|\$\{?\w+\}?/#, with: "ID")
                .replacing(#/lxc\.payload\.[^\s\/]+/#, with: "lxc.payload.NAME")
        case "root.device":
            value.replacing(#/^\/dev\/loop\d+$/#, with: "/dev/loopN")
                .replacing(#/^\/dev\/(?:[svx]d|nvme)\w+$/#, with: "/dev/DISK")
                .replacing(#/^(?:[\w.-]+\/)+containers\/[\w.-]+$/#, with: "DATASET")
                .replacing(#/^\/dev\/(?:mapper\/)?[\w.-]+[-\/]containers_[\w.-]+$/#, with: "/dev/mapper/VOLUME")
        case "pool.source":
            if value.hasSuffix(".img") {
                "LOOP-FILE"
            } else {
                value.hasPrefix("/dev/") ? "DEVICE" : value.hasPrefix("/") ? "FOLDER" : "DATASET"
            }
        case "network.address", "network.gateway":
            address(value).map { isOfASubnet($0) ? usual(fact) : "elsewhere" } ?? value
        default: value
        }
    }

    private static func usual(_ fact: String) -> String {
        Catalogue.fact(fact)?.usual(of: .docker) ?? ""
    }

    /// The address that a value is, without the length of its subnet's prefix; nil if it is a word.
    static func address(_ value: String) -> IPv4Address? {
        try? IPv4Address(parsing: String(value.prefix { $0 != "/" }))
    }

    /// Whether an address is of the ranges from which engines take their bridges' subnets (RFC 1918).
    private static func isOfASubnet(_ address: IPv4Address) -> Bool {
        ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].contains {
            (try? IPv4Subnet(parsing: $0))?.contains(address) ?? false
        }
    }
}
