import Harness
import Host
import SheetTesting
import XCTest

/// Exercise 4: the container's storage.
final class Exercise4StorageTests: SheetTestCase {
    /// The root folder is mounted on a union file system.
    func test_the_roots_file_system_is_overlay() throws {
        try confirm("docker: root.filesystem is overlay")
    }

    /// Its device is no disk.
    func test_the_roots_device_is_overlay() throws {
        try confirm("docker: root.device is overlay")
    }

    /// The image is organised in layers.
    func test_the_image_has_layers() throws {
        try confirm("docker: root.layers > 1")
    }

    /// Several containers share layers.
    func test_two_containers_share_the_layers() throws {
        try confirm("docker: root.layers.shared is yes")
    }

    /// Sharing ends when a container modifies an object, which gets it a copy of its own.
    func test_a_change_is_copied_up() throws {
        try confirm("docker: root.copy-on-write is copied up on write")
    }

    /// A file of that device can be written from the host.
    func test_the_container_sees_what_the_host_writes() throws {
        try confirm("docker: root.write-from-host is visible inside")
    }

    /// The device is destroyed when the container is removed.
    func test_the_root_is_destroyed_with_the_container() throws {
        try confirm("docker: root.on-removal is destroyed")
    }

    /// The volume's information is kept beyond the container's life.
    func test_the_volume_is_kept() throws {
        try confirm("docker: volume.on-removal is kept")
    }

    /// The volume is the host's folder.
    func test_the_volume_lies_on_the_hosts_file_system() throws {
        try require(.docker)
        try confirm("docker: volume.filesystem is \(SharedFolder.fileSystem())")
    }
}
