import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// A person's settings of the clients: the remotes and the credentials stay, and nothing else.
final class ClientSettingsTests: RecordedTestCase {
    func test_of_the_settings_of_lxc_the_remotes_are_left_without_their_projects() throws {
        // As lxc 5.0.2 writes it, but for the host of the images.
        let text = """
            default-remote: local
            remotes:
              images:
                addr: https://images.example.org
                protocol: simplestreams
                public: true
              local:
                addr: unix://
                project: default
                public: false
            aliases:
              delete: delete -i

            """
        XCTAssertTrue(text.contains("delete: delete -i") && text.contains("project: default"), "the control")
        let kept = ClientSettings.remotes(in: text)

        XCTAssertTrue(kept.hasPrefix("remotes:\n"), kept)
        XCTAssertTrue(kept.contains("  images:\n    addr: https://"), kept)
        for word in ["aliases", "delete", "project", "default-remote"] { XCTAssertFalse(kept.contains(word), word) }
    }

    func test_settings_in_a_form_that_the_client_does_not_write_count_as_none() {
        for text in ["", "{remotes: {a: {addr: b}}}", "aliases:\n  list: version\n", "remotes: {}\n", "\u{0}"] {
            XCTAssertEqual(ClientSettings.remotes(in: text), "", text)
        }
    }

    func test_of_the_settings_of_docker_the_credentials_are_left() throws {
        let json =
            #"{"auths": {"r": {"auth": "eA=="}}, "currentContext": "x", "psFormat": "y", "HttpHeaders": {"a": "b"}}"#

        XCTAssertEqual(ClientSettings.credentials(in: Data(json.utf8)).keys.sorted(), ["auths"])
        XCTAssertEqual(ClientSettings.credentials(in: Data("nonsense".utf8)).count, 0)
    }
}
