internal import Foundation

/// Test cases in the XML of JUnit, as CI services read it.
public struct JUnit: Sendable {
    /// One case.
    public struct Case: Sendable {
        var suite: String
        var name: String
        var seconds: Double
        var failure: String?
        var skip: String?
        var output: String
    }

    var name: String
    var cases: [Case]

    /// The document.
    public var xml: String {
        var suites: [String] = []
        for test in cases where !suites.contains(test.suite) { suites.append(test.suite) }
        let body = suites.map { suite in Self.suite(suite, cases.filter { $0.suite == suite }) }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="\(Self.escaped(name))" \(Self.counts(cases))>
            \(body.joined(separator: "\n"))
            </testsuites>

            """
    }

    private static func suite(_ name: String, _ cases: [Case]) -> String {
        let tests = cases.map { test in
            var lines = [
                #"    <testcase classname="\#(escaped(test.suite))" name="\#(escaped(test.name))" time="\#(format(test.seconds))">"#
            ]
            if let failure = test.failure {
                let first = failure.split(separator: "\n").first.map(String.init) ?? ""
                lines.append(#"      <failure message="\#(escaped(first))">\#(escaped(failure))</failure>"#)
            }
            if let skip = test.skip { lines.append(#"      <skipped message="\#(escaped(skip))"/>"#) }
            if !test.output.isEmpty { lines.append("      <system-out>\(escaped(test.output))</system-out>") }
            return (lines + ["    </testcase>"]).joined(separator: "\n")
        }
        return
            "  <testsuite name=\"\(escaped(name))\" \(counts(cases))>\n\(tests.joined(separator: "\n"))\n  </testsuite>"
    }

    private static func counts(_ cases: [Case]) -> String {
        let failures = cases.filter { $0.failure != nil }.count
        let skipped = cases.filter { $0.skip != nil }.count
        let seconds = format(cases.reduce(0) { $0 + $1.seconds })
        return #"tests="\#(cases.count)" failures="\#(failures)" errors="0" skipped="\#(skipped)" time="\#(seconds)""#
    }

    private static func format(_ seconds: Double) -> String { String(format: "%.3f", seconds) }

    /// The text with XML's own characters escaped, and those that XML 1.0 cannot hold shown as `\u{…}`.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "&#10;"
            case "\t": result += "&#9;"
            case _
            where scalar.value < 0x20 || scalar.value == 0xfffe || scalar.value == 0xffff || scalar.value == 0x7f:
                result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
