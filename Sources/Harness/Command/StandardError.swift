internal import Foundation

/// The place for what a person has to know beside the results.
package enum StandardError {
    /// Writes a message for anyone who still reads.
    package static func say(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data("lab: \(text)\n".utf8))
    }
}
