/// The programs with which the sheet's exercises are done.
enum KnownPrograms {
    /// Whether a text is a command of one of them, and not a sentence that begins with its name.
    static func begin(_ text: String) -> Bool {
        var words = text.prefix(200).split(separator: " ").prefix(3)
        if words.first == "sudo" { words = words.dropFirst() }
        guard let program = words.first else { return false }
        let next = words.dropFirst().first.map(String.init)
        if let verbs = withVerbs[String(program)] { return next.map { verbs.contains($0) } ?? false }
        if alone.contains(String(program)) {
            return next.map { "-|/$\"'.~".contains($0.first ?? "x") } ?? true
        }
        if program == "chown" || program == "chgrp" {
            return next.map { $0.contains(":") || $0.hasPrefix("-") || $0.allSatisfy(\.isNumber) } ?? false
        }
        return withPlace.contains(String(program)) && (next.map { "-/$~.\"'".contains($0.first ?? "x") } ?? false)
    }

    private static let withVerbs: [String: Set<String>] = [
        "docker": [
            "run", "exec", "ps", "inspect", "pause", "unpause", "update", "container", "network", "top", "rm", "stop",
            "start", "attach", "kill", "images", "info", "pull", "create", "compose",
        ],
        "podman": engine, "nerdctl": engine, "docker-compose": engine, "kubectl": engine, "crictl": engine,
        "lxc": lxd, "incus": lxd,
        "ip": ["a", "addr", "address", "r", "route", "link", "l", "-4", "-br", "-c", "-d", "-j", "neigh"],
        "nc": ["-l", "-v", "-z", "-zv", "-vz", "-w", "-lp", "-nv"],
        "iptables": ["-t", "-S", "-L", "-n"], "nft": ["list", "-j", "-a"], "brctl": ["show"], "bridge": ["link"],
        "su": ["-", "test", "-c"], "adduser": ["-D", "-u", "test"], "useradd": ["-u", "-m", "test"],
    ]
    private static let engine: Set<String> = ["run", "exec", "ps", "up", "attach", "start"]
    private static let lxd: Set<String> = [
        "launch", "init", "exec", "shell", "config", "storage", "network", "list", "ls", "info", "pause", "freeze",
        "start", "stop", "delete", "profile", "query", "file", "image",
    ]
    private static let alone: Set<String> = ["ps", "id", "hostname", "mount", "exit", "lsns", "findmnt", "ifconfig"]
    private static let withPlace: Set<String> = [
        "cat", "ls", "readlink", "df", "stat", "touch", "cd", "head", "grep", "losetup", "echo", "cp", "nsenter",
    ]
}
