internal import Harness
internal import Host

extension Verb {
    /// Measures what the order of errands depends on.
    static let times = Verb(
        name: "times", summary: "Measure how long launches and facts take, for the order in which they are observed.",
        operands: "[docker] [lxd] [kernel]",
        details: """
            The output is Fixtures/times.json: seconds for each engine's two containers and for each fact. What takes longest is
            begun first; no value depends on it. The machine must be set up.
            """
    ) { arguments in
        let engines = try engines(arguments)
        Interruption.watch(parent: false)
        Interface.say(try KeptTimes.measured(engines) { StandardError.say($0) }.text)
        return 0
    }
}
