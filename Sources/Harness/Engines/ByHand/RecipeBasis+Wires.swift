/// The steps that make the container's network.
extension RecipeBasis {
    /// The bridge and the rules, which all containers on the bridge share; the last container removes them.
    func wires() -> [Recipe.Step] {
        guard let network else { return [] }
        let bridge = network.bridge
        let lines = [
            "ip link add \(bridge) type bridge", "ip addr add \(network.subnet.gateway) dev \(bridge)",
            "ip link set \(bridge) up",
        ]
        let isThere = network.isNew ? ("", "") : (" It is there already.", " Ya está.")
        return [
            Recipe.Step(
                "bridge", "A bridge: a switch made of software, with an address of the host's." + isThere.0,
                "Un puente: un conmutador hecho por software, con una dirección del anfitrión." + isThere.1,
                network.isNew ? lines : [], undo: ["last && ip link delete \(bridge)"]),
            translation(network),
        ]
    }

    /// Packets that leave the machine get its own address; packets from the bridge may pass.
    private func translation(_ network: KernelNetwork) -> Recipe.Step {
        let (bridge, forward) = (network.bridge, "/proc/sys/net/ipv4/ip_forward")
        var lines: [String] = []
        var undo: [String] = []
        if !network.isForwarding {
            // The bridge's alias notes that this was changed.
            lines += ["ip link set \(bridge) alias '\(KernelNetwork.note)'", "echo 1 >\(forward)"]
        }
        switch network.firewall {
        case .iptables:
            let rules = [
                ("-t nat", "POSTROUTING -s \(network.subnet) ! -o \(bridge) -j MASQUERADE"),
                ("-t filter", "FORWARD -i \(bridge) -j ACCEPT"), ("-t filter", "FORWARD -o \(bridge) -j ACCEPT"),
            ]
            lines += rules.map { "iptables --wait \($0.0) -I \($0.1)" }
            undo += rules.map { "last && iptables --wait \($0.0) -D \($0.1)" }
        case .nft:
            lines += [
                "nft add table ip \(bridge)",
                "nft add chain ip \(bridge) leave '{ type nat hook postrouting priority 100; }'",
                "nft add rule ip \(bridge) leave ip saddr \(network.subnet) oifname != \(bridge) masquerade",
            ]
            undo.append("last && nft delete table ip \(bridge)")
        case .none: break
        }
        undo.append(
            "last && grep -qs 'was 0' /sys/class/net/\(bridge)/ifalias && [ \"$(ls -d /sys/class/net/*/bridge)\" = "
                + "/sys/class/net/\(bridge)/bridge ] && echo 0 >\(forward)")
        return Recipe.Step(
            "translation", "What leaves the machine goes under the machine's own address (NAT).",
            "Lo que sale de la máquina va con la dirección de la propia máquina (NAT).",
            network.isNew ? lines : [], undo: undo)
    }

    /// The veth pair, one end in the container and one on the bridge.
    func link() -> [Recipe.Step] {
        if options.shared.contains(.net) { return [] }
        let enter = enter(.net)
        let loopback = "\(enter)ip link set lo up"
        guard let network else {
            return [
                Recipe.Step(
                    "loopback", "Its only interface is the loopback.", "Su única interfaz es el bucle local.",
                    [loopback])
            ]
        }
        return [
            Recipe.Step(
                "link", "A pair of interfaces like a cable: one end in the container, the other one on the bridge.",
                "Un par de interfaces como un cable: un extremo en el contenedor y el otro en el puente.",
                [
                    "echo \(network.link) >\"$box/link\"",
                    "ip link add \(network.link) type veth peer name eth0 netns $pid",
                    "ip link set \(network.link) master \(network.bridge) up", loopback,
                    "\(enter)ip addr add \(network.address)/\(network.subnet.prefixLength) dev eth0",
                    "\(enter)ip link set eth0 up", "\(enter)ip route add default via \(network.gateway)",
                ],
                undo: ["ip link delete $(cat \"$box/link\")"])
        ]
    }
}
