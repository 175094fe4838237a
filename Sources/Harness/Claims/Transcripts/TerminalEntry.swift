/// A command in a transcript, with its prompt and the lines behind it.
struct TerminalEntry {
    var prompt: Prompt?
    var command: String
    var line: TranscriptLine
    var output: [TranscriptLine] = []

    /// The commands of a block; without any prompt, its lines are commands that begin like ones.
    static func all(in block: TranscriptBlocks.Block) -> [TerminalEntry] {
        let prompts = block.lines.map { Prompt.split($0.text) }
        let hasPrompts = prompts.contains { $0 != nil }
        guard hasPrompts || block.isMarked else { return [] }
        // Two terminals side by side: neither can be read.
        if prompts.contains(where: { $0?.command.contains("│") ?? false }) { return [] }
        var entries: [TerminalEntry] = []
        var isContinued = false
        for (line, found) in zip(block.lines, prompts) {
            defer { isContinued = (found != nil || isContinued) && line.text.hasSuffix("\\") }
            if isContinued, found == nil {
                entries[entries.count - 1].command.removeLast()
                entries[entries.count - 1].command += line.text.trimming("> ")
            } else if let (prompt, command) = found {
                entries.append(TerminalEntry(prompt: prompt, command: command, line: line))
            } else if !hasPrompts, KnownPrograms.begin(line.text.trimmed) {
                entries.append(TerminalEntry(prompt: nil, command: line.text.trimmed, line: line))
            } else if !entries.isEmpty {
                entries[entries.count - 1].output.append(line)
            }
        }
        return entries
    }
}
