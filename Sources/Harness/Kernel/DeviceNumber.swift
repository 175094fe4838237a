/// The major and minor number of a device (makedev(3)).
package struct DeviceNumber: Sendable, Hashable, CustomStringConvertible {
    /// The kind of device, or 0 for a file system without one.
    package var major: UInt32
    /// The number of the device within its kind.
    package var minor: UInt32

    /// A device from its two numbers.
    package init(major: UInt32, minor: UInt32) {
        self.major = major
        self.minor = minor
    }

    /// The two numbers as `mountinfo` writes them: `254:0`.
    package var description: String { "\(major):\(minor)" }

    /// Linux spreads both numbers over 64 bits (`dev_t`).
    package init(_ packed: UInt64) {
        major = UInt32(truncatingIfNeeded: (packed >> 8 & 0xfff) | (packed >> 32 & 0xffff_f000))
        minor = UInt32(truncatingIfNeeded: (packed & 0xff) | (packed >> 12 & 0xffff_ff00))
    }
}
