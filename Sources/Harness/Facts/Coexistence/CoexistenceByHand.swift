/// The sheet's note, seen by hand: Docker inside LXD.
enum CoexistenceByHand {
    /// The lines that have Docker run a container inside LXD's; the other lines follow them.
    private static let launch: [ByHand.Line] = [
        .noted(
            "{in} sh -c 'command -v docker || { apk add docker && rc-service docker start; }'",
            "from the network, if it is not there", "de la red, si no está"),
        .noted(
            "docker save curlimages/curl | {in} docker load", "the host's image", "la imagen del anfitrión"),
        "{in} docker run -dit --rm {inner}-v /data:/data --name inner curlimages/curl sh",
    ]

    static let dockerInLXD = ByHand(
        ["{in} docker ps", "grep -l 'lxc.payload.*/docker' /proc/[0-9]*/cgroup"],
        .either(
            "runs", "refused", "runs if the list has inner, refused if not",
            "funciona si inner está en la lista, rechazado si no"
        ) { printed in printed.lines(of: "docker ps").contains { $0.hasSuffix("inner") } }, after: launch)

    static let process = ByHand(
        ["{in} docker exec inner sleep 5 & sleep 3; ps -o uid,gid,args -C sleep | grep 'sleep 5'; wait"],
        Reading(
            "it is the two numbers of the last line, with a colon between",
            "son los dos números de la última línea, con dos puntos en medio"
        ) { printed in
            let words = printed.lines.last?.split(separator: " ") ?? []
            return words.count < 2 ? nil : "\(words[0]):\(words[1])"
        }, after: launch)

    static let file = ByHand(
        ["{in} docker exec inner touch /data/f4", "stat -c %u:%g ~/datos/f4"], .lastLine, after: launch)
    static let rootFile = ByHand(
        ["{in} docker exec -u 0:0 inner touch /data/r4", "stat -c %u:%g ~/datos/r4"], .lastLine, after: launch)

    static let pidDepth = ByHand(
        [
            "{in} docker exec inner sleep 6 & sleep 3; grep NSpid /proc/$(pgrep -nfx 'sleep 6')/status; wait",
            "{in} ps; {in} docker exec inner ps",
        ],
        Reading(
            "it is one less than the numbers behind NSpid:", "es uno menos que los números que siguen a NSpid:"
        ) { printed in
            printed.lines.first { $0.hasPrefix("NSpid:") }.map {
                "\($0.split(whereSeparator: \.isWhitespace).count - 2)"
            }
        }, after: launch)

    static let user = ByHand(
        [
            "readlink /proc/self/ns/user; {in} readlink /proc/1/ns/user",
            "{in} docker exec -u 0:0 inner readlink /proc/self/ns/user",
            "cat /proc/$PID/uid_map; {in} docker exec inner cat /proc/self/uid_map",
        ],
        Reading(
            """
            of the host if the third line equals the first, of the LXD container if it equals the second, of its own if it \
            equals neither
            """,
            """
            del anfitrión si la tercera línea es igual a la primera, del contenedor LXD si es igual a la segunda, propio si a \
            ninguna
            """
        ) { printed in
            let links = printed.lines.filter { $0.hasPrefix("user:") }
            guard links.count == 3 else { return nil }
            return links[2] == links[0]
                ? "of the host" : links[2] == links[1] ? "of the LXD container" : "of its own"
        }, after: launch)
}
