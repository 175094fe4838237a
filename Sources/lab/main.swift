internal import Foundation

exit(Interface.run(Array(CommandLine.arguments.dropFirst())))
