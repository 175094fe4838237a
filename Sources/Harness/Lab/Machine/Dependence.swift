/// Something of a machine, or of one run, on which values of facts depend beyond the scenario.
package enum Dependence: String, Sendable, Hashable, CaseIterable, Codable {
    /// The version of the cgroups.
    case cgroups
    /// Docker's cgroup driver, from which its default limits follow.
    case cgroupDriver = "docker-cgroup-driver"
    /// Docker's storage driver.
    case storageDriver = "docker-storage-driver"
    /// Whether Docker maps the IDs of users: `none`, `userns-remap` or `rootless`.
    case remapping = "docker-user-namespaces"
    /// The host's IDs for LXD's containers (`/etc/subuid`): the first, and how many.
    case subordinateIDs = "lxd-ids"
    /// The driver of LXD's storage pool.
    case pool = "lxd-pool"
    /// The image, and the release of it that was used.
    case image
    /// The file system that holds the shared folder.
    case folder
    /// Rules and names of the network that are not the engine's defaults.
    case network
    /// The kernel's configuration, and the host's policy (AppArmor).
    case kernel
    /// The things that one run gave out: PIDs, ids, names, numbers of devices, addresses.
    case run

    /// The dependence in words.
    package var words: Sentence {
        switch self {
        case .cgroups: Sentence("the cgroup version", "la versión de cgroups")
        case .cgroupDriver:
            Sentence(
                "Docker's cgroup driver, with its default limits",
                "el controlador de cgroups de Docker y sus límites por defecto")
        case .storageDriver:
            Sentence("Docker's storage driver", "el controlador de almacenamiento de Docker")
        case .remapping: Sentence("Docker's userns-remap", "userns-remap de Docker")
        case .subordinateIDs: Sentence("the ids in /etc/subuid", "los identificadores de /etc/subuid")
        case .pool: Sentence("the storage pool", "la zona de almacenamiento")
        case .image: Sentence("the release of the image", "la edición de la imagen")
        case .folder: Sentence("the file system of the host's folder", "el sistema de ficheros de la carpeta")
        case .network: Sentence("the network's configuration", "la configuración de la red")
        case .kernel: Sentence("the kernel's configuration", "la configuración del núcleo")
        case .run: Sentence("the run", "la ejecución")
        }
    }

    /// The property of a machine if nobody says otherwise; nil if nothing can be assumed.
    var usual: String? { self == .remapping ? "none" : nil }
}
