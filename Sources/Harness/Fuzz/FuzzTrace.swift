internal import Foundation

/// A file with the input that is being tried, which outlives the process.
struct FuzzTrace {
    /// Kind and length, then the bytes.
    private static let header = 16
    private static let size = 1 << 18

    private let memory: UnsafeMutableRawBufferPointer

    /// Maps the file, so that noting an input takes no system call.
    package init(file: String) throws {
        let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw LabFailure(english: "cannot write \(file): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        let start = mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
        guard ftruncate(descriptor, off_t(Self.size)) == 0, let start, start != MAP_FAILED else {
            throw LabFailure(english: "cannot map \(file): \(String(cString: strerror(errno)))")
        }
        memory = UnsafeMutableRawBufferPointer(start: start, count: Self.size)
    }

    /// Notes an input instead of the one before.
    func note(_ input: FuzzInput) {
        let bytes = input.bytes.prefix(Self.size - Self.header)
        memory.storeBytes(of: UInt64(ReportFormat.allCases.firstIndex(of: input.format) ?? 0), as: UInt64.self)
        memory.storeBytes(of: UInt64(bytes.count), toByteOffset: 8, as: UInt64.self)
        UnsafeMutableRawBufferPointer(rebasing: memory[Self.header...]).copyBytes(from: bytes)
    }

    /// The input that was noted last in a file.
    static func last(in file: String) -> FuzzInput? {
        guard let data = FileManager.default.contents(atPath: file), data.count == size else { return nil }
        let bytes = [UInt8](data)
        let (kind, count) = bytes.withUnsafeBytes {
            (Int($0.load(as: UInt64.self)), Int($0.load(fromByteOffset: 8, as: UInt64.self)))
        }
        guard ReportFormat.allCases.indices.contains(kind), (0...size - header).contains(count) else { return nil }
        return FuzzInput(ReportFormat.allCases[kind], Array(bytes[header..<(header + count)]))
    }
}
