extension Footprint {
    /// The footprint of this moment, in some hundred milliseconds.
    ///
    /// It asks the daemons that answer for what they hold and reads the rest from `/proc`, `/sys` and folders. What other
    /// users' processes are is shown to root alone. Throws where this machine has no cgroups or no `ip`.
    public static func now() throws -> Footprint {
        // What is looked at first claims what is looked at later.
        var register = Register()
        for folder in HostFiles.folders { HostFiles.names(in: folder).forEach { register.noteOwners(in: $0) } }
        var things = HostFiles.boxes(&register)
        let engines = concurrently([
            { @Sendable in
                var register = Register()
                return (DockerThings.look(&register), register)
            },
            { @Sendable in
                var register = Register()
                return (LXDThings.look(&register), register)
            },
        ])
        for (engine, theirs) in try engines.map({ try $0.get() }) {
            things += engine
            register.merge(theirs)
        }
        things += HostProcesses.look(&register)
        things += try HostKernel.cgroups(register) + HostKernel.mounts(register) + HostKernel.links(register)
        things +=
            try HostKernel.loopDevices(register) + HostKernel.firewall(register) + HostKernel.settings()
            + HostKernel.queues()
        things += HostFiles.look(register)
        return Footprint(things)
    }
}
