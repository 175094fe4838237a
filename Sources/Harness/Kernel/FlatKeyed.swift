/// A file of lines `KEY VALUE`, such as `cgroup.events` and `pids.events` (kernel: cgroup-v2, "Flat keyed").
enum FlatKeyed {
    /// The number of a key; throws an ``Unreadable`` if the key is missing or its value is not a number.
    static func number(of key: String, in text: String, of file: String) throws -> UInt64 {
        for line in text.kernelLines {
            let columns = line.columns
            guard columns.first == key else { continue }
            guard columns.count == 2, let value = UInt64(digits: columns[1]) else {
                throw Unreadable(
                    .same(file), Sentence("\(key) and a number expected", "se esperaba \(key) y un número"), line: line)
            }
            return value
        }
        throw Unreadable(.same(file), Sentence("there is no line \(key)", "falta la línea \(key)"), line: text)
    }
}
