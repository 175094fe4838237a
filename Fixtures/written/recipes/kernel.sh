#!/bin/sh
# A container put together by hand: kernel
# Run it as root, as a whole (sh -e) or line by line in one shell. The layers of the image are there
# once lab images kernel has run.

name=byhand
box=/var/lib/container-anatomy/kernel/$name

# 1. A folder for all that belongs to the container, and two pipes to speak with its first process.
image=/var/lib/container-anatomy/layers/0123456789ab
data='/home/ana/mis datos'
mkdir -p "$box/root" "$data"
mkfifo "$box/in" "$box/out"

# 2. The root: the layers of the image, read-only, and above them a folder that takes what the
# container writes (overlay).
mkdir "$box/upper" "$box/work"
mount -t overlay overlay -o "lowerdir=$image/3:$image/2:$image/1,upperdir=$box/upper,workdir=$box/work" "$box/root"

# 3. Some devices, and a mount point for the shared folder.
mknod -m 666 "$box/root/dev/null" c 1 3
mknod -m 666 "$box/root/dev/zero" c 1 5
mknod -m 666 "$box/root/dev/urandom" c 1 9
mkdir "$box/root/data"

# 4. A cgroup: with its files the processes in it are counted, limited and frozen.
mkdir /sys/fs/cgroup/freezer/byhand
mkdir /sys/fs/cgroup/pids/byhand

# 5. A bridge: a switch made of software, with an address of the host's.
ip link add lab-byhand type bridge
ip addr add 10.78.77.1/24 dev lab-byhand
ip link set lab-byhand up

# 6. What leaves the machine goes under the machine's own address (NAT).
iptables --wait -t nat -I POSTROUTING -s 10.78.77.0/24 ! -o lab-byhand -j MASQUERADE
iptables --wait -t filter -I FORWARD -i lab-byhand -j ACCEPT
iptables --wait -t filter -I FORWARD -o lab-byhand -j ACCEPT

# 7. The first process, in namespaces of its own: mnt, pid, uts, ipc, net. It is a shell that tells
# its PID, as the host counts, and waits for a word.
env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin setsid unshare --mount --pid --uts --ipc --net --fork sh -c 'read -r me rest </proc/self/stat; echo $me; read -r word; exec unshare --cgroup sh -c "echo apart; read -r word; cd /; exec sh"' <>"$box/in" 1<>"$box/out" 2>&1 &
read -r pid <"$box/out"
started=$(cut -d' ' -f22 /proc/$pid/stat)
echo $pid $started >"$box/pid"

# 8. The first process goes into the cgroup, and with it all that descend from it.
echo $pid >/sys/fs/cgroup/freezer/byhand/cgroup.procs
echo $pid >/sys/fs/cgroup/pids/byhand/cgroup.procs

# 9. A word for it: from now on it takes its cgroup for the root of all (cgroup namespace).
echo go >"$box/in"
read -r apart <"$box/out"

# 10. A pair of interfaces like a cable: one end in the container, the other one on the bridge.
echo vethbyhand02 >"$box/link"
ip link add vethbyhand02 type veth peer name eth0 netns $pid
ip link set vethbyhand02 master lab-byhand up
nsenter --target $pid --net ip link set lo up
nsenter --target $pid --net ip addr add 10.78.77.2/24 dev eth0
nsenter --target $pid --net ip link set eth0 up
nsenter --target $pid --net ip route add default via 10.78.77.1

# 11. A host name of its own.
nsenter --target $pid --uts sh -c 'echo byhand >/proc/sys/kernel/hostname'

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
echo \$\$ >/sys/fs/cgroup/freezer/byhand/cgroup.procs
echo \$\$ >/sys/fs/cgroup/pids/byhand/cgroup.procs
exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root nsenter --target $pid --mount --pid --uts --ipc --net --cgroup --root --wd "\$@"
END

# The end: these lines undo it all. Take the marks away and run them, once more if something was
# still in use. Or: lab recipe --undo.
#- name=byhand
#- box=/var/lib/container-anatomy/kernel/$name
#- read -r pid started <"$box/pid"
#- last() { [ -z "$(ls /sys/class/net/lab-byhand/brif 2>/dev/null)" ]; }
#- echo THAWED >/sys/fs/cgroup/freezer/byhand/freezer.state
#- [ "$(cut -d' ' -f22 /proc/$pid/stat)" = "$started" ] && kill -KILL $pid
#- kill -KILL $(cat /sys/fs/cgroup/pids/byhand/cgroup.procs)
#- ip link delete $(cat "$box/link")
#- last && iptables --wait -t nat -D POSTROUTING -s 10.78.77.0/24 ! -o lab-byhand -j MASQUERADE
#- last && iptables --wait -t filter -D FORWARD -i lab-byhand -j ACCEPT
#- last && iptables --wait -t filter -D FORWARD -o lab-byhand -j ACCEPT
#- last && grep -qs 'was 0' /sys/class/net/lab-byhand/ifalias && [ "$(ls -d /sys/class/net/*/bridge)" = /sys/class/net/lab-byhand/bridge ] && echo 0 >/proc/sys/net/ipv4/ip_forward
#- last && ip link delete lab-byhand
#- rmdir /sys/fs/cgroup/freezer/byhand
#- rmdir /sys/fs/cgroup/pids/byhand
#- umount "$box/root"
#- [ -d /sys/fs/cgroup/freezer/byhand ] || [ -d /sys/fs/cgroup/pids/byhand ] || grep -qF " $box/" /proc/self/mountinfo || rm -rf --one-file-system "$box"
