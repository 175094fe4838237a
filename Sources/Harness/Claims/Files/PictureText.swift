/// A guess at the words in the pictures of a PDF, through `pdftoppm` and `tesseract`, where both are installed.
enum PictureText {
    private static let subject = Sentence("the PDF", "el PDF")
    private static let painter = ReadingProgram(name: "pdftoppm", package: "poppler-utils", subject: subject)
    private static let guesser = ReadingProgram(name: "tesseract", package: "tesseract-ocr", subject: subject)

    /// The most pages that are looked at, and the larger side of their pictures, in pixels.
    private static let (mostPages, side) = (20, 2200)
    private static let (pictureLimit, textLimit) = (16 << 20, 1 << 20)

    /// The words, page by page, as far as time suffices; nil if nothing can be guessed here.
    static func guess(_ bytes: [UInt8], within deadline: Duration = ReadingProgram.deadline) -> [UInt8]? {
        guard painter.isThere, guesser.isThere else { return nil }
        let end = ContinuousClock.now + deadline
        var text: [UInt8] = []
        for page in 1...mostPages {
            let options = ["-f", "\(page)", "-l", "\(page)", "-scale-to", "\(side)", "-gray", "-"]
            guard let picture = run(painter, options, bytes, until: end, pictureLimit), !picture.isEmpty,
                let words = run(guesser, ["-", "-"], picture, until: end, textLimit)
            else { break }
            text += words.map { $0 == 0x0C ? 0x20 : $0 } + [0x0C]
        }
        return text.allSatisfy({ $0 <= 0x20 }) ? nil : Array(String(decoding: text, as: UTF8.self).utf8)
    }

    private static func run(
        _ program: ReadingProgram, _ options: [String], _ input: [UInt8], until end: ContinuousClock.Instant,
        _ limit: Int
    ) -> [UInt8]? {
        let left = end - .now
        guard left > .zero,
            let outcome = try? program.run(options, input: input, within: left, outputLimit: limit),
            outcome.succeeded, outcome.discarded == 0
        else { return nil }
        return outcome.output
    }
}
