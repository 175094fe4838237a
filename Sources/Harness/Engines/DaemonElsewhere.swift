/// An engine whose daemon answers, but whose containers' processes are not on this machine, or are hidden from us.
package struct DaemonElsewhere: Bilingual, Sendable, Equatable {
    package var engine: Engine
    /// The container that showed it.
    package var container: String
    /// The PID of its first process, according to the engine.
    package var pid: Int32

    /// The finding in a sentence, and the advice.
    package var words: Sentence {
        Sentence(
            "the container \(container) is not on this machine: PID \(pid), which \(engine.title) names for its first process, is "
                + "none of its processes here",
            "el contenedor \(container) no está en esta máquina: el PID \(pid), que \(engine.title) da para su primer proceso, "
                + "no es aquí de ninguno de sus procesos"
        ).with(hint: Trouble.elsewhere.sentence)
    }
}
