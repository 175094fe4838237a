/// Exercise 3 and 3bis, seen by hand.
enum UsersByHand {
    static func map(_ kind: IDMap.Kind) -> ByHand {
        ByHand(
            ["cat /proc/$PID/\(kind.rawValue)", "{in} cat /proc/self/\(kind.rawValue)"],
            Reading(
                "it is the three numbers that the first command prints, with a comma between lines",
                "son los tres números que imprime el primer mandato, con una coma entre líneas"
            ) { printed in
                printed.lines(of: "$PID").map { line in line.split(separator: " ").joined(separator: " ") }
                    .joined(separator: ", ")
            })
    }

    static let rootInside = ByHand(
        ["cat /proc/$PID/uid_map", "{root} sleep 3 & sleep 1; ps -o uid,args -C sleep; wait"],
        .either(
            "host root", "unprivileged",
            "host root if the line that begins with 0 has a second 0, unprivileged if it has another number",
            "root del anfitrión si la línea que empieza por 0 tiene un segundo 0, sin privilegios si tiene otro número"
        ) { printed in
            let first = printed.lines(of: "uid_map").map { $0.split(separator: " ") }.first { $0.first == "0" }
            return first.map { $0.dropFirst().first == "0" }
        })

    static let defaultUserFile = ByHand(["{in} touch /data/f", "stat -c %u:%g ~/datos/f"], .lastLine)
    static let rootFile = ByHand(["{root} touch /data/r", "stat -c %u:%g ~/datos/r"], .lastLine)
    static let testFile = ByHand(
        test + ["stat -c %u:%g ~/datos/t"], .lastLine)
    static let rootFileInSecond = ByHand(["{root} touch /data/r", "{in2} stat -c %u:%g /data/r"], .lastLine)
    static let testFileInSecond = ByHand(test + ["{in2} stat -c %u:%g /data/t"], .lastLine)
    static let hostUserFile = ByHand([hostUser, "{in} stat -c %u:%g /data/u"], .lastLine)
    static let hostUserFileInSecond = ByHand([hostUser, "{in2} stat -c %u:%g /data/u"], .lastLine)
    static let hostRootFile = ByHand(["touch ~/datos/s", "{in} stat -c %u:%g /data/s"], .lastLine)
    static let hostRootFileInSecond = ByHand(["touch ~/datos/s", "{in2} stat -c %u:%g /data/s"], .lastLine)

    private static let hostUser: ByHand.Line = "touch ~/datos/u; chown 1000:1000 ~/datos/u"
    private static let test: [ByHand.Line] = [
        .noted("{in} adduser -D -u 500 test", "once", "una vez"), "{in} su test -c 'touch /data/t'",
    ]

    static let refusedWrite = ByHand(
        ["install -d -o 1000 -g 1000 -m 755 ~/datos/ajeno", "{in} touch /data/ajeno/f"],
        .either(
            "refused", "allowed", "refused if it says Permission denied, allowed if it says nothing",
            "rechazado si dice Permission denied, permitido si no dice nada"
        ) { $0.says("ermission denied") })

    static let setuid = ByHand(
        [
            "cp /usr/bin/id ~/datos/id; {root} sh -c 'cp /data/id /data/id2; chmod 4755 /data/id2'",
            "ls -ln ~/datos/id2",
            .noted(
                "(cd ~/datos && setpriv --reuid=65534 --regid=65534 --clear-groups ./id2 -u)",
                "nobody runs it on the host", "nobody lo ejecuta en el anfitrión"),
        ],
        .either(
            "effective on the host", "not root on the host",
            "effective on the host if the last line is 0, not root on the host if it is another number",
            "efectivo en el anfitrión si la última línea es 0, no root en el anfitrión si es otro número"
        ) { printed in printed.lines.last.flatMap { Int($0) }.map { $0 == 0 } })
}
