import XCTest

final class DockerPlaceholderTests: XCTestCase {}
