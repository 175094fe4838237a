extension Exercise {
    /// The exercise's subject, in a word of that language.
    package func topic(in language: Language) -> String {
        guard language == .spanish else { return topic }
        return switch self {
        case .launch: "lanzamiento"
        case .cgroups, .namespaces: topic
        case .users: "usuarios"
        case .storage: "almacenamiento"
        case .connectivity: "conectividad"
        case .coexistence: "convivencia"
        }
    }
}
