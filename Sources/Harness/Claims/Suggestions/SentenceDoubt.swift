/// The words by which a sentence does not state what a phrase in it says.
enum SentenceDoubt {
    /// Whether a sentence states what was found in it: no question, denial, condition, wish or guess.
    static func isStated(_ match: Phrase.Match, in sentence: ProseSentence) -> Bool {
        let words = sentence.words
        if sentence.isQuestion { return false }
        let isWithin = match.range.contains { words[$0].depth > 0 }
        for (place, word) in words.enumerated() where isWithin || word.depth == 0 {
            if conditions.contains(word.text), !word.isYes, !isDefault(words, place) { return false }
            if place < match.range.upperBound, guesses.contains(word.text) { return false }
            if others.contains(word.text) { return false }
        }
        let start = words[..<match.range.lowerBound].lastIndex { clauses.contains($0.text) }.map { $0 + 1 } ?? 0
        // What stands before a comma and a conjunction is another clause.
        let clause = match.others.last { place in
            words[place].text == "," && place + 1 < words.count && clauses.contains(words[place + 1].text)
        }
        let around = Array(start..<match.range.lowerBound) + match.others.filter { $0 > clause ?? -1 }
        return !around.contains { place in
            let word = words[place]
            return denials.contains(word.text) || modals.contains(word.text) || word.isFuture
                || word.text.hasSuffix("n't")
        }
    }

    /// Whether a condition is only that nothing else is asked for: `si no se indica nada`.
    private static func isDefault(_ words: [ProseWord], _ place: Int) -> Bool {
        let rest = words[place...].prefix(5).map(\.text)
        return rest.starts(with: ["si", "no", "se"])
            && rest.contains { ["nada", "indica", "especifica", "dice"].contains($0) }
    }

    private static let conditions: Set<String> = [
        "si", "if", "unless", "whether", "salvo", "excepto", "except", "depende", "depends", "depending", "dependiendo",
    ]
    private static let guesses: Set<String> = [
        "creo", "creemos", "supongo", "suponemos", "parece", "parecen", "seems", "seem", "think", "suppose", "quiza",
        "quizas", "maybe", "perhaps", "probablemente", "probably", "esperaba", "esperabamos", "espero",
        "expected", "expect", "hipotesis", "hypothesis", "should", "debe", "deben", "deberia", "deberian", "podria",
        "podrian", "could", "would", "might", "seria", "tendria", "habria", "supone", "supuestamente", "supposedly",
        "teoria", "theory", "comprobar", "verificar", "check", "verify", "demostrar", "averiguar", "pide", "pregunta",
        "enunciado", "imagine", "imagina", "imaginemos", "predije", "pense", "pensaba", "thought",
    ]
    /// The marks and words that begin a clause.
    private static let clauses: Set<String> = [",", ":", "(", "y", "and", "pero", "but"]
    private static let denials: Set<String> = [
        "no", "not", "ni", "nunca", "never", "tampoco", "nor", "neither", "none", "cannot", "ningun", "ninguna", "sin",
        "without", "falso", "false",
    ]
    private static let modals: Set<String> = [
        "can", "may", "must", "will", "shall", "puede", "pueden", "podemos", "puedo", "quiero", "queremos", "want",
        "wants", "need", "needs", "let", "necesita", "vamos",
    ]
    /// The things that are not the sheet's engines.
    private static let others: Set<String> = [
        "kubernetes", "k8s", "pod", "pods", "podman", "swarm", "vm", "vms", "virtual", "virtuales", "kvm", "qemu",
        "rootless", "nspawn", "rkt", "compose", "userns-remap", "hypervisor", "hipervisor", "singularity", "lxcfs",
    ]
}
