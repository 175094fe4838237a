internal import CLinux
internal import Foundation

/// The C calls behind ``Command``; all of them are in this file.
package enum Spawn {
    /// One launch at a time, so that a pipe of one child is never inherited by another.
    private static let launch = NSLock()

    /// The descriptors of a child's three streams on our side; the same one for the input and output of a terminal.
    struct Child {
        var pid: pid_t
        var input: Int32?
        var output: Int32
        var errors: Int32?
    }

    /// Writes a program while no child starts, because Foundation sets no O_CLOEXEC and a file open for writing in a
    /// child is not run (execve(2), ETXTBSY).
    package static func writingProgram<Value>(_ write: () throws -> Value) rethrows -> Value {
        launch.lock()
        defer { launch.unlock() }
        return try write()
    }

    /// A broken pipe is an error of the write, and does not end this process.
    private static let ignoresBrokenPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

    static func child(_ command: Command, wantsInput: Bool, onTerminal: Bool) throws -> Child {
        _ = ignoresBrokenPipes
        _ = ProgramPath.folders
        launch.lock()
        defer { launch.unlock() }
        return onTerminal ? try terminalChild(command) : try pipeChild(command, wantsInput: wantsInput)
    }

    private static func pipeChild(_ command: Command, wantsInput: Bool) throws -> Child {
        let input = wantsInput ? try pipe(for: command) : nil
        let output = try pipe(for: command)
        let errors = try pipe(for: command)
        defer { for end in [input?.read, output.write, errors.write].compactMap({ $0 }) { close(end) } }
        do {
            let pid = try spawn(command) { actions in
                if let input {
                    posix_spawn_file_actions_adddup2(actions, input.read, 0)
                } else {
                    posix_spawn_file_actions_addopen(actions, 0, "/dev/null", O_RDONLY, 0)
                }
                posix_spawn_file_actions_adddup2(actions, output.write, 1)
                posix_spawn_file_actions_adddup2(actions, errors.write, 2)
            }
            for end in [input?.write, output.read, errors.read].compactMap({ $0 }) { makeNonBlocking(end) }
            return Child(pid: pid, input: input?.write, output: output.read, errors: errors.read)
        } catch {
            for end in [input?.write, output.read, errors.read].compactMap({ $0 }) { close(end) }
            throw error
        }
    }

    /// A child on a new pseudo-terminal, which its new session opens by path, so that it becomes the controlling
    /// terminal (pty(7), setsid(2)).
    private static func terminalChild(_ command: Command) throws -> Child {
        var primary: Int32 = -1
        var secondary: Int32 = -1
        var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&primary, &secondary, nil, nil, &size) == 0 else { throw cannotStart(command, errno) }
        defer { close(secondary) }
        closeOnExec(primary)
        closeOnExec(secondary)
        var name = [CChar](repeating: 0, count: 128)
        guard ttyname_r(secondary, &name, name.count) == 0 else {
            close(primary)
            throw cannotStart(command, errno)
        }
        do {
            let pid = try spawn(command) { actions in
                posix_spawn_file_actions_addopen(actions, 0, name, O_RDWR, 0)
                posix_spawn_file_actions_adddup2(actions, 0, 1)
                posix_spawn_file_actions_adddup2(actions, 0, 2)
            }
            makeNonBlocking(primary)
            return Child(pid: pid, input: primary, output: primary, errors: nil)
        } catch {
            close(primary)
            throw error
        }
    }

    private static func spawn(
        _ command: Command, streams: (UnsafeMutablePointer<posix_spawn_file_actions_t>) -> Void
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        streams(&actions)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(
            &attributes, linux_spawn_in_session() | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))

        let arguments = ([command.program] + command.arguments).map { strdup($0) } + [nil]
        let environment = self.environment(adding: command.environment).map { strdup($0) } + [nil]
        defer { for pointer in arguments + environment { free(pointer) } }
        var pid: pid_t = 0
        let error = posix_spawnp(&pid, command.program, &actions, &attributes, arguments, environment)
        guard error == 0 else {
            // An unsearchable folder on PATH hides that the program is in none of the others (execvp(3)).
            let isHidden = error == EACCES && !command.program.contains("/") && !isOnPath(command.program)
            if error == ENOENT || isHidden { throw CommandFailure(command: command, reason: .notFound) }
            throw cannotStart(command, error)
        }
        return pid
    }

    private static func isOnPath(_ program: String) -> Bool {
        ProgramPath.folders.contains { access("\($0)/\(program)", F_OK) == 0 }
    }

    /// Our environment with the command's additions, in the C locale, so that the programs' texts are the known ones.
    private static func environment(adding additions: [String: String]) -> [String] {
        var variables = ProcessInfo.processInfo.environment
        variables["LC_ALL"] = "C.UTF-8"
        variables["LANGUAGE"] = nil
        variables.merge(additions) { _, added in added }
        return variables.map { "\($0.key)=\($0.value)" }
    }

    private static func pipe(for command: Command) throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        guard linux_pipe(&ends) == 0 else { throw cannotStart(command, errno) }
        return (ends[0], ends[1])
    }

    private static func cannotStart(_ command: Command, _ error: Int32) -> CommandFailure {
        CommandFailure(command: command, reason: .cannotStart(error))
    }

    private static func closeOnExec(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    private static func makeNonBlocking(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }

    /// Waits until one of the descriptors can be read, or the milliseconds have passed.
    static func poll(_ descriptors: [Int32], milliseconds: Int32) {
        var entries = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        _ = Glibc.poll(&entries, nfds_t(entries.count), milliseconds)
    }

    /// Lets other processes run for a while; only ``waitFor(_:within:_:)`` needs it.
    static func pause(_ duration: Duration) {
        poll([], milliseconds: max(1, Int32(duration.components.attoseconds / 1_000_000_000_000_000)))
    }

    /// The result of reading a descriptor.
    enum Reading {
        case bytes([UInt8])
        case nothingYet
        case ended
    }

    static func read(_ descriptor: Int32) -> Reading {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        if count > 0 { return .bytes(Array(buffer[..<count])) }
        if count < 0 && (errno == EAGAIN || errno == EINTR) { return .nothingYet }
        return .ended
    }

    /// Writes what fits; returns how many bytes were taken, or nil if nobody reads any more.
    package static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int? {
        let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count >= 0 { return count }
        return errno == EAGAIN || errno == EINTR ? 0 : nil
    }

    static func close(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

    /// The child's ending if it has ended; the child is then reaped, and its PID means nothing any more.
    static func reap(_ pid: pid_t, blocking: Bool = false) -> Ending? {
        var status: Int32 = 0
        var reaped: pid_t
        repeat { reaped = waitpid(pid, &status, blocking ? 0 : WNOHANG) } while reaped < 0 && errno == EINTR
        guard reaped == pid else { return reaped < 0 ? .exited(-1) : nil }
        let exit = linux_exit_status(status)
        return exit >= 0 ? .exited(exit) : .signaled(linux_signal(status))
    }

    /// Sends a signal to a child that was not reaped yet.
    static func send(_ number: Int32, to pid: pid_t) { _ = kill(pid, number) }

    /// Ends a child that was not reaped yet, with the session that it leads.
    static func killSession(of pid: pid_t) { _ = kill(-pid, SIGKILL) }
}
