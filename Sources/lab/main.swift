internal import Foundation
internal import Harness
internal import Host

// What a caller has closed is not to be taken for it by the next file that is opened.
for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
    _ = open("/dev/null", O_RDWR)
}
CallerSettings.leaveBehind()
// Nobody listening is an error of the write, not the end of this process.
signal(SIGPIPE, SIG_IGN)
exit(Interface.run(Array(CommandLine.arguments.dropFirst())))
