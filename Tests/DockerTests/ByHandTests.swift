import Harness
import Host
import SheetTesting
import XCTest

/// The template leads to the truth: whoever types what it prints, and copies what its rules say, makes true claims.
final class ByHandTests: ByHandTestCase {
    /// Every line of the template is typed as it is printed, and every completed claim is confirmed.
    func test_the_template_leads_to_the_truth() throws {
        try followTemplate(of: .docker, Exercise.allCases)
    }
}
