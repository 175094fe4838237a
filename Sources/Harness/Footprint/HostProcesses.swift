/// The processes that belong to runs, to engines, or to containers that nobody lists.
struct HostProcesses {
    private let processes = OwnProcesses.everything().compactMap(HostProcess.init)

    /// Their things; the register learns the claimants of their network namespaces, links and mounts.
    func things(_ register: inout Register) -> [Footprint.Thing] {
        var things: [Footprint.Thing] = []
        var namespaces: [String: Footprint.Claimant] = [:]
        let own = (try? NamespaceLink.of(.net, process: "self").file.text) ?? ""
        for process in processes {
            process.noteHeld(&register)
            guard !register.isAsked(process.pid) else { continue }
            if let engine = process.neighbour(own) { register.note(neighbour: engine) }
        }
        for process in processes {
            let whose = process.claimant(register)
            let net = process.networkNamespace ?? own
            // A process without a claimant may still be seen in a container's namespace.
            if net != own, namespaces[net] == nil || whose != nil {
                namespaces[net] = whose ?? .other("")
                if let whose { register.note(linksOf: process.pid, whose) }
            }
            guard let whose, !process.isInsideOfOthers(whose) else { continue }
            if let mountPoint = process.mountPoint { register.note(mountPoint, whose) }
            // A program of ours that is started again counts as the same thing.
            let name =
                [.harness, .kept].contains(whose) ? process.program ?? "" : "\(process.pid).\(process.startTime)"
            things.append(Footprint.Thing(.process, name, process.command, of: whose))
        }
        for (link, whose) in namespaces {
            register.note(namespace: link, whose)
            things.append(Footprint.Thing(.netns, link, of: whose))
        }
        return things
    }
}
