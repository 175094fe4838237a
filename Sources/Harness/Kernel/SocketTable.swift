internal import Foundation

/// The TCP sockets of a network namespace (`/proc/PID/net/tcp` and `tcp6`, proc_pid_net(5), kernel: proc_net_tcp).
package struct SocketTable: Sendable, Equatable {
    /// The state of a socket (include/net/tcp_states.h).
    package enum State: Sendable, Hashable {
        case established
        /// The first packet of a connection has arrived, and the answer's answer has not.
        case synReceived
        case listen
        case other(UInt8)

        package init(code: UInt8) {
            self =
                switch code {
                case 0x01: .established
                case 0x03: .synReceived
                case 0x0a: .listen
                default: .other(code)
                }
        }
    }

    /// A socket.
    package struct Entry: Sendable, Hashable {
        /// Our address; an IPv4 address is written as one, even on an IPv6 socket.
        package var localAddress: String
        /// Our port.
        package var localPort: UInt16
        /// The other side's address.
        package var remoteAddress: String
        /// The other side's port, or 0.
        package var remotePort: UInt16
        package var state: State
        /// The owner, in the reader's user namespace.
        package var uid: UInt32
        /// The number of the socket in `/proc/PID/fd`; 0 once no process has it open.
        package var inode: UInt64
    }

    /// The sockets.
    package var entries: [Entry]

    /// The sockets in the text of `net/tcp` or `net/tcp6`, with its head line; throws an ``Unreadable``.
    package init(parsing text: String) throws {
        let lines = text.kernelLines
        guard let head = lines.first, head.columns.starts(with: ["sl", "local_address"]) else {
            throw Unreadable(
                .same("/proc/PID/net/tcp"), Sentence("a head line expected", "se esperaba una línea de cabecera"),
                line: lines.first ?? "")
        }
        entries = try lines.dropFirst().map(Self.entry)
    }

    /// The sockets of a process's network namespace, IPv4 and IPv6, with both files.
    ///
    /// A kernel without IPv6 has only the first. Throws a ``PathError`` or an ``Unreadable``.
    package static func of(process: String) throws -> (table: SocketTable, files: [TextFile]) {
        var files = [try TextFile.read("/proc/\(process)/net/tcp", limit: 64 << 20)]
        do {
            files.append(try TextFile.read("/proc/\(process)/net/tcp6", limit: 64 << 20))
        } catch let error as PathError where error.isMissing {}
        var tables = try files.map { try SocketTable(parsing: $0.text) }
        tables[0].entries = tables.flatMap(\.entries)
        return (tables[0], files)
    }

    /// Whether a socket waits for connections to a port.
    package func isListening(onPort port: UInt16) -> Bool {
        entries.contains { $0.state == .listen && $0.localPort == port }
    }

    private static func entry(_ line: String) throws -> Entry {
        let columns = line.columns
        guard columns.count >= 10, let local = endpoint(columns[1]), let remote = endpoint(columns[2]),
            let state = UInt8(digits: columns[3], radix: 16), let uid = UInt32(digits: columns[7]),
            let inode = UInt64(digits: columns[9])
        else {
            throw Unreadable(
                .same("/proc/PID/net/tcp"),
                Sentence("a socket's 10 or more columns expected", "se esperaban las 10 o más columnas de un socket"),
                line: line)
        }
        return Entry(
            localAddress: local.address, localPort: local.port, remoteAddress: remote.address,
            remotePort: remote.port, state: State(code: state), uid: uid, inode: inode)
    }

    private static func endpoint(_ text: String) -> (address: String, port: UInt16)? {
        let pieces = text.pieces(at: ":")
        guard pieces.count == 2, pieces[1].utf8.count == 4, let port = UInt16(digits: pieces[1], radix: 16),
            let address = address(pieces[0])
        else { return nil }
        return (address, port)
    }

    /// The kernel prints each 32-bit word in the machine's byte order: the lowest byte is first on all known machines.
    private static func address(_ digits: String) -> String? {
        let digits = Array(digits.utf8)
        guard digits.count == 8 || digits.count == 32 else { return nil }
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: digits.count, by: 8) {
            let word = String(decoding: digits[start..<(start + 8)], as: UTF8.self)
            guard let value = UInt32(digits: word, radix: 16) else { return nil }
            bytes += [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
        }
        let mapped = [UInt8](repeating: 0, count: 10) + [0xff, 0xff]
        if bytes.count == 16 && bytes.starts(with: mapped) { bytes = Array(bytes.suffix(4)) }
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, bytes, &text, socklen_t(text.count)) != nil else {
            return nil
        }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
