import Harness
import Host
import SheetTesting
import XCTest

/// The same with LXD.
final class ByHandbisTests: ByHandTestCase {
    /// Every line of the template is typed as it is printed, and every completed claim is confirmed.
    func test_the_template_leads_to_the_truth() throws {
        try followTemplate(of: .lxd, Exercise.allCases.filter { $0 != .coexistence })
    }

    /// So is every line about Docker inside LXD, in an image that has Docker.
    func test_the_template_leads_to_the_truth_about_coexistence() throws {
        try followTemplate(of: .lxd, [.coexistence])
    }
}
