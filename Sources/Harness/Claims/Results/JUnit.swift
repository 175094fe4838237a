internal import Foundation

/// Test cases in the XML of JUnit, as CI services read it.
package struct JUnit: Sendable {
    /// One case.
    package struct Case: Sendable {
        var suite: String
        var name: String
        /// The class that the case is listed under; the suite's name if there is none.
        var classname: String?
        var seconds: Double
        var failure: String?
        var error: String?
        var skip: String?
        var output: String
    }

    var name: String
    var cases: [Case]

    /// The document.
    package var xml: String {
        var suites: [String] = []
        var members: [String: [Case]] = [:]
        for test in cases {
            if members[test.suite] == nil { suites.append(test.suite) }
            members[test.suite, default: []].append(test)
        }
        let body = suites.map { Self.suite($0, members[$0] ?? []) }
        return Self.head(name, Counts(cases)) + body.joined() + Self.foot
    }

    /// The totals of a document or a suite.
    struct Counts {
        var tests = 0
        var failures = 0
        var errors = 0
        var skipped = 0
        var seconds = 0.0

        package init(tests: Int, failures: Int, errors: Int, skipped: Int) {
            (self.tests, self.failures, self.errors, self.skipped) = (tests, failures, errors, skipped)
        }

        package init(_ cases: [Case]) {
            for test in cases {
                tests += 1
                failures += test.failure == nil ? 0 : 1
                errors += test.error == nil ? 0 : 1
                skipped += test.skip == nil ? 0 : 1
                seconds += test.seconds
            }
        }

        fileprivate var attributes: String {
            let numbers = #"tests="\#(tests)" failures="\#(failures)" errors="\#(errors)" skipped="\#(skipped)""#
            return numbers + #" time="\#(JUnit.format(seconds))""#
        }
    }

    /// The document up to its first suite.
    static func head(_ name: String, _ counts: Counts) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="\(escaped(name))" \(counts.attributes)>

        """
    }

    /// The end of the document, after its last suite.
    static let foot = "</testsuites>\n"

    static func suite(_ name: String, _ cases: [Case]) -> String {
        var text = "  <testsuite name=\"\(escaped(name))\" \(Counts(cases).attributes)>\n"
        for test in cases {
            let classname = escaped(test.classname ?? test.suite)
            text += #"    <testcase classname="\#(classname)" name="\#(escaped(test.name))""#
            text += " time=\"\(format(test.seconds))\">\n"
            text += element("failure", test.failure) + element("error", test.error)
            if let skip = test.skip { text += "      <skipped message=\"\(escaped(skip))\"/>\n" }
            if !test.output.isEmpty { text += "      <system-out>\(escaped(test.output))</system-out>\n" }
            text += "    </testcase>\n"
        }
        return text + "  </testsuite>\n"
    }

    private static func element(_ name: String, _ content: String?) -> String {
        guard let content else { return "" }
        let first = content.split(separator: "\n").first.map(String.init) ?? ""
        return "      <\(name) message=\"\(escaped(first))\" type=\"\(name)\">\(escaped(content))</\(name)>\n"
    }

    private static func format(_ seconds: Double) -> String { String(format: "%.3f", seconds) }

    /// The text with XML's own characters escaped, and as `\u{…}` those that XML 1.0 cannot hold or nobody sees.
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
            case _ where !scalar.isPrintable: result += scalar.escaped
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
