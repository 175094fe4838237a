import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Mutants of the probes: each witness is falsified on its own, which must never give a value.
///
/// These are the quick ones; `./ci.sh mutants` tries them all, with all engines.
final class KernelWitnessTests: SheetTestCase {
    /// What is executed goes to a container that shares namespaces with the host, or the kernel's record is that one's.
    func test_no_witness_is_believed_alone() throws {
        try require(.kernel)
        let facts = ["namespace.uts", "namespace.ipc", "namespace.cgroup", "network.address", "network.gateway"]
        let chimera = Chimera("kernel --share=uts --share=ipc --share=net --share=cgroup", facts)

        var tried = 0
        try chimera.findings { fact, finding in
            XCTAssertEqual(finding, .noValue, fact)
            tried += 1
        }
        XCTAssertEqual(tried, facts.count)
    }
}
