import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The rooms of `Sources/Harness` in their order: no file names a type of a room that comes after its own.
///
/// The compiler holds this between targets. This test holds it within them, as far as types are declared at top level.
final class RoomsTests: RecordedTestCase {
    private static let order = [
        "CLinux", "Command", "Kernel", "Engines", "Lab", "Footprint", "Facts", "Pictures", "Claims", "Ablation",
        "Expectations", "Fuzz", "Mutants", "Soak",
    ]

    /// The sources by their paths below `Sources/Harness`, without comments and the plain parts of strings.
    private static let sources: [String: String] = {
        let root = Fixtures.path("../Sources/Harness")
        let paths = (FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? [])
            .filter { $0.hasSuffix(".swift") }
        return Dictionary(
            uniqueKeysWithValues: paths.map { path in
                (path, code(in: (try? String(contentsOfFile: root + "/" + path, encoding: .utf8)) ?? ""))
            })
    }()

    private static func code(in text: String) -> String {
        text.replacing(#/"""(?s:.*?)"""/#, with: "").replacing(#/"(?:\\.|[^"\\\n])*"/#, with: "")
            .replacing(#/\/\/.*/#, with: "")
    }

    private func room(_ path: String) -> String { String(path.prefix { $0 != "/" }) }

    /// The types that one file declares at top level, with that file.
    private func homes() -> [String: String] {
        let declaration =
            #/^(?:@\w+ )*(?:(?:package|open|final|indirect) )*(?:struct|enum|class|protocol|actor|typealias) ([A-Z]\w*)/#
            .anchorsMatchLineEndings()
        let pairs = Self.sources.flatMap { path, text in text.matches(of: declaration).map { (String($0.1), path) } }
        return Dictionary(grouping: pairs, by: \.0).compactMapValues { $0.count == 1 ? $0[0].1 : nil }
    }

    /// The names that a file gives to types and to type parameters of its own.
    private static func ownNames(in text: String) -> Set<String> {
        let declared = text.matches(of: #/(?:struct|enum|class|typealias|associatedtype) ([A-Z]\w*)/#).map { "\($0.1)" }
        let parameters = text.matches(of: #/(?:func|init|struct|enum|class|typealias)\b[^(\n{]*<([^>(]*)>/#)
            .flatMap { $0.1.split(separator: ",").map { String($0.prefix { $0 != ":" }).trimmed } }
        return Set(declared + parameters)
    }

    func test_every_room_is_in_the_order() {
        XCTAssertGreaterThan(Self.sources.count, 200)
        XCTAssertEqual(Set(Self.sources.keys.map(room)).subtracting(Self.order), [])
    }

    func test_no_room_names_a_type_of_one_that_comes_after_it() {
        let homes = homes()
        XCTAssertGreaterThan(homes.count, 200)
        var back: [String] = []
        let type = #/(?:^|[^\w.])([A-Z]\w*)/#
        for (path, text) in Self.sources {
            let own = Self.ownNames(in: text)
            for name in Set(text.matches(of: type).map { "\($0.1)" }).subtracting(own) {
                guard let home = homes[name], let from = Self.order.firstIndex(of: room(path)),
                    let to = Self.order.firstIndex(of: room(home)), to > from
                else { continue }
                back.append("\(path) names \(name), which is in \(home)")
            }
        }
        XCTAssertEqual(back.sorted(), [])
    }
}
