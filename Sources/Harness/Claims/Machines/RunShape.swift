/// The shapes of values that each run gives anew: ids, names, numbers of devices, addresses.
enum RunShape {
    /// Whether a claim is true but for what one run gave out, as `/docker/` with another container's id.
    static func holds(_ claim: Claim, _ observed: Value) -> Bool {
        guard claim.fact.dependences(in: claim.scenario).contains(.run),
            [.isEqual, .contains].contains(claim.relation),
            case .text(let text) = observed
        else { return false }
        let kind = claim.scenario.hasRemappedUsers ? remapped : shape
        let (seen, claimed) = (kind(text, claim.fact.id), kind(claim.value, claim.fact.id))
        // Every path contains the root.
        if claim.relation == .contains, claimed == "/" { return false }
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

    /// The value with a word in place of the first id that a daemon with `--userns-remap` gives to containers.
    private static func remapped(_ value: String, _ fact: String) -> String {
        let first = Possibility.firstSubordinateID
        switch fact {
        case "users.uid-map", "users.gid-map":
            guard let map = value.wholeMatch(of: /0 (\d+) (\d+)/), let start = UInt32(map.1), start >= first else {
                return value
            }
            return "0 FIRST \(map.2)"
        case "owner.root-file.on-host", "owner.default-user-file.on-host":
            let own: UInt32 = fact.contains("root-file") ? 0 : 100
            let ids = value.split(separator: ":").compactMap { UInt32($0) }
            guard ids.count == 2, ids[0] >= first + own, ids[1] >= ids[0] else { return value }
            return "FIRST+\(own):\(ids[1] - ids[0]) more"
        default: return shape(of: value, fact)
        }
    }

    private static func usual(_ fact: String) -> String {
        Catalogue.fact(fact)?.usual(of: .docker) ?? ""
    }

    /// The host's address that a value is, without the length of its subnet's prefix; nil if it is a word or no host's.
    static func address(_ value: String) -> IPv4Address? {
        let parts = value.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let address = try? IPv4Address(parsing: String(parts[0])) else { return nil }
        guard let last = parts.dropFirst().first else {
            return [0, 255].contains(address.value & 0xFF) ? nil : address
        }
        guard let length = UInt32(last), (8...30).contains(length) else { return nil }
        let mask = UInt32.max >> length
        return [0, mask].contains(address.value & mask) ? nil : address
    }

    /// Whether a value is an address, a part of one or a subnet: what one run gave out, and not a word.
    static func isLikeAnAddress(_ value: String) -> Bool {
        value.contains(where: \.isNumber) && value.allSatisfy { $0.isHexDigit || ".:/x*".contains($0) }
    }

    /// Whether a claim names an address in a way that shows nothing here: a part of one, a subnet, or one that it is not.
    static func isVague(_ claim: Claim) -> Bool {
        guard claim.fact.values.contains(.address), isLikeAnAddress(claim.value) else { return false }
        return ![.isEqual, .contains].contains(claim.relation) || address(claim.value) == nil
    }

    /// Whether an address is of the ranges from which engines take their bridges' subnets (RFC 1918).
    private static func isOfASubnet(_ address: IPv4Address) -> Bool {
        ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].contains {
            (try? IPv4Subnet(parsing: $0))?.contains(address) ?? false
        }
    }
}
