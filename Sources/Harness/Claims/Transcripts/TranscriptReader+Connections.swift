/// A server that a transcript shows, `nc -l -p 34567`, with what arrived.
struct ShownServer {
    var side: TerminalSide
    var port: String
    var texts: Set<String>
    var lines: [TranscriptLine]
}

/// A client, `nc 172.17.0.2 34567`, with what it sent.
struct ShownClient {
    var side: TerminalSide
    var port: String
    var texts: Set<String>
    /// Whether the client itself says that it was connected.
    var isConnected: Bool
    var line: TranscriptLine
}

extension TranscriptReader {
    mutating func readConnection(_ run: TerminalRun) -> Bool {
        let texts = run.filled.map(\.text.trimmed).filter { !$0.hasPrefix("^") && !$0.hasPrefix("nc:") }
        let options = run.words.dropFirst().filter { $0.hasPrefix("-") }.joined()
        guard let port = run.operands.last(where: { UInt16($0) != nil }) else { return true }
        if options.contains("l") {
            servers.append(ShownServer(side: run.side, port: port, texts: Set(texts), lines: [run.line] + run.filled))
            return true
        }
        let says = texts.contains { $0.contains("succeeded!") || $0.hasSuffix(" open") }
        var sent = Set(texts)
        if run.input.first == "echo" || run.input.first == "printf" {
            sent.insert(run.input.dropFirst().filter { !$0.hasPrefix("-") }.joined(separator: " ").trimmed)
        }
        clients.append(ShownClient(side: run.side, port: port, texts: sent, isConnected: says, line: run.line))
        return true
    }

    /// Shows which clients reached a server: a text that one side typed stands on the other side as well.
    mutating func connect() {
        for server in servers.prefix(100) {
            guard let own = server.side.container else { continue }
            for client in clients.prefix(100) where client.port == server.port {
                guard client.isConnected || !client.texts.isDisjoint(with: server.texts) else { continue }
                if client.side.isHost {
                    show(
                        "connect.host-to-container", "connected", in: own.scenario, at: client.line,
                        with: server.lines)
                } else if let other = client.side.container, other !== own, other.engine == own.engine {
                    show(
                        "connect.container-to-container", "connected", in: own.scenario, at: client.line,
                        with: server.lines)
                }
            }
        }
    }
}
