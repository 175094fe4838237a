import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

final class PatienceTests: RecordedTestCase {
    func test_a_number_is_a_factor() {
        XCTAssertEqual(Patience.factor("0.05"), 0.05)
        XCTAssertEqual(Patience.factor("1"), 1)
        XCTAssertEqual(Patience.factor("2.5"), 2.5)
        XCTAssertEqual(Patience.factor("30"), 30)
    }

    func test_what_is_no_such_number_changes_nothing() {
        for text in [nil, "", "0", "0.001", "-3", "nan", "inf", "1e9", "twice"] {
            XCTAssertEqual(Patience.factor(text), 1, text ?? "nil")
        }
    }

    func test_deadlines_are_as_long_as_the_factor_makes_them() {
        XCTAssertEqual(Duration.seconds(2).patient, Duration.seconds(2) * Patience.factor)
    }
}
