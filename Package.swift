// swift-tools-version: 6.2
import PackageDescription

/// What every target is held to: warnings are errors, so that a bare `swift test` is as strict as CI.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "ContainerAnatomy",
    products: [
        .library(name: "Harness", targets: ["Harness"]),
        .executable(name: "lab", targets: ["lab"]),
    ],
    targets: [
        .target(name: "Harness", swiftSettings: strict),
        .executableTarget(name: "lab", dependencies: ["Harness"], swiftSettings: strict),
        .testTarget(name: "HarnessTests", dependencies: ["Harness", "lab"], swiftSettings: strict),
        .testTarget(name: "DockerTests", dependencies: ["Harness", "lab"], swiftSettings: strict),
        .testTarget(name: "LXDTests", dependencies: ["Harness", "lab"], swiftSettings: strict),
        .testTarget(name: "KernelTests", dependencies: ["Harness", "lab"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
