/// The number behind the word that introduces a claim: `3`, `2bis`, `nº 3`, `4a`, `II`, `primera`.
enum IntroducerNumber {
    /// Whether letters and digits, without marks and accents, are a number or nothing.
    static func isNumber(_ text: Substring) -> Bool {
        if text.isEmpty || isRoman(text) || ordinals.contains(String(text)) { return true }
        var rest = text
        for word in ["numero", "number", "num", "no", "nr", "n"] where rest.hasPrefix(word) {
            rest = rest.dropFirst(word.count)
            break
        }
        guard let first = rest.first else { return false }
        guard first.isNumber else { return rest.count < text.count && isRoman(rest) }
        let suffix = rest.drop(while: \.isNumber)
        return suffix.count <= 1 || suffix.hasPrefix("bis") && suffix.dropFirst(3).allSatisfy(\.isNumber)
    }

    /// Whether the letters are a roman number up to 39.
    private static func isRoman(_ text: Substring) -> Bool {
        let ones = text.drop { $0 == "x" }
        guard text.count - ones.count <= 3, !text.isEmpty else { return false }
        return ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"].contains(String(ones))
    }

    private static let ordinals: Set<String> = [
        "primera", "segunda", "tercera", "cuarta", "quinta", "sexta", "septima", "octava", "novena", "decima",
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "uno", "dos", "tres", "cuatro", "cinco", "one", "two", "three", "four", "five",
    ]
}
