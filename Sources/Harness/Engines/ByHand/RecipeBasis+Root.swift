/// The steps that make the container's root.
extension RecipeBasis {
    /// The folder for everything, and the pipes to speak with its first process.
    func box() -> Recipe.Step {
        // The folder is removed last, and stays while anything that it describes is left.
        let left = cgroups.map { "[ -d \($0.folder) ] || " }.joined()
        return Recipe.Step(
            "box", "A folder for all that belongs to the container, and two pipes to speak with its first process.",
            "Una carpeta para todo lo que es del contenedor, y dos tuberías para hablar con su primer proceso.",
            [
                "image=\(image)", "data=\(Command.quoted(sharedFolder))", "mkdir -p \"$box/root\" \"$data\"",
                "mkfifo \"$box/in\" \"$box/out\"",
            ],
            undo: ["\(left)grep -qF \" $box/\" /proc/self/mountinfo || rm -rf --one-file-system \"$box\""])
    }

    /// The stacked layers, and the devices and the mount point that they lack.
    func root() -> [Recipe.Step] {
        (options.map.map { [shift($0)] } ?? []) + [
            options.without.contains(.overlay) ? copy() : overlay(),
            Recipe.Step(
                "devices", "Some devices, and a mount point for the shared folder.",
                "Algunos dispositivos, y un punto de montaje para la carpeta compartida.",
                [
                    "mknod -m 666 \"$box/root/dev/null\" c 1 3", "mknod -m 666 \"$box/root/dev/zero\" c 1 5",
                    "mknod -m 666 \"$box/root/dev/urandom\" c 1 9", "mkdir \"$box/root/data\"",
                ]),
        ]
    }

    private func overlay() -> Recipe.Step {
        let lower = (0..<layers).reversed().map { "$image/\($0 + 1)" }.joined(separator: ":")
        let owner = options.map.map { ["chown \($0.first):\($0.first) \"$box/upper\""] } ?? []
        return Recipe.Step(
            "overlay",
            """
            The root: the layers of the image, read-only, and above them a folder that takes what the container writes \
            (overlay).
            """,
            """
            La raíz: las capas de la imagen, de solo lectura, y sobre ellas una carpeta que recoge lo que escribe el \
            contenedor (overlay).
            """,
            ["mkdir \"$box/upper\" \"$box/work\""] + owner + [
                "mount -t overlay overlay -o \"lowerdir=\(lower),upperdir=$box/upper,workdir=$box/work\" \"$box/root\""
            ],
            undo: ["umount \"$box/root\""])
    }

    private func copy() -> Recipe.Step {
        let numbers = (0..<layers).map { "\($0 + 1)" }.joined(separator: " ")
        return Recipe.Step(
            "copy", "The root: a copy of the image, layer by layer, because there is no overlay.",
            "La raíz: una copia de la imagen, capa a capa, pues no ha de haber overlay.",
            ["for layer in \(numbers); do cp -a \"$image/$layer/.\" \"$box/root\"; done"])
    }

    /// A copy of the image with its owners moved, made once for each map, as Docker does for `userns-remap`.
    private func shift(_ map: KernelOptions.IDRange) -> Recipe.Step {
        Recipe.Step(
            "shift",
            "The image once more, with its files given to the ids of the host that stand for the container's.",
            "La imagen otra vez, con sus ficheros a nombre de los identificadores del anfitrión que equivalen a los de dentro.",
            [
                """
                if [ ! -d "$image-\(map.first)" ]; then
                  cp -a "$image" "$box/image"
                  for id in $(find "$box/image" -printf '%U\\n%G\\n' | sort -un); do
                    find "$box/image" -uid $id -exec chown -h $((\(map.first) + id)) {} +
                    find "$box/image" -gid $id -exec chgrp -h $((\(map.first) + id)) {} +
                  done
                  # Another may have made the same one meanwhile.
                  mv -T "$box/image" "$image-\(map.first)" || [ -d "$image-\(map.first)" ]
                fi
                """,
                "image=$image-\(map.first)",
            ])
    }
}
