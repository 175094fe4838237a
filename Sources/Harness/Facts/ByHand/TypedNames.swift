/// The names that a person gives to the containers of a scenario: the first, the second, and one that is used up.
package struct TypedNames: Sendable, Equatable {
    package var first: String
    package var second: String
    package var third: String

    /// The first name, and that name with numbers.
    init(_ first: String) { (self.first, second, third) = (first, first + "2", first + "3") }

    /// The names with an engine: LXD's are the sheet's.
    package static func of(_ engine: Engine) -> TypedNames {
        switch engine {
        case .docker: TypedNames("prueba")
        case .lxd: TypedNames("myalpine")
        case .kernel: TypedNames("byhand")
        }
    }

    /// The name of the container in which Docker runs inside LXD, beside the others.
    package static let nesting = TypedNames("anidado")
}
