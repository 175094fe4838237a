// Who imports the harness has the words of the kernel and of commands too.
@_exported public import Host
