/// The runtime of the language in which the engines and their clients are written.
enum GoRuntime {
    /// Its settings for programs of which each does little: one thread at a time runs their code (Go's package runtime).
    ///
    /// A client that lives for milliseconds spends a third of them on threads. A daemon hands its own on to runc and to
    /// all else that it starts; none of it reaches a container.
    static let sparing = ["GOMAXPROCS": "1"]
}
