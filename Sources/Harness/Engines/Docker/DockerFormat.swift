/// The formats of `docker … --format`: the harness reads nothing else of Docker's own answers.
enum DockerFormat {
    /// Of `docker version`.
    static let version = "{{.Server.Version}}"
    /// Of `docker info`.
    static let drivers = "{{.CgroupDriver}} {{.Driver}} {{json .SecurityOptions}}"
    /// Of `docker inspect`.
    static let container = "{{.Id}} {{.State.Pid}} {{.State.Status}} {{.State.ExitCode}}"
    /// Of `docker ps`.
    static let status = "{{.Names}} {{.Status}}"
    /// Of `docker ps`, with the owner of a container.
    static let owner = "{{.Names}}\t{{.Label \"\(Launch.label)\"}}"
    /// Of `docker network inspect`.
    static let bridge = "{{index .Options \"com.docker.network.bridge.name\"}}"
    /// Of `docker image ls`.
    static let imageName = "{{.Repository}}:{{.Tag}}"
    /// Of `docker image inspect`.
    static let labels = "{{json .Config.Labels}}"
    /// Of `docker image inspect`.
    static let layers = "{{json .RootFS.Layers}}"
}
