/// The words by which a line of a report speaks of the sheet's subject.
enum FieldTerms {
    /// The places of the lines that have such a word.
    static func places(in text: [UInt8], _ format: ReportFormat, _ file: String) -> [Place] {
        var cursor = LineCursor(text, hasPages: format == .pdf)
        var places: [Place] = []
        var rest = Transcripts.lines
        while rest > 0, let line = cursor.next() {
            if line.range.count < 3 { continue }
            rest -= 1
            guard isMentioned(in: cursor.text[line.range]) else { continue }
            places.append(Place(file: file, page: line.page, line: line.number))
        }
        return places
    }

    /// Whether a report speaks of containers at all: a quick look, which never misses it.
    static func isSpokenOf(in text: [UInt8]) -> Bool {
        text[...].has("ontenedor") || text[...].has("ontainer") || text[...].has("ocker") || text[...].has("LXD")
            || text[...].has("lxc")
    }

    /// Whether a line has such a word, in small letters or as a name.
    private static func isMentioned(in line: ArraySlice<UInt8>) -> Bool {
        line.has("namespace") || line.has("cgroup") || line.has("espacio de nombres") || line.has("espacios de nombres")
            || line.has("freezer") || line.has("pids.max") || line.has("pids-limit") || line.has("overlay")
            || line.has("btrfs") || line.has("veth") || line.has("docker0") || line.has("lxdbr0") || line.has("uid_map")
            || line.has("gid_map") || line.has("MASQUERADE") || line.has("NAT") || line.has("/proc/")
            || line.has("setuid") || line.has("loop") || line.has("bridge")
    }
}
