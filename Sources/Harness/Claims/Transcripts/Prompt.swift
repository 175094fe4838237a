/// The words with which a shell asks for a command.
struct Prompt: Equatable {
    /// The kinds of prompts, by what they tell of their shell.
    enum Kind {
        /// A sign alone: `$`, `#`.
        case bare
        /// The folder and a sign, as BusyBox has it: `/ $`, `~ #`.
        case folder
        /// The user or the host, the folder and a sign: `root@myalpine:~#`, `[user@host ~]$`.
        case named
        /// A shell of Windows: `PS C:\Users\ana>`.
        case windows
        /// A shell with an ornament of its own, which no container of the sheet has: `➜  ~`, `❯`.
        case ornate
    }

    var kind: Kind
    var user: String?
    var host: String?
    var folder: String?
    /// Whether the sign is the superuser's.
    var isRoot = false

    /// Whether no line of a program's output looks like it.
    var isCertain: Bool { kind != .bare }

    /// The prompt at the beginning of a line, and the command behind it; nil if there is no prompt.
    static func split(_ line: String) -> (prompt: Prompt, command: String)? {
        var text = Substring(line.utf8.drop { $0 == 0x20 || $0 == 0x09 })
        // The name of a Python environment stands before the prompt, and some shells' prompts have two lines.
        if text.hasPrefix("("), let end = text.prefix(40).firstRange(of: ") ") { text = text[end.upperBound...] }
        if text.hasPrefix("└─") { text = text.dropFirst(2) }
        guard let first = text.utf8.first else { return nil }
        switch first {
        case 0xE2, 0xCE: return ornate(text)
        case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "%"): return bare(text)
        case UInt8(ascii: "["): return bracketed(text)
        case UInt8(ascii: "/"), UInt8(ascii: "~"): return ofFolder(text)
        default: return windows(text) ?? named(text)
        }
    }

    private static func bare(_ text: Substring) -> (Prompt, String)? {
        let rest = text.dropFirst()
        guard rest.isEmpty || rest.utf8.first == 0x20 else { return nil }
        let command = String(rest).trimmed
        // A comment looks like a prompt of the superuser.
        guard text.first == "$" || KnownPrograms.begin(command) else { return nil }
        return (Prompt(kind: .bare, isRoot: text.first == "#"), command)
    }

    /// A prompt that begins with an arrow, and may name the folder and the branch of a repository.
    private static func ornate(_ text: Substring) -> (Prompt, String)? {
        guard let sign = text.first, "➜❯λ".contains(sign) else { return nil }
        var rest = text.dropFirst().drop { $0 == " " }
        if KnownPrograms.begin(String(rest)) || sign != "➜" {
            return (Prompt(kind: .ornate), String(rest).trimmed)
        }
        let folder = token(rest)
        rest = rest[folder.endIndex...].drop { $0 == " " }
        if rest.hasPrefix("git:(") { rest = rest.drop { $0 != ")" }.dropFirst().drop { $0 == " " || $0 == "✗" } }
        return (Prompt(kind: .ornate, folder: String(folder)), String(rest).trimmed)
    }

    private static func bracketed(_ text: Substring) -> (Prompt, String)? {
        let inner = text.dropFirst().prefix(200).prefix { $0 != "]" }
        let words = inner.split(separator: " ", maxSplits: 1)
        let rest = text[inner.endIndex...].dropFirst()
        guard words.count == 2, let sides = sides(words[0]), let sign = rest.first, "$#%".contains(sign) else {
            return nil
        }
        let (user, host) = sides
        let isRoot = sign == "#"
        return (
            Prompt(kind: .named, user: user, host: host, folder: String(words[1]), isRoot: isRoot),
            String(rest.dropFirst()).trimmed
        )
    }

    private static func ofFolder(_ text: Substring) -> (Prompt, String)? {
        let folder = token(text)
        let rest = text[folder.endIndex...].dropFirst()
        guard let sign = rest.first, sign == "$" || sign == "#" else { return nil }
        let command = rest.dropFirst()
        guard command.isEmpty || command.first == " " else { return nil }
        return (Prompt(kind: .folder, folder: String(folder), isRoot: sign == "#"), String(command).trimmed)
    }

    private static func windows(_ text: Substring) -> (Prompt, String)? {
        let isShell = text.hasPrefix("PS ")
        let path = isShell ? text.dropFirst(3) : text
        guard path.first?.isLetter ?? false, path.dropFirst().hasPrefix(":\\") else { return nil }
        let folder = path.prefix(300).prefix { $0 != ">" }
        guard path[folder.endIndex...].first == ">" else { return nil }
        return (
            Prompt(kind: .windows, folder: String(folder)), String(path[folder.endIndex...].dropFirst()).trimmed
        )
    }

    /// A prompt with `user@host:folder` and a sign, or with the host alone.
    private static func named(_ text: Substring) -> (Prompt, String)? {
        let name = token(text)
        guard name.utf8.count > 1 else { return nil }
        var (head, rest) = (name, text[name.endIndex...].dropFirst())
        guard let sign = name.last else { return nil }
        if "$#%".contains(sign) {
            head = name.dropLast()
            if head.hasPrefix("bash-") || head.hasPrefix("sh-") {
                return (Prompt(kind: .bare, isRoot: sign == "#"), String(rest).trimmed)
            }
            let colon = head.firstIndex(of: ":") ?? head.endIndex
            let folder = head[colon...].dropFirst()
            let isPlace = folder.first.map { $0 == "~" || $0 == "/" || $0 == "…" || $0 == "." } ?? false
            let isCommand = folder.isEmpty && KnownPrograms.begin(String(rest).trimmed)
            guard let (user, host) = sides(head[..<colon]), isPlace || isCommand || user != nil && !folder.contains(":")
            else { return nil }
            return (
                Prompt(kind: .named, user: user, host: host, folder: String(folder), isRoot: sign == "#"),
                String(rest).trimmed
            )
        }
        // On a Mac: host:folder user$
        if let colon = head.firstIndex(of: ":"), let (_, host) = sides(head[..<colon]) {
            let user = token(rest)
            guard user.utf8.count > 1, let last = user.last, "$#".contains(last), sides(user.dropLast()) != nil else {
                return nil
            }
            let folder = String(head[colon...].dropFirst())
            return (
                Prompt(
                    kind: .named, user: String(user.dropLast()), host: host, folder: folder, isRoot: last == "#"),
                String(rest[user.endIndex...]).trimmed
            )
        }
        // zsh: user@host folder %
        guard let (user, host) = sides(head), user != nil else { return nil }
        let folder = token(rest)
        rest = rest[folder.endIndex...].dropFirst()
        guard let last = rest.first, "$#%".contains(last), rest.dropFirst().first.map({ $0 == " " }) ?? true else {
            return nil
        }
        return (
            Prompt(kind: .named, user: user, host: host, folder: String(folder), isRoot: last == "#"),
            String(rest.dropFirst()).trimmed
        )
    }

    /// The first word, if it is not too long for a prompt.
    private static func token(_ text: Substring) -> Substring {
        let word = text.utf8.prefix(300).prefix { $0 != 0x20 && $0 != 0x09 }
        return text[word.startIndex..<word.endIndex]
    }

    /// The user and the host in `user@host`, or in the host's name alone.
    private static func sides(_ text: Substring) -> (user: String?, host: String)? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isName = parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
        }
        guard isName, parts.count <= 2, let host = parts.last else { return nil }
        return (parts.count == 2 ? String(parts[0]) : nil, String(host))
    }
}
