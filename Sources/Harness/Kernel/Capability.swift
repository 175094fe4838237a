/// A part of root's power (capabilities(7)); root in a container has some of them, not all.
package enum Capability: Int, Sendable, CaseIterable, CustomStringConvertible {
    /// The raw value is the number of the bit in the masks of `/proc/PID/status`.
    case chown = 0
    case dacOverride = 1
    case fowner = 3
    case netAdmin = 12
    case sysChroot = 18
    case sysPtrace = 19
    case sysAdmin = 21

    /// The name in the manual: `CAP_SYS_ADMIN`.
    package var description: String {
        switch self {
        case .chown: "CAP_CHOWN"
        case .dacOverride: "CAP_DAC_OVERRIDE"
        case .fowner: "CAP_FOWNER"
        case .netAdmin: "CAP_NET_ADMIN"
        case .sysChroot: "CAP_SYS_CHROOT"
        case .sysPtrace: "CAP_SYS_PTRACE"
        case .sysAdmin: "CAP_SYS_ADMIN"
        }
    }

    /// Those that this process lacks, in their order; throws a ``PathError`` or an ``Unreadable``.
    package static func lacking(_ needed: [Capability]) throws -> [Capability] {
        let mask = try ProcessStatus.of(process: "self").status.effectiveCapabilities
        return needed.filter { mask & (1 << $0.rawValue) == 0 }
    }
}
