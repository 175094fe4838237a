internal import Foundation

extension Error {
    /// The error as a person reads it, with what can be done about it where that is known.
    package var sentence: String {
        if let failure = self as? CommandFailure { return failure.description }
        let hint =
            self is Unreadable
            ? "It has another form than the known one: look at it by hand, and at the version of what wrote it."
            : isOfTheSystem ? trouble?.remedy : nil
        return [story, hint.map { "hint: \($0)" }].compactMap(\.self).joined(separator: "\n")
    }

    /// The same without what can be done: our own errors as they describe themselves, those of Foundation by the file and
    /// the system's reason.
    package var story: String {
        if let failure = self as? CommandFailure { return failure.story }
        guard isOfFoundation else { return "\(self)" }
        let error = self as NSError
        let paths = ["NSDestinationFilePath", NSFilePathErrorKey].compactMap { error.userInfo[$0] as? String }
        return paths.first.map { "cannot use \($0): \(reason)" } ?? reason
    }

    /// The known trouble that the error tells of.
    package var trouble: Trouble? { (self as? CommandFailure)?.trouble ?? Trouble.of(reason) }

    private var isOfTheSystem: Bool { self is KernelFileError || isOfFoundation }

    private var isOfFoundation: Bool { self is CocoaError || self is POSIXError || type(of: self) == NSError.self }

    /// The system's own words.
    private var reason: String {
        if let error = self as? KernelFileError { return error.text }
        guard isOfFoundation else { return "\(self)" }
        let error = self as NSError
        let cause = (error.userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError } ?? error
        return cause.domain == NSPOSIXErrorDomain
            ? String(cString: strerror(Int32(cause.code))) : cause.localizedDescription
    }
}
