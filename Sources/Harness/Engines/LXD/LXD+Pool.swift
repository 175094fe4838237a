/// A storage pool, as LXD describes it.
package struct LXDPool: Decodable, Sendable {
    package var name: String
    /// Its driver: `btrfs`, `dir`, `zfs`, `lvm`.
    package var driver: String
    /// Its settings; `source` is the loop file, device, data set or folder.
    package var config: [String: String]
    /// The users of the pool, as paths of LXD's API.
    var users: [String]?

    private enum CodingKeys: String, CodingKey {
        case name, driver, config
        case users = "used_by"
    }

    /// The loop file, device, data set or folder of the pool.
    package var source: String { config["source"] ?? "" }
}

extension LXD {
    /// The pool of the default profile's root disk, which containers use.
    package func defaultPool() throws -> LXDPool { try pool(of: defaultProfile()) }

    /// The default profile, which every container gets.
    func defaultProfile() throws -> LXDAnswer.Profile { try query("/1.0/profiles/default") }

    /// The pool of a profile's root disk.
    func pool(of profile: LXDAnswer.Profile) throws -> LXDPool {
        try query("/1.0/storage-pools/\(profile.root?["pool"] ?? "default")")
    }

    /// The bridge of the default profile's network card, which containers use.
    package func defaultBridge() throws -> String {
        try defaultProfile().bridge ?? "none"
    }

    /// The pool of a container's root disk, with the answer that describes it.
    func pool(of container: String) throws -> (pool: LXDPool, outcome: Outcome) {
        let (instance, _): (LXDAnswer.Instance, Outcome) = try answer("/1.0/instances/\(container)")
        let root = instance.devices.values.first { $0["type"] == "disk" && $0["path"] == "/" }
        return try answer("/1.0/storage-pools/\(root?["pool"] ?? "default")")
    }

    /// Makes a storage pool with our label: a folder, a small loop file of LXD's, or the given block device.
    func createPool(_ name: String, driver: String, device: String?, owner: String) throws {
        let label = "user.\(Launch.label)=\(owner)"
        let place = device.map { ["source=\($0)"] } ?? (driver == "dir" ? [] : ["size=\(Self.poolSize)MiB"])
        let volume = driver == "lvm" ? ["volume.size=256MiB"] : []
        try lxc(["storage", "create", name, driver, label] + place + volume).orThrow()
    }

    /// The size of the pools that we make, in MiB.
    static let poolSize = 512

    /// Removes a storage pool that we made, if it exists, with the images that LXD has unpacked into it.
    func removePool(_ name: String) throws {
        do { try removeWhole(name) } catch let failure as CommandFailure where failure.tail.contains("not found") {
            // Another run may have removed it, or its images, meanwhile.
            let names: [String] = try query("/1.0/storage-pools")
            if names.contains("/1.0/storage-pools/\(name)") { try removeWhole(name) }
        }
    }

    private func removeWhole(_ name: String) throws {
        let pool: LXDPool = try query("/1.0/storage-pools/\(name)")
        for image in pool.users ?? [] where image.hasPrefix("/1.0/images/") {
            let fingerprint = image.dropFirst("/1.0/images/".count).prefix { $0 != "?" }
            try lxc(["storage", "volume", "delete", name, "image/\(fingerprint)"]).orThrow()
        }
        try lxc(["storage", "delete", name]).orThrow()
    }

    /// The storage pools with our label, and its value.
    func labelledPools() throws -> [Labelled] {
        let pools: [LXDPool] = try query("/1.0/storage-pools?recursion=1")
        return pools.compactMap { pool in
            pool.config["user.\(Launch.label)"].map { Labelled(name: pool.name, owner: $0) }
        }
    }

    /// The leases of a network, with the answer that lists them.
    func leases(of network: String) throws -> (leases: [LXDAnswer.Lease], outcome: Outcome) {
        try answer("/1.0/networks/\(network)/leases")
    }
}
