internal import Foundation

extension Error {
    /// The error as a sentence for a person; one of Foundation gives the file, the system's reason and the remedy.
    package var sentence: String {
        if let error = self as? KernelFileError { return error.description.withHint(on: error.text) }
        if self is Unreadable {
            return
                "\(self)\nhint: It has another form than the known one: look at it by hand, and at the version of what wrote it."
        }
        guard self is CocoaError || self is POSIXError || type(of: self) == NSError.self else { return "\(self)" }
        let error = self as NSError
        let cause = (error.userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError } ?? error
        let reason =
            cause.domain == NSPOSIXErrorDomain
            ? String(cString: strerror(Int32(cause.code))) : cause.localizedDescription
        let paths = ["NSDestinationFilePath", NSFilePathErrorKey].compactMap { error.userInfo[$0] as? String }
        return (paths.first.map { "cannot use \($0): \(reason)" } ?? reason).withHint(on: reason)
    }
}

extension String {
    /// The text with a line that says how to cure a reason, if a remedy is known.
    fileprivate func withHint(on reason: String) -> String {
        [self, Trouble.of(reason).map { "hint: \($0.remedy)" }].compactMap(\.self).joined(separator: "\n")
    }
}
