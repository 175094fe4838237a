import Harness
import Host
import SheetTesting
import XCTest

/// Exercise 4 by hand: `mount -t overlay`.
final class KernelExercise4StorageTests: SheetTestCase {
    /// The root folder is mounted on a union file system.
    func test_the_roots_file_system_is_overlay() throws {
        try confirm("kernel: root.filesystem is overlay")
    }

    /// Its device is no disk.
    func test_the_roots_device_is_overlay() throws {
        try confirm("kernel: root.device is overlay")
    }

    /// The lower folders are the image's layers.
    func test_the_image_has_layers() throws {
        try confirm("kernel: root.layers > 1")
    }

    /// Two containers share them.
    func test_two_containers_share_the_layers() throws {
        try confirm("kernel: root.layers.shared is yes")
    }

    /// Sharing ends when a container modifies an object, which gets it a copy of its own.
    func test_a_change_is_copied_up() throws {
        try confirm("kernel: root.copy-on-write is copied up on write")
    }

    /// With a map the layers are shared as well, among those with the same map.
    func test_two_containers_with_a_map_share_the_layers() throws {
        try confirm("kernel --map=0:100000:65536: root.layers.shared is yes")
        try confirm("kernel --map=0:100000:65536: root.copy-on-write is copied up on write")
    }

    /// Without an overlay the root is a copy of the image, on the file system where it lies.
    func test_without_an_overlay_the_root_is_a_copy() throws {
        try confirm("kernel --without=overlay: root.filesystem is not overlay")
        try confirm("kernel --without=overlay: root.device is not overlay")
        try confirm("kernel --without=overlay: root.layers is none")
        try confirm("kernel --without=overlay: root.layers.shared is no")
        try confirm("kernel --without=overlay: root.copy-on-write is copy of the image")
    }

    /// The container sees what the host writes.
    func test_the_container_sees_what_the_host_writes() throws {
        try confirm("kernel: root.write-from-host is visible inside")
    }

    /// What it has written goes with it.
    func test_the_root_is_destroyed_with_the_container() throws {
        try confirm("kernel: root.on-removal is destroyed")
    }

    /// The shared folder stays.
    func test_the_volume_is_kept() throws {
        try confirm("kernel: volume.on-removal is kept")
    }

    /// It is the host's folder.
    func test_the_volume_lies_on_the_hosts_file_system() throws {
        try require(.kernel)
        try confirm("kernel: volume.filesystem is \(SharedFolder.fileSystem())")
    }
}
