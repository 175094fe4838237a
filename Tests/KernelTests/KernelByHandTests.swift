import Harness
import Host
import SheetTesting
import XCTest

/// What is printed to see a container put together by hand leads to the truth as well.
final class KernelByHandTests: ByHandTestCase {
    /// Every line is typed as it is printed, and every completed claim is confirmed.
    ///
    /// The bridge is left out: it has the name of the container, which differs.
    func test_what_is_printed_leads_to_the_truth() throws {
        try followTemplate(of: .kernel, Exercise.allCases, without: ["network.bridge"])
    }
}
