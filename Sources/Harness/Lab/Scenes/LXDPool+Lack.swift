extension LXDPool {
    /// What this machine lacks for pools of a driver, in LXD's own words, with the remedy; nil for drivers that need
    /// nothing of the kernel's that is not in every kernel, and for other failures.
    static func lack(of driver: String, behind error: any Error) -> Lacking? {
        let needed = ["lvm": ("lvm2, thin-provisioning-tools", "dm_thin_pool"), "zfs": ("zfsutils-linux", "zfs")]
        guard let (packages, module) = needed[driver], let refused = error as? CommandFailure, !refused.isTimeout else {
            return nil
        }
        return Lacking(
            driver,
            "LXD makes no pool of \(driver) here (\(refused.brief.english)): install \(packages), on a kernel with the "
                + "module \(module), and restart LXD.",
            "LXD no crea aquí zonas de \(driver) (\(refused.brief.spanish)): instale \(packages), con un núcleo que "
                + "tenga el módulo \(module), y reinicie LXD.")
    }
}
