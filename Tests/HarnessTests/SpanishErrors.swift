import Foundation
import SheetTesting

@testable import Harness
@testable import Host

/// An example of each error that can stand in place of an observation.
enum SpanishErrors {
    static let all: [any Error] = commands + files + texts + engines + observations

    private static let command = Command("docker", ["ps"])

    private static let commands: [any Error] = {
        let reasons: [CommandFailure.Reason] = [
            .notFound, .cannotStart(EACCES), .cannotStart(ENOEXEC), .tooMuch, .ended(.exited(3)), .ended(.signaled(9)),
            .ended(.timedOut(after: .seconds(60))), .ended(.shutOut),
        ]
        return reasons.map { CommandFailure(command: command, reason: $0, tail: "xyz") }
            + [CommandFailure(command: command, reason: .ended(.exited(1)), awaited: "xyz")]
    }()

    private static let files: [any Error] = {
        let operations: [PathError.Operation] = [
            .read, .readLink, .write, .list, .status, .fileSystem, .resolve, .listen,
        ]
        return operations.map { PathError(path: "/x", operation: $0, number: EPERM) }
            + [ENOENT, ESRCH, EBUSY, EINVAL, ENOSPC, EROFS, 4242].map {
                PathError(path: "/x", operation: .read, number: $0)
            }
            + [
                CocoaError(.fileReadNoSuchFile, userInfo: [NSFilePathErrorKey: "/x"]), POSIXError(.ENOSPC),
                NSError(domain: NSPOSIXErrorDomain, code: Int(EACCES)),
            ]
    }()

    /// Texts that no parser makes sense of.
    private static let texts: [any Error] = {
        let parsers: [() throws -> Void] = [
            { _ = try FreezerState(parsing: "x") }, { _ = try NamespaceLink(parsing: "x") },
            { _ = try MountTable(parsing: "x") }, { _ = try SocketTable(parsing: "x") },
            { _ = try Link.list(parsing: Array("x".utf8)) },
            { _ = try Link.list(parsing: Array("[{\"ifname\": 3}]".utf8)) },
            { _ = try Link.list(parsing: Array("[{\"ifname\": \"x\"}]".utf8)) }, { _ = try PidsLimit(parsing: "x") },
            { _ = try BtrfsSubvolume(parsing: "x") }, { _ = try ProcessStat(parsing: "x") },
            { _ = try ProcessStat(parsing: "1 (x) S") }, { _ = try CgroupMembership(parsing: "") },
            { _ = try CgroupMembership(parsing: "x") }, { _ = try Masquerade.list(parsingIPTables: "x") },
            { _ = try Masquerade.list(parsingNFTables: Array("{}".utf8)) }, { _ = try MessageQueues(parsing: "x\ny") },
            { _ = try IDMap(parsing: "x") }, { _ = try IDMap(parsing: "0 0 0") }, { _ = try OSRelease(parsing: "x") },
            { _ = try FileExtents(parsing: "x") }, { _ = try SubordinateIDs(parsing: "x") },
            { _ = try ProcessStatus(parsing: "x") }, { _ = try IPv4Address(parsing: "x") },
        ]
        return parsers.compactMap { parse in
            do { try parse() } catch { return error }
            return nil
        }
    }()

    private static let engines: [any Error] = {
        let lost = [Engine.docker, .lxd, .kernel].flatMap { engine in
            [
                EngineAnswer.noCommand("xyz"), .silence(.same("xyz"), nil), .silence(.same("permission denied"), nil),
                .silence(.same("xyz"), .dockerAway),
            ].map { EngineLost(engine: engine, version: "1", reason: engine.advice(on: $0)) }
        }
        let refusal = DockerInside.Refusal(in: "Error: xyz")
        let launches = ["lxd --device=shift=true", "lxd -c security.idmap.isolated=true"].compactMap { text in
            (try? Scenario(parsing: text)).map { scenario in
                LaunchRefusal.lack(
                    behind: CommandFailure(
                        command: command, reason: .ended(.exited(1)), tail: "shiftfs, not enough uid/gid\nxyz"),
                    of: scenario
                )
            }
        }
        return lost + launches
            + [
                ContainerEnded(container: "c", seen: .same("xyz"), hint: .same("xyz.")),
                DaemonElsewhere(engine: .docker, container: "c", pid: 3), refusal, Lacking.dockerInside(refusal.words),
                LabFailure(Trouble.containerGone.sentence),
            ] + Trouble.allCases.map { LabFailure($0.sentence) } + refusals
    }()

    /// What the harness refuses by itself on this machine.
    private static let refusals: [any Error] = {
        let steps: [() throws -> Void] = [
            { try Machine.require(program: "no-such-program", of: "paquete") },
            { _ = try KernelOptions(["--map=0:100000:65536", "--share=mnt"]) }, { _ = try KernelOptions(["--x"]) },
            { _ = try HostPrograms.binary(of: "no-such-program") }, { _ = try Fixtures.text("none") },
        ]
        return steps.compactMap { step in
            do { try step() } catch { return error }
            return nil
        }
    }()

    private static let observations: [any Error] = [
        Recorded.lacking,
        Disagreement(witnesses: [
            Witness("the kernel", "el núcleo", says: "private", []),
            Witness("ps", "ps", says: "half private", [.seen(Sentence("seen", "visto"))]),
        ]),
        ProbeFailure("nothing", "nada", [.seen(Sentence("the end", "el fin"))]),
        RecordedFailure(words: Sentence("nothing", "nada")), Unrecorded(Question("namespace.pid", in: .docker)),
        Problem("nothing", "nada"),
        ConditionFailure(
            condition: Sentence("the end", "que acabe"), deadline: .seconds(5), lastSeen: Sentence("nothing", "nada")),
    ]
}
