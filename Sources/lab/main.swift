internal import Foundation

// Nobody listening is an error of the write, not the end of this process.
signal(SIGPIPE, SIG_IGN)
exit(Interface.run(Array(CommandLine.arguments.dropFirst())))
