internal import Foundation
internal import Harness
internal import Host

// A standard stream that the caller has closed is opened, so that no other file gets its number.
for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
    _ = open("/dev/null", O_RDWR)
}
CallerSettings.leaveBehind()
// If nobody listens, the write fails, but this process does not end.
signal(SIGPIPE, SIG_IGN)
exit(Interface.run(Array(CommandLine.arguments.dropFirst())))
