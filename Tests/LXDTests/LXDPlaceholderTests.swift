import XCTest

final class LXDPlaceholderTests: XCTestCase {}
