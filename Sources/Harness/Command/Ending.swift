/// How a program ended.
package enum Ending: Sendable, Equatable, CustomStringConvertible {
    case exited(Int32)
    case signaled(Int32)
    case timedOut(after: Duration)
    /// It was killed because its daemon never accepted its connection.
    case shutOut

    /// The ending in English.
    package var description: String { words.english }

    /// The ending in words: `exit status 1`, `killed by signal 9`, `no answer within 60 s`.
    package var words: Sentence {
        switch self {
        case .exited(let status): Sentence("exit status \(status)", "estado de salida \(status)")
        case .signaled(let signal): Sentence("killed by signal \(signal)", "terminado por la señal \(signal)")
        case .timedOut(let deadline):
            Sentence("no answer within \(deadline.inWords)", "sin respuesta en \(deadline.inWords)")
        case .shutOut:
            Sentence("its daemon never accepted its connection", "su demonio no llegó a aceptar la conexión")
        }
    }
}
