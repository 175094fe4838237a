#!/bin/sh
# A container put together by hand: kernel
# Run it as root, as a whole (sh -e) or line by line in one shell. The layers of the image are there
# once lab images kernel has run.

name=lab-45f80767-byhand3
box=/var/lib/container-anatomy/kernel/$name

# 1. A folder for all that belongs to the container, and two pipes to speak with its first process.
image=/var/lib/container-anatomy/layers/45639c033576
data=/var/tmp/lab-45f80767.16958.1621023.d88fca2f-home/datos
mkdir -p "$box/root" "$data"
mkfifo "$box/in" "$box/out"

# 2. The root: the layers of the image, read-only, and above them a folder that takes what the
# container writes (overlay).
mkdir "$box/upper" "$box/work"
mount -t overlay overlay -o "lowerdir=$image/4:$image/3:$image/2:$image/1,upperdir=$box/upper,workdir=$box/work" "$box/root"

# 3. Some devices, and a mount point for the shared folder.
mknod -m 666 "$box/root/dev/null" c 1 3
mknod -m 666 "$box/root/dev/zero" c 1 5
mknod -m 666 "$box/root/dev/urandom" c 1 9
mkdir "$box/root/data"

# 4. A cgroup: with its files the processes in it are counted, limited and frozen.
mkdir /sys/fs/cgroup/freezer/lab-45f80767-byhand3
mkdir /sys/fs/cgroup/pids/lab-45f80767-byhand3

# 5. A bridge: a switch made of software, with an address of the host's. It is there already.

# 6. What leaves the machine goes under the machine's own address (NAT).

# 7. The first process, in namespaces of its own: mnt, pid, uts, ipc, net. It is a shell that tells
# its PID, as the host counts, and waits for a word.
env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin setsid unshare --mount --pid --uts --ipc --net --fork sh -c 'read -r me rest </proc/self/stat; echo $me; read -r word; exec unshare --cgroup sh -c "echo apart; read -r word; cd /; exec sh"' <>"$box/in" 1<>"$box/out" 2>&1 &
read -r pid <"$box/out"
started=$(cut -d' ' -f22 /proc/$pid/stat)
echo $pid $started >"$box/pid"

# 8. The first process goes into the cgroup, and with it all that descend from it.
echo $pid >/sys/fs/cgroup/freezer/lab-45f80767-byhand3/cgroup.procs
echo $pid >/sys/fs/cgroup/pids/lab-45f80767-byhand3/cgroup.procs

# 9. A word for it: from now on it takes its cgroup for the root of all (cgroup namespace).
echo go >"$box/in"
read -r apart <"$box/out"

# 10. A pair of interfaces like a cable: one end in the container, the other one on the bridge.
ip link add vethlab-45f804 type veth peer name eth0 netns $pid
ip link set vethlab-45f804 master lab-lab-45f8 up
nsenter --target $pid --net ip link set lo up
nsenter --target $pid --net ip addr add 10.78.77.4/24 dev eth0
nsenter --target $pid --net ip link set eth0 up
nsenter --target $pid --net ip route add default via 10.78.77.1

# 11. A host name of its own.
nsenter --target $pid --uts sh -c 'echo lab-45f80767-byhand3 >/proc/sys/kernel/hostname'

# 12. Its mounts: the root, the kernel's views of its processes and devices, and the shared folder.
nsenter --target $pid --mount mount --bind "$box/root" "$box/root"
nsenter --target $pid --mount --pid mount -t proc proc "$box/root/proc"
nsenter --target $pid --mount --net mount -t sysfs -o ro sysfs "$box/root/sys"
nsenter --target $pid --mount mount --bind "$data" "$box/root/data"

# 13. That root becomes the only one: the host's is put aside, and taken away.
nsenter --target $pid --mount --pid sh -c "cd $box/root && pivot_root . mnt && umount -l /mnt"

# 14. The last word: the first process becomes the container's own shell, and answers.
echo go >"$box/in"
echo 'echo ready' >"$box/in"
read -r ready <"$box/out"
[ "$ready" = ready ]

# 15. A door: a script that runs a program in the cgroup, the namespaces and the root of the first
# process. Try: sh "$box/enter" ps
cat >"$box/enter" <<END
echo \$\$ >/sys/fs/cgroup/freezer/lab-45f80767-byhand3/cgroup.procs
echo \$\$ >/sys/fs/cgroup/pids/lab-45f80767-byhand3/cgroup.procs
exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root nsenter --target $pid --mount --pid --uts --ipc --net --cgroup --root --wd "\$@"
END

# The end: these lines undo it all. Take the marks away and run them, once more if something was
# still in use. Or: lab recipe --undo.
#- name=lab-45f80767-byhand3
#- box=/var/lib/container-anatomy/kernel/$name
#- read -r pid started <"$box/pid"
#- last() { [ -z "$(ls /sys/class/net/lab-lab-45f8/brif 2>/dev/null)" ]; }
#- echo THAWED >/sys/fs/cgroup/freezer/lab-45f80767-byhand3/freezer.state
#- [ "$(cut -d' ' -f22 /proc/$pid/stat)" = "$started" ] && kill -KILL $pid
#- kill -KILL $(cat /sys/fs/cgroup/pids/lab-45f80767-byhand3/cgroup.procs)
#- ip link delete vethlab-45f804
#- last && iptables --wait -t nat -D POSTROUTING -s 10.78.77.0/24 ! -o lab-lab-45f8 -j MASQUERADE
#- last && iptables --wait -t filter -D FORWARD -i lab-lab-45f8 -j ACCEPT
#- last && iptables --wait -t filter -D FORWARD -o lab-lab-45f8 -j ACCEPT
#- last && grep -qs 'was 0' /sys/class/net/lab-lab-45f8/ifalias && [ "$(ls -d /sys/class/net/*/bridge)" = /sys/class/net/lab-lab-45f8/bridge ] && echo 0 >/proc/sys/net/ipv4/ip_forward
#- last && ip link delete lab-lab-45f8
#- rmdir /sys/fs/cgroup/freezer/lab-45f80767-byhand3
#- rmdir /sys/fs/cgroup/pids/lab-45f80767-byhand3
#- umount "$box/root"
#- [ -d /sys/fs/cgroup/freezer/lab-45f80767-byhand3 ] || [ -d /sys/fs/cgroup/pids/lab-45f80767-byhand3 ] || grep -qF " $box/" /proc/self/mountinfo || rm -rf --one-file-system "$box"
