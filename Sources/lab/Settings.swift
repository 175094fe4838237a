internal import Harness
internal import Host

extension Verb {
    /// Lists the variables of the environment that count.
    static let settings = Verb(
        name: "settings", summary: "List the variables LAB_* that change what lab and the tests do.",
        details: "The page docs/settings.md, in Markdown."
    ) { _ in
        Interface.say(String(Setting.markdown.dropLast()))
        return 0
    }
}
