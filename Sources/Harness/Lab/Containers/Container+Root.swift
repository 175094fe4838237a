extension Container {
    /// Throws a ``ProbeFailure`` unless programs executed inside have the root of the container's first process.
    ///
    /// A probe may change only the container's own files, and none of the host's.
    func requireOwnRoot() throws {
        let asked = try run(["stat", "-c", "%d %i", "/"]).orThrow()
        let numbers = asked.text.split(separator: " ").compactMap { UInt64($0) }
        let (own, host) = try (FileStatus.of(root + "/."), FileStatus.of("/."))
        let isHosts = own.device == host.device && own.inode == host.inode
        guard !isHosts, numbers.count == 2, DeviceNumber(numbers[0]) == own.device, numbers[1] == own.inode else {
            throw ProbeFailure(
                "what is executed in \(name) has another root than its first process",
                "lo que se ejecuta en \(name) tiene otra raíz que su primer proceso",
                [
                    .command(asked),
                    .seen(
                        Sentence(
                            "\(root): device \(own.device), inode \(own.inode)",
                            "\(root): dispositivo \(own.device), inodo \(own.inode)")),
                ])
        }
    }
}
