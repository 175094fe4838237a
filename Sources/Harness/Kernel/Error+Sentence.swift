internal import Foundation

extension Error {
    /// The error as a person reads it, with what can be done about it where that is known.
    package var told: Sentence {
        if let failure = self as? CommandFailure { return failure.words }
        let hint =
            self is Unreadable
            ? Sentence(
                "It has another form than the known one: look at it by hand, and at the version of what wrote it.",
                "Tiene otra forma que la conocida: mírelo a mano, y mire la versión de lo que lo escribió.")
            : isOfTheSystem ? trouble?.sentence : nil
        return story.with(hint: hint)
    }

    /// The same in English.
    package var sentence: String { told.english }

    /// The same without what can be done: our own errors as they describe themselves, those of Foundation by the file and
    /// the system's reason.
    package var story: Sentence {
        if let failure = self as? CommandFailure { return failure.story }
        guard isOfFoundation else { return (self as? any Bilingual)?.words ?? .same("\(self)") }
        let error = self as NSError
        let paths = ["NSDestinationFilePath", NSFilePathErrorKey].compactMap { error.userInfo[$0] as? String }
        guard let path = paths.first else { return reason }
        return Sentence("cannot use \(path): \(reason.english)", "no se puede usar \(path): \(reason.spanish)")
    }

    /// The known trouble that the error tells of.
    package var trouble: Trouble? { (self as? CommandFailure)?.trouble ?? Trouble.of(reason.english) }

    private var isOfTheSystem: Bool { self is PathError || isOfFoundation }

    private var isOfFoundation: Bool { self is CocoaError || self is POSIXError || type(of: self) == NSError.self }

    /// The system's own words.
    private var reason: Sentence {
        if let error = self as? PathError { return ErrorNumber.words(for: error.number) }
        guard isOfFoundation else { return .same("\(self)") }
        let error = self as NSError
        let cause = (error.userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError } ?? error
        if cause.domain == NSPOSIXErrorDomain { return ErrorNumber.words(for: Int32(cause.code)) }
        return Sentence(cause.localizedDescription, "error \(cause.code) de \(cause.domain)")
    }
}
