/// Docker's things: containers, images, networks, volumes.
enum DockerThings: EngineThings {
    static func look(_ register: Register) -> (Register, [Footprint.Thing]) {
        var register = register
        guard ProgramPath.path(of: Setting.docker.value ?? "docker") != nil else {
            return (register, [])
        }
        let unlabelled = unlabelled(.docker, Endpoint.docker, register)
        let label = #"{{.Label "\#(Launch.label)"}}"#
        let questions = [
            ["info", "--format", "{{.ServerVersion}}\t{{.DockerRootDir}}"],
            ["ps", "--all", "--no-trunc", "--format", "{{.ID}}\t{{.Names}}\t{{.State}} {{.Image}}\t\(label)"],
            ["network", "ls", "--no-trunc", "--format", "{{.ID}}\t{{.Name}}\t{{.Driver}}\t\(label)"],
            ["volume", "ls", "--format", "\t{{.Name}}\t{{.Driver}}\t\(label)"],
            ["image", "ls", "--no-trunc", "--format", "{{.ID}}\t{{.Repository}}:{{.Tag}}"],
            ["image", "ls", "--no-trunc", "--quiet", "--filter", "label=\(DockerImage.label)"],
        ]
        let outcomes = concurrently(
            questions.map { words in { @Sendable in try rows(EngineCommand.docker(words, deadline: .seconds(10))) } }
        )
        let unsaid = zip(questions, outcomes).filter { (try? $0.1.get()) == nil }.map(\.0)
        let answers = outcomes.map { (try? $0.get()) ?? [] }
        guard let server = answers[0].first, server.count == 2 else {
            return (register, [Footprint.Thing(.engine, "docker", "does not answer", of: .other(""))])
        }

        register.note(living: .docker)
        // By default, dockerd writes its PID there (dockerd(8), --pidfile).
        let noted = try? TextFile.read("/var/run/docker.pid").text.trimmed
        if EngineCommand.variable("DOCKER_HOST") == nil, let pid = noted.flatMap({ Int32($0) }) {
            register.note(asked: pid)
        }
        var things = [Footprint.Thing(.engine, "docker", server[0], of: unlabelled)]
        things += unsaid.map { Self.unsaid(.docker, $0.prefix(2).joined(separator: " ")) }
        for row in answers[1] where row.count == 4 {
            let whose = register.claimant(label: row[3], otherwise: .other("docker " + row[1]))
            things.append(Footprint.Thing(.container, "docker " + row[1], row[2], of: whose))
            let layer = try? TextFile.read("\(server[1])/image/overlay2/layerdb/mounts/\(row[0])/mount-id").text
            for word in [row[0], String(row[0].prefix(12)), layer ?? ""] { register.note(word, whose) }
        }
        for row in answers[2] where row.count == 4 {
            let whose = register.claimant(label: row[3], otherwise: unlabelled)
            things.append(Footprint.Thing(.network, "docker " + row[1], row[2], of: whose))
            register.note(row[1] == "bridge" ? "docker0" : "br-" + row[0].prefix(12), whose)
        }
        for row in answers[3] where row.count == 4 {
            let whose = register.claimant(label: row[3], otherwise: .other("docker"))
            things.append(Footprint.Thing(.volume, "docker " + row[1], row[2], of: whose))
        }
        let own = Set(answers[5].compactMap(\.first))
        for row in answers[4] where row.count == 2 {
            let whose: Footprint.Claimant = own.contains(row[0]) ? .kept : .other("docker")
            things.append(Footprint.Thing(.image, "docker " + row[1], String(row[0].prefix(19)), of: whose))
        }
        return (register, things)
    }

    /// The columns of each line; a column at an end of the output may be empty.
    private static func rows(_ command: Command) throws -> [[String]] { rows(in: try command.run().orThrow().output) }

    static func rows(in output: [UInt8]) -> [[String]] {
        String(decoding: output, as: UTF8.self).kernelLines.map { $0.pieces(at: "\t") }
    }
}
