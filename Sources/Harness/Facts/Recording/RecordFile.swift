internal import Foundation

/// A file with a record, which anybody may have edited: it is read within bounds, and believed in nothing impossible.
package enum RecordFile {
    /// The largest record that is read, in bytes.
    package static let limit = 64 << 20

    /// The beginning of a record, by which it says what it is.
    private struct Head: Decodable {
        var format: String
        var version: Int
    }

    /// A record with its observations.
    package struct Content: Sendable {
        /// The record.
        package var record: Record
        /// The observations in it.
        package var observations: Observations
    }

    /// The record in a file; throws a ``Problem`` that names the file.
    package static func read(_ path: String) throws(Problem) -> Content {
        do throws(Problem) {
            return try content(of: bytes(path))
        } catch {
            let (name, why) = (path.quotedForReaders, error.sentence)
            throw Problem(
                "the record \(name) cannot be used: \(why.english)",
                "el registro \(name) no se puede usar: \(why.spanish)")
        }
    }

    /// The record in a document; throws a ``Problem`` for one that `lab record` cannot have written.
    static func content(of document: [UInt8]) throws(Problem) -> Content {
        guard let head = try? JSONDecoder().decode(Head.self, from: Data(document)) else {
            let isJSON = (try? JSONSerialization.jsonObject(with: Data(document), options: .fragmentsAllowed)) != nil
            throw isJSON
                ? Problem("it is not a record of lab record", "no es un registro de lab record")
                : Problem("it is not JSON, or it was cut short", "no es JSON, o está cortado")
        }
        guard head.format == Record.format else {
            throw Problem("it is not a record of lab record", "no es un registro de lab record")
        }
        guard head.version == Record.version else {
            throw Problem(
                "its format has the number \(head.version), and this lab reads \(Record.version): record the lab anew",
                "su formato tiene el número \(head.version), y este lab lee el \(Record.version): registre de nuevo")
        }
        do throws(Problem) {
            let record = try decoded(document)
            return Content(record: record, observations: try record.observations())
        } catch {
            let why = error.sentence
            throw Problem("it was edited into nonsense: \(why.english)", "se ha editado mal: \(why.spanish)")
        }
    }

    private static func decoded(_ document: [UInt8]) throws(Problem) -> Record {
        do { return try JSONDecoder().decode(Record.self, from: Data(document)) } catch {
            let path: [any CodingKey] =
                switch error as? DecodingError {
                case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                    context.codingPath
                case .keyNotFound(let key, let context): context.codingPath + [key]
                default: []
                }
            let place = path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: "/")
            throw Problem(
                "what is expected is not at /\(place.quotedForReaders)",
                "lo que se espera no está en /\(place.quotedForReaders)")
        }
    }

    private static let tooLarge = Problem(
        "it has more than \(limit >> 20) MiB, which is the most", "tiene más de \(limit >> 20) MiB, que es el máximo")

    /// The bytes of a regular file; nothing is read of one that is larger than the limit.
    private static func bytes(_ path: String) throws(Problem) -> [UInt8] {
        do {
            let status = try FileStatus.of(path)
            guard status.isRegular else {
                throw Problem("it is not a regular file", "no es un fichero regular")
            }
            guard status.size <= limit else { throw tooLarge }
            return Array(try TextFile.read(path, limit: limit).text.utf8)
        } catch let error as Problem {
            throw error
        } catch let error as PathError where error.number == EFBIG {
            throw tooLarge
        } catch {
            let reason = (error as? PathError).map { ErrorNumber.words(for: $0.number) } ?? error.told
            throw Problem(reason.english.lowercased(), reason.spanish.lowercased())
        }
    }
}
