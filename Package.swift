// swift-tools-version: 6.2
import PackageDescription

/// What every target is held to: warnings are errors, so that a bare `swift test` is as strict as CI.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A part of the folder `Sources/Harness`: the compiler holds what may import what.
func part(_ name: String, of folders: [String], needs: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: needs, path: "Sources/Harness", sources: folders, swiftSettings: strict)
}

/// Tests of one engine, or of the harness itself.
func tests(_ name: String) -> Target {
    .testTarget(name: name, dependencies: ["Host", "Harness", "SheetTesting", "lab"], swiftSettings: strict)
}

let package = Package(
    name: "ContainerAnatomy",
    products: [.executable(name: "lab", targets: ["lab"])],
    targets: [
        // What the C library has and Swift does not import.
        .target(name: "CLinux", path: "Sources/Harness/CLinux"),
        // Runs programs, and reads the kernel; it knows no engine.
        part("Host", of: ["Command", "Kernel"], needs: ["CLinux"]),
        // Engines, scenes, facts, claims, and what is made of them.
        part(
            "Harness",
            of: ["Engines", "Lab", "Footprint", "Facts", "Pictures", "Claims", "Ablation", "Fuzz", "Mutants", "Soak"],
            needs: ["Host"]),
        // Test cases, faults and enclosures: the one part that needs XCTest.
        part("SheetTesting", of: ["Expectations"], needs: ["Host", "Harness"]),
        .executableTarget(name: "lab", dependencies: ["Host", "Harness"], swiftSettings: strict),
        tests("HarnessTests"),
        tests("DockerTests"),
        tests("LXDTests"),
        tests("KernelTests"),
    ],
    swiftLanguageModes: [.v6]
)
