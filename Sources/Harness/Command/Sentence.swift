internal import Foundation

extension Error {
    /// The error as a sentence for a person: our own as they describe themselves, those of Foundation by the file that they
    /// speak of and the system's reason, with what can be done about it.
    public var sentence: String {
        guard self is CocoaError || self is POSIXError || type(of: self) == NSError.self else { return "\(self)" }
        let error = self as NSError
        let cause = (error.userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError } ?? error
        let reason =
            cause.domain == NSPOSIXErrorDomain
            ? String(cString: strerror(Int32(cause.code))) : cause.localizedDescription
        let paths = ["NSDestinationFilePath", NSFilePathErrorKey].compactMap { error.userInfo[$0] as? String }
        let sentence = "cannot use \(paths.first ?? "a file"): \(reason)"
        return [sentence, Remedy.of(reason).map { "hint: \($0)" }].compactMap(\.self).joined(separator: "\n")
    }
}
