/// Exercise 5 and 5bis, seen by hand.
///
/// I is the index of the host's end of the link, IP the container's address.
enum ConnectivityByHand {
    private static let hostsEnd: [ByHand.Line] = ["{index}", "ip link | grep \"^$I:\""]

    static let bridge = ByHand(
        hostsEnd + ["{in} ip route", "ip -4 -o addr"],
        Reading(
            "it is the word behind master, in the line of the host's end; none if there is none",
            "es la palabra que sigue a master, en la línea del extremo del anfitrión; ninguno si no la hay"
        ) { $0.word(behind: "master") ?? "none" })

    static let link = ByHand(
        [
            "{in} cat /sys/class/net/eth0/ifindex /sys/class/net/eth0/iflink", "{index}",
            "ip link show type veth | grep \"^$I:\"",
        ],
        .either(
            "veth", "none", "veth if the last command prints the host's end, none if it prints nothing",
            "veth si el último mandato imprime el extremo del anfitrión, ninguno si no imprime nada"
        ) { !$0.lines(of: "type veth").isEmpty })

    static let address = ByHand(
        hostsEnd + ["{address}", "echo $IP", "ip route get $IP"],
        Reading(
            """
            in the bridge's subnet if the last line has dev and the word behind master, elsewhere if it has not; none if \
            there is no address
            """,
            """
            en la subred del puente si la última línea tiene dev y la palabra que sigue a master, en otra parte si no; \
            ninguna si no hay dirección
            """
        ) { printed in
            guard !printed.lines(of: "echo $IP").isEmpty else { return "none" }
            let route = Printed(printed.outputs.filter { $0.command.contains("ip route get") })
            let device = route.word(behind: "dev")
            return device != nil && device == printed.word(behind: "master") ? "in the bridge's subnet" : "elsewhere"
        })

    static let lease = ByHand(
        ["lxc network list-leases lxdbr0 | grep -w {name}", "{in} ip -4 addr show eth0"],
        .either(
            "dhcp", "another", "dhcp if the first command prints a line with DYNAMIC, another if not",
            "dhcp si el primer mandato imprime una línea con DYNAMIC, otro si no"
        ) { $0.says("DYNAMIC") })

    static let gateway = ByHand(
        ["{in} ip route", "G=$({in} ip route | awk '/^default/ {print $3}')", "ip -4 -o addr | grep \" $G/\""],
        Reading(
            """
            the bridge if the last command prints the line of an interface of the host, another if it prints nothing; none \
            if there is no default route
            """,
            """
            el puente si el último mandato imprime la línea de una interfaz del anfitrión, otro si no imprime nada; ninguno \
            si no hay ruta por defecto
            """
        ) { printed in
            guard printed.outputs.first.map({ $0.text.contains("default") }) ?? false else { return "none" }
            return printed.lines(of: "ip -4").isEmpty ? "another" : "the bridge"
        })

    static let nat = ByHand(
        [
            "{address}", "echo $IP", "iptables -t nat -S POSTROUTING | grep MASQUERADE",
            .noted("nft list ruleset | grep masquerade", "where nft is", "donde haya nft"),
        ],
        .either(
            "masquerade", "none", "masquerade if a line names the subnet of that address, none if not",
            "enmascaramiento si una línea nombra la subred de esa dirección, ninguno si no"
        ) { printed in
            guard let address = printed.lines(of: "echo $IP").first.flatMap({ try? IPv4Address(parsing: $0) }) else {
                return false
            }
            let words = (printed.lines(of: "iptables") + printed.lines(of: "nft")).flatMap { line in
                let words = line.split(separator: " ").map(String.init)
                return zip(words, words.dropFirst()).filter { $0.0 == "-s" || $0.0 == "saddr" }.map(\.1)
            }
            return words.contains { (try? IPv4Subnet(parsing: $0))?.contains(address) ?? false }
        })

    private static let connected = Reading.either(
        "connected", "unreachable", "connected if hola appears inside, unreachable if not",
        "conectado si hola aparece dentro, inalcanzable si no"
    ) { printed in printed.lines(of: "nc -l").contains("hola") }

    static let hostToContainer = ByHand(
        ["{address}", .inside("nc -l -p 34567"), "echo hola | nc -w 2 $IP 34567"], connected)

    static let containerToContainer = ByHand(
        ["{address}", .inside("nc -l -p 34567"), "echo hola | {pipe2} nc -w 2 $IP 34567"], connected)
}
