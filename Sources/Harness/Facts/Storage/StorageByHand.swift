/// Exercise 4 and 4bis, seen by hand.
enum StorageByHand {
    static let fileSystem = ByHand(
        ["{in} mount | grep ' on / '", "findmnt -N $PID /"],
        .word(
            behind: "type", "it is the word behind type, in the first line",
            "es la palabra que sigue a type, en la primera línea"))

    static let device = ByHand(
        ["{in} mount | grep ' on / '", "findmnt -N $PID /"],
        Reading("it is the first word of the first line", "es la primera palabra de la primera línea") { printed in
            printed.lines.first?.split(separator: " ").first.map(String.init)
        })

    private static let upper = "grep -o 'upperdir=[^,]*' /proc/$PID/mountinfo | head -1 | cut -d= -f2"

    static let layers = ByHand(
        [
            .docker("docker image inspect -f '{{len .RootFS.Layers}}' curlimages/curl"),
            .kernel("grep -o 'lowerdir=[^,]*' /proc/$PID/mountinfo | head -1 | tr : '\\n' | wc -l"),
            .noted(
                "grep -o 'lowerdir=[^,]*' /proc/$PID/mountinfo", "Docker adds a layer of its own",
                "Docker añade una capa propia"
            ).only(.docker),
        ],
        Reading("it is the first line; 0 means none", "es la primera línea; 0 significa ninguna") { printed in
            printed.lines.first.map { $0 == "0" ? "none" : $0 }
        })

    static let sharedLayers = ByHand(
        [
            "stat -c %i /proc/$PID/root/bin/busybox /proc/$PID2/root/bin/busybox",
            .noted(
                "filefrag -sv /proc/$PID/root/bin/busybox /proc/$PID2/root/bin/busybox",
                "the places on the device, with btrfs", "los lugares en el dispositivo, con btrfs"
            ).only(.lxd),
        ],
        Reading(
            "yes if the first two lines are equal, no if not", "sí si las dos primeras líneas son iguales, no si no"
        ) { printed in
            let lines = printed.lines
            guard lines.count >= 2 else { return nil }
            return lines[0] == lines[1] ? "yes" : "no"
        })

    static let copyOnWrite = ByHand(
        [
            .lxd("stat -c %i /proc/$PID/root/bin/busybox /proc/$PID2/root/bin/busybox"),
            "{root} sh -c 'echo x >> /etc/profile'", "{in} tail -n 1 /etc/profile; {in2} tail -n 1 /etc/profile",
            ByHand.Line("U=$(\(upper)); ls ${U:-none}/etc/profile").only(.docker, .kernel),
        ],
        Reading(
            """
            read-only if the write is refused, copied up on write if ls finds the file, copy of the image if there is no \
            such folder; with LXD: clone of the image if the first two lines are equal, copy of the image if not
            """,
            """
            de solo lectura si no se permite escribir, copiado al escribir si ls encuentra el fichero, copia de la imagen si \
            no hay tal carpeta; con LXD: clon de la imagen si las dos primeras líneas son iguales, copia de la imagen si no
            """
        ) { printed in
            if printed.says("ead-only file system") { return "read-only" }
            let inodes = printed.lines(of: "stat -c %i")
            if inodes.count == 2 { return inodes[0] == inodes[1] ? "clone of the image" : "copy of the image" }
            return printed.lines(of: "upperdir").first?.hasPrefix("/") ?? false
                ? "copied up on write" : "copy of the image"
        })

    static let writeFromHost = ByHand(
        [
            ByHand.Line("echo hola > /proc/$PID/root/g").only(.docker, .kernel),
            .noted(
                "echo hola > {lxd}/containers/{name}/rootfs/g", "of the snap: /var/snap/lxd/common/lxd",
                "del snap: /var/snap/lxd/common/lxd"
            ).only(.lxd),
            "{in} cat /g",
        ],
        .either(
            "visible inside", "not visible", "visible inside if the last line is hola, not visible if not",
            "visible dentro si la última línea es hola, no visible si no"
        ) { $0.lines.last == "hola" })

    private static let folderOfThird: [ByHand.Line] = [
        .docker(
            "U=$(grep -o 'upperdir=[^,]*' /proc/$(docker inspect -f '{{.State.Pid}}' {name3})/mountinfo | head -1 | cut -d= -f2)"
        ),
        .kernel("U=\(Recipe.folder)/{name3}/root"), .lxd("U={lxd}/containers/{name3}/rootfs"),
    ]

    static let rootOnRemoval = ByHand(
        ["{third}"] + folderOfThird + ["ls -d $U", "{remove3}", "ls -d ${U:?}"],
        .either(
            "kept", "destroyed", "kept if the last line is the folder's name alone, destroyed if ls cannot find it",
            "conservado si la última línea es solo el nombre de la carpeta, destruido si ls no la encuentra"
        ) { printed in
            guard printed.lines(of: "ls -d $U").first?.hasPrefix("/") ?? false else { return nil }
            return printed.lines(of: "ls -d ${U:?}").last?.hasPrefix("/") ?? false
        })

    static let volumeOnRemoval = ByHand(
        ["{third}", "{root3} sh -c 'echo hola > /data/v'", "{remove3}", "cat ~/datos/v"],
        .either(
            "kept", "destroyed", "kept if the last line is hola, destroyed if the file cannot be found",
            "conservado si la última línea es hola, destruido si no se encuentra el fichero"
        ) { $0.lines.last == "hola" })

    static let volumeFileSystem = ByHand(
        ["{in} mount | grep ' on /data '", "findmnt -N $PID /data"],
        .word(
            behind: "type", "it is the word behind type, in the first line",
            "es la palabra que sigue a type, en la primera línea"))

    static let poolDriver = ByHand(
        ["lxc storage show {pool}", "lxc storage list"],
        .word(behind: "driver:", "it is what follows driver:", "es lo que sigue a driver:"))

    static let poolSource = ByHand(
        ["lxc storage show {pool}", "losetup -a"],
        .word(behind: "source:", "it is what follows source:", "es lo que sigue a source:"))
}
