/// A maker of inputs from other inputs, a few changes away, with the words that readers look for.
struct FuzzMutator {
    private let corpus: [FuzzInput]
    private let texts: [FuzzInput]
    private var random: FuzzRandom

    /// The largest input, in bytes.
    private static let limit = 1 << 16

    package init(corpus: [FuzzInput], seed: UInt64) {
        self.corpus = corpus
        texts = corpus.filter { !$0.needsProgram }
        random = FuzzRandom(seed: seed)
    }

    /// The next input; rarely one that another program reads, because that takes long.
    mutating func next() -> FuzzInput {
        var input = random.below(200) == 0 ? random.one(of: corpus) : random.one(of: texts)
        for _ in 0...random.below(6) { change(&input.bytes) }
        if !ReportFormat.foreign.contains(input.format) {
            if random.below(20) == 0 {
                input.format = random.one(of: ReportFormat.allCases.filter { !ReportFormat.foreign.contains($0) })
            }
            if random.below(50) == 0 { input.bytes = utf16(input.bytes) }
        }
        input.bytes = Array(input.bytes.prefix(Self.limit))
        return input
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let place = random.below(bytes.count + 1)
        let range = place..<min(bytes.count, place + random.below(random.below(4) == 0 ? 400 : 12))
        switch random.below(9) {
        case 0: bytes.removeSubrange(range)
        case 1: bytes.insert(contentsOf: bytes[range], at: random.below(bytes.count + 1))
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
        case 3 where place < bytes.count: bytes[place] ^= 1 << UInt8(random.below(8))
        case 4:
            let other = random.one(of: corpus).bytes
            let start = random.below(other.count)
            bytes.insert(contentsOf: other[start..<min(other.count, start + random.below(200))], at: place)
        case 5:
            let times = random.below(30) == 0 ? random.below(3000) : 1
            let word = Array(random.one(of: FuzzWords.all).utf8)
            for _ in 0..<times where bytes.count < Self.limit { bytes.insert(contentsOf: word, at: place) }
        case 6: bytes.replaceSubrange(range, with: Array(random.one(of: FuzzWords.all).utf8))
        case 7: exchangeWords(&bytes)
        default: bytes.insert(contentsOf: Array(claim().utf8), at: lineStart(bytes, before: place))
        }
    }

    /// A claim from words of the catalogue, right or wrong.
    private mutating func claim() -> String {
        let fact = random.one(of: Catalogue.facts)
        let row = random.one(of: ScenarioOption.table)
        let options = ["", " \(random.one(of: row.names))=\(random.one(of: FuzzWords.values))"]
        let relation = random.one(of: Predicate.names).words.joined(separator: " ")
        let value = random.one(of: fact.values.map(\.entry) + FuzzWords.values)
        return "Claim: \(row.engine.rawValue)\(random.one(of: options)): \(fact.id) \(relation) \(value)\n"
    }

    private mutating func exchangeWords(_ bytes: inout [UInt8]) {
        let blanks = bytes.indices.filter { bytes[$0] == 0x20 || bytes[$0] == 0x0A }
        guard blanks.count > 1 else { return }
        bytes.swapAt(random.one(of: blanks), random.one(of: blanks))
        bytes[random.one(of: blanks)] = random.one(of: [0x20, 0x0A, 0x0D, 0x09])
    }

    private func lineStart(_ bytes: [UInt8], before place: Int) -> Int {
        bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    }

    private func utf16(_ bytes: [UInt8]) -> [UInt8] {
        ("\u{FEFF}" + String(decoding: bytes, as: UTF8.self)).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
}
