import Harness
import Host
import SheetTesting
import XCTest

/// Exercise 4bis: the container's storage.
final class Exercise4bisStorageTests: SheetTestCase {
    /// The default storage pool has a driver that manages volumes.
    func test_the_pools_driver_shows_in_the_roots_mount() throws {
        try require(.lxd)

        try confirm("lxd: pool.driver is \(LXD().defaultPool().driver)")
    }

    /// The pool corresponds to a disk, a partition, or by default a file used as loop device.
    func test_the_pools_source_is_what_the_roots_device_is_made_of() throws {
        try require(.lxd)

        try confirm("lxd: pool.source is \(LXD().defaultPool().source)")
    }

    /// The container's root has the pool's file system.
    func test_the_roots_file_system_is_the_pools() throws {
        try require(.lxd)
        let driver = try LXD().defaultPool().driver

        try confirm("lxd: root.filesystem is \(["btrfs", "zfs"].contains(driver) ? driver : "ext4")")
    }

    /// The root device is not an overlay.
    func test_the_roots_device_is_no_overlay() throws {
        try confirm("lxd: root.device is not overlay")
    }

    /// A new container's logical volume shares the image's blocks, where the driver manages volumes.
    func test_two_containers_share_the_images_blocks() throws {
        try require(.lxd)

        try confirm("lxd: root.layers.shared is \(LXD().defaultPool().driver == "dir" ? "no" : "yes")")
    }

    /// Without such a driver the image is copied for each container.
    func test_in_a_dir_pool_two_containers_share_nothing() throws {
        try confirm("lxd --storage=dir: root.layers.shared is no")
    }

    /// A dir pool is a folder of the host's own file system.
    func test_a_dir_pools_driver_shows_in_the_roots_mount() throws {
        try confirm("lxd --storage=dir: pool.driver is dir")
    }

    /// The volume is a clone of the image; what the container changes stays its own.
    func test_the_root_is_a_clone_of_the_image() throws {
        try require(.lxd)
        let isDir = try LXD().defaultPool().driver == "dir"

        try confirm("lxd: root.copy-on-write is \(isDir ? "copy of the image" : "clone of the image")")
    }

    /// The host can write into the container's root.
    func test_the_container_sees_what_the_host_writes() throws {
        try confirm("lxd: root.write-from-host is visible inside")
    }

    /// The volume is destroyed with the container.
    func test_the_root_is_destroyed_with_the_container() throws {
        try confirm("lxd: root.on-removal is destroyed")
    }

    /// The shared folder's files are kept.
    func test_the_shared_folder_is_kept() throws {
        try confirm("lxd: volume.on-removal is kept")
    }

    /// The shared folder is the host's.
    func test_the_shared_folder_lies_on_the_hosts_file_system() throws {
        try require(.lxd)
        try confirm("lxd: volume.filesystem is \(SharedFolder.fileSystem())")
    }
}
