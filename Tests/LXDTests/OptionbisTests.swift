import Harness
import Host
import SheetTesting
import XCTest

/// What each option of `lxc launch` is there for: the facts that flip with it, and no others.
final class OptionbisTests: AblationTestCase {
    /// security.privileged=true shares the users: root inside is root outside, and so are the files.
    func test_privileged_shares_the_users_with_the_host() throws {
        try confirmFlips(of: "lxd -c security.privileged=true")
    }

    /// security.nesting=true changes nothing for who makes no containers inside.
    func test_nesting_changes_nothing_by_itself() throws {
        try confirmFlips(of: "lxd -c security.nesting=true")
    }

    /// security.idmap.isolated=true gives each container ids of its own: the second cannot name the first's users.
    func test_isolated_gives_each_container_ids_of_its_own() throws {
        try confirmFlips(of: "lxd -c security.idmap.isolated=true")
    }

    /// raw.idmap lets one user of the host through.
    func test_raw_idmap_lets_one_user_through() throws {
        try confirmFlips(of: "lxd -c raw.idmap=both 1000 1000")
    }

    /// limits.processes limits the number of processes, and nothing else.
    func test_limits_processes_limits_the_processes() throws {
        try confirmFlips(of: "lxd -c limits.processes=32")
    }

    /// --ephemeral removes the container when it ends.
    func test_ephemeral_removes_the_container_on_exit() throws {
        try confirmFlips(of: "lxd --ephemeral=true")
    }

    /// A pool of the driver dir copies the image where btrfs clones it.
    func test_a_pool_of_folders_copies_the_image() throws {
        try confirmFlips(of: "lxd --storage=dir")
    }

    /// A pool of the driver btrfs clones it.
    func test_a_pool_of_btrfs_clones_the_image() throws {
        try confirmFlips(of: "lxd --storage=btrfs")
    }

    /// So does a pool of logical volumes, where the kernel has the device mapper.
    func test_a_pool_of_lvm_clones_the_image() throws {
        try confirmFlips(of: "lxd --storage=lvm")
    }

    /// So does a pool of zfs, where the kernel has it.
    func test_a_pool_of_zfs_clones_the_image() throws {
        try confirmFlips(of: "lxd --storage=zfs")
    }

    /// btrfs does the same on a block device that it has to itself.
    func test_a_pool_of_btrfs_on_a_device_clones_the_image() throws {
        try confirmFlips(of: "lxd --storage-source=device --storage=btrfs")
    }

    /// So does LVM, which makes a volume group of the device.
    func test_a_pool_of_lvm_on_a_device_clones_the_image() throws {
        try confirmFlips(of: "lxd --storage-source=device --storage=lvm")
    }

    /// So does zfs, which makes a pool of it.
    func test_a_pool_of_zfs_on_a_device_clones_the_image() throws {
        try confirmFlips(of: "lxd --storage-source=device --storage=zfs")
    }

    /// shift=true maps the shared folder like the root: owners are the same on both sides.
    func test_shift_maps_the_folder_like_the_root() throws {
        try confirmFlips(of: "lxd --device=shift=true")
    }

    /// --pid=host of Docker inside LXD shares the LXD container's PIDs, and not the host's.
    func test_pid_host_inside_shares_the_pids_of_the_lxd_container() throws {
        try confirmFlips(of: "lxd --docker-pid=host -c security.nesting=true")
    }

    /// In a privileged container Docker's users are the host's.
    func test_privileged_makes_the_users_of_docker_inside_the_hosts() throws {
        try confirmFlips(of: "lxd -c security.nesting=true -c security.privileged=true")
    }
}
