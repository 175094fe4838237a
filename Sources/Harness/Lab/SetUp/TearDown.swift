internal import Foundation

/// The opposite of ``SetUp``: it ends the private daemons and removes all that they left outside their own folders.
package enum TearDown {
    /// Leaves the machine as the set-up found it; the data of the private daemons stays for the next time.
    ///
    /// It ends no process without a record that names it, and may run twice. For an owner it acts only on daemons
    /// started for that owner, and leaves them to their other users. Throws a ``LabFailure`` if somebody uses them and
    /// there is no owner, and a ``ForeignSetUp`` if that is unknown.
    package static func run(owner: Int32? = nil, progress: (String) -> Void) throws {
        try Turn.machine.take {
            let owner = owner.flatMap(SetUpRecord.User.init)
            // A killed run may have left a daemon of its own, which no record names.
            if geteuid() == 0 { for left in try Sweeper.sweepHost() { progress("teardown: removed \(left)") } }
            var record: SetUpRecord?
            do { record = try SetUpRecord.read() } catch is ForeignSetUp where owner != nil { return }
            if let owner, record?.users?.contains(owner) != true { return }
            if try record == nil && !hasLeftovers() { return progress("teardown: nothing of ours runs") }
            guard geteuid() == 0 else {
                throw LabFailure(english: "the private daemons are root's: run ./ci.sh down as root")
            }

            let others = try users(of: record).filter { $0 != owner }
            guard let other = others.first else { return try undo(record, progress) }
            guard owner != nil else {
                throw LabFailure(
                    english: "a run, PID \(other.pid), uses the private daemons: wait for its end, or end it")
            }
            record?.users = others
            try record?.write()
            progress("teardown: the private daemons stay, because another run uses them, PID \(other.pid)")
        }
    }

    /// Ends the private daemons without a user, because the runs for which they were started were killed.
    package static func sweep(progress: (String) -> Void) throws {
        guard geteuid() == 0, Owner.current.isOnHost, try hasRecordOrLeftovers() else { return }
        try Turn.machine.take {
            let record: SetUpRecord?
            do { record = try SetUpRecord.read() } catch is ForeignSetUp { return }
            if let record {
                guard record.users != nil, try users(of: record).isEmpty else { return }
            } else if try !hasLeftovers() {
                return
            }
            progress("teardown: a run was cut off; taking away what it set up")
            try undo(record, progress)
        }
    }

    private static func hasRecordOrLeftovers() throws -> Bool {
        do { return try SetUpRecord.read() != nil || hasLeftovers() } catch is ForeignSetUp { return false }
    }

    /// The runs that use the private daemons: those in the record, and those with containers there.
    private static func users(of record: SetUpRecord?) throws -> [SetUpRecord.User] {
        guard let record else { return [] }
        let own = record.engines.filter { Endpoint.isOwn($0) && $0.ask().isThere }
        let makers = own.flatMap { engine in
            ((try? engine.driver.labelled()) ?? []).compactMap { Owner(parsing: $0.owner) }
        }
        let living = makers.filter { $0.isAlive && $0.pid != getpid() }.compactMap { SetUpRecord.User(pid: $0.pid) }
        return living.reduce(into: record.living) { users, user in if !users.contains(user) { users.append(user) } }
    }

    /// Undoes everything in the record; without one it undoes only mounts and loop devices of the private folders.
    static func undo(_ record: SetUpRecord?, _ progress: (String) -> Void) throws {
        if let record {
            let inventory = Result { try DaemonInventory.current(of: record.engines) }
            try end(record, progress)
            try Leftovers.unmount(lxcfs: record.started("lxcfs") != nil)
            try Leftovers.detachLoops()
            try Leftovers.restore(record, inventory.get(), progress)
        } else {
            try Leftovers.unmount(lxcfs: false)
            try Leftovers.detachLoops()
        }
        unlink(SetUpRecord.path)
        try? FileManager.default.removeItem(atPath: Endpoint.runtime)
    }

    private static func end(_ record: SetUpRecord, _ progress: (String) -> Void) throws {
        let stops: [@Sendable () -> String?] =
            [
                { record.started("dockerd").flatMap(stopDocker) }
            ]
            + LXDFamily.allCases.map { family in
                { record.started(family.daemon).flatMap { stop($0, of: family) } }
            }
        for line in concurrently(stops).compactMap({ try? $0.get() }) { progress(line) }
        for daemon in record.daemons.reversed() where daemon.isAlive {
            daemon.stop()
            progress("\(daemon.name): stopped")
        }
        try OwnProcesses.kill(of: record)
    }

    /// Whether private daemons' mounts exist without a record, and without any daemon that may need them.
    static func hasLeftovers() throws -> Bool {
        try !Leftovers.mounts().isEmpty && OwnProcesses.users().isEmpty
    }

    private static func stop(_ daemon: StartedDaemon, of family: LXDFamily) -> String? {
        guard daemon.isAlive else { return nil }
        let place = [family.folderVariable: Endpoint.ownFolder(of: family), family.socketVariable: ""]
        let environment = ClientSettings.lxd.merging(place) { $1 }
        let end = family.shutdown
        let steps = [
            Command(family.client, ["stop", "--all", "--force"], environment: environment, deadline: .seconds(30)),
            Command(end[0], end.dropFirst() + ["--timeout", "20"], environment: environment, deadline: .seconds(40)),
        ]
        for step in steps { _ = try? step.run() }
        daemon.stop()
        return "\(family): stopped"
    }

    /// Ends the containers first, because dockerd gives each of them ten seconds.
    private static func stopDocker(_ daemon: StartedDaemon) -> String? {
        guard daemon.isAlive else { return nil }
        let running = (try? OwnDaemons.docker(["ps", "--quiet"], deadline: .seconds(20)).run().lines) ?? []
        if !running.isEmpty { _ = try? OwnDaemons.docker(["kill"] + running, deadline: .seconds(30)).run() }
        daemon.stop()
        return "docker: stopped"
    }
}
