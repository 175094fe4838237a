/// The files that the host writes into a container's root, and the version of its cgroups.
extension TranscriptReader {
    /// Notes a text that the host writes into a container's root.
    mutating func noteWritten(_ text: String, _ path: String, _ run: TerminalRun) {
        guard run.side.isHost, run.output.isEmpty, !text.isEmpty, written.count < 1000 else { return }
        for mark in ["/merged/", "/rootfs/", "/root/"] {
            guard let end = path.lastRange(of: mark)?.upperBound, mark != "/root/" || path.hasPrefix("/proc/") else {
                continue
            }
            written["/" + path[end...]] = (text, run.line)
            return
        }
    }

    /// Shows that a container reads what the host wrote.
    mutating func readWritten(_ path: String, _ run: TerminalRun) {
        guard run.isAlone, let (text, line) = written[path], let container = run.side.container,
            let found = run.filled.first, found.text.trimmed == text
        else { return }
        show("root.write-from-host", "visible inside", in: container.scenario, at: found, with: [line])
    }

    /// Shows that the host has no other cgroups than those of version 2.
    mutating func showVersion(isUnified: Bool, _ line: TranscriptLine?) {
        guard isUnified, let line else { return }
        show("cgroup.version", "v2", in: .bare(containers.last?.engine ?? .docker), at: line)
    }
}

extension String {
    /// The last place of a text.
    fileprivate func lastRange(of text: String) -> Range<Index>? { ranges(of: text).last }
}
