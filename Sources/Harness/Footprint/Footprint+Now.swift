extension Footprint {
    /// The footprint of this moment, in some hundred milliseconds.
    ///
    /// It reads `/proc`, `/sys` and folders first, and asks the daemons last. An engine lists a container before it
    /// makes anything for it, and until all of that is gone. The kernel shows other users' processes to root alone.
    /// Throws if this machine has no cgroups or no `ip`.
    package static func now() throws -> Footprint {
        let (processes, files) = (HostProcesses(), try HostFiles.read())
        let kernel = try HostKernel.read()

        let fresh = Register(othersUseDaemons: SetUpRecord.isOfUseToOthers)
        var register = fresh
        for name in files.folders.values.joined() { register.noteOwners(in: name) }
        var things = files.boxes(&register)
        for look in concurrently([{ @Sendable in DockerThings.look(fresh) }, { @Sendable in LXDThings.look(fresh) }]) {
            let (theirs, found) = try look.get()
            register.merge(theirs)
            things += found
        }
        things += processes.things(&register)
        return Footprint(things + kernel.things(register) + files.things(register))
    }
}
