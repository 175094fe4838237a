/// A program that makes containers.
package enum Engine: String, Sendable, Hashable, CaseIterable, Codable {
    case docker
    case lxd
    /// No program: the kernel's parts, put together by hand.
    case kernel

    /// The engines of the exercise sheet.
    package static let ofTheSheet: [Engine] = [.docker, .lxd]
}
