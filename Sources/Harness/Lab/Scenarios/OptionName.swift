/// The names of options that more than the engine's command line depends on, as ``ScenarioOption/table`` writes them.
package enum OptionName: String, Sendable, CaseIterable {
    case pid = "--pid"
    case uts = "--uts"
    case network = "--network"
    case userNamespace = "--userns"
    case userRemapping = "--userns-remap"
    case user = "-u"
    case pidsLimit = "--pids-limit"
    case removal = "--rm"
    case terminal = "--tty"
    case privileged = "-c security.privileged"
    case isolated = "-c security.idmap.isolated"
    case idMap = "-c raw.idmap"
    case processes = "-c limits.processes"
    case storage = "--storage"
    case storageSource = "--storage-source"
    case shift = "--device=shift"
}
