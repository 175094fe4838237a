#!/bin/sh
# A container put together by hand: kernel --share=mnt --share=pid --share=uts --without=cgroup --without=network --without=overlay
# Run it as root, as a whole (sh -e) or line by line in one shell. The layers of the image are there
# once lab images kernel has run.

name=byhand
box=/var/lib/container-anatomy/kernel/$name

# 1. A folder for all that belongs to the container, and two pipes to speak with its first process.
image=/var/lib/container-anatomy/layers/0123456789ab
data='/home/ana/mis datos'
mkdir -p "$box/root" "$data"
mkfifo "$box/in" "$box/out"

# 2. The root: a copy of the image, layer by layer, because there is no overlay.
for layer in 1 2 3; do cp -a "$image/$layer/." "$box/root"; done

# 3. Some devices, and a mount point for the shared folder.
mknod -m 666 "$box/root/dev/null" c 1 3
mknod -m 666 "$box/root/dev/zero" c 1 5
mknod -m 666 "$box/root/dev/urandom" c 1 9
mkdir "$box/root/data"

# 4. The first process, in namespaces of its own: ipc, net. It is a shell that tells its PID, as the
# host counts, and waits for a word.
env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin setsid unshare --ipc --net sh -c 'read -r me rest </proc/self/stat; echo $me; read -r word; exec unshare --cgroup sh -c "echo apart; read -r word; exec chroot /var/lib/container-anatomy/kernel/byhand/root sh"' <>"$box/in" 1<>"$box/out" 2>&1 &
read -r pid <"$box/out"
started=$(cut -d' ' -f22 /proc/$pid/stat)
echo $pid $started >"$box/pid"

# 5. A word for it: from now on it takes its cgroup for the root of all (cgroup namespace).
echo go >"$box/in"
read -r apart <"$box/out"

# 6. Its only interface is the loopback.
nsenter --target $pid --net ip link set lo up

# 7. Its mounts: the root, the kernel's views of its processes and devices, and the shared folder.
mount --bind "$box/root" "$box/root"
mount -t proc proc "$box/root/proc"
nsenter --target $pid --net mount -t sysfs -o ro sysfs "$box/root/sys"
mount --bind "$data" "$box/root/data"

# 8. The last word: the first process becomes the container's own shell, confined with chroot for it
# shares the mounts.
echo go >"$box/in"
echo 'echo ready' >"$box/in"
read -r ready <"$box/out"
[ "$ready" = ready ]

# 9. A door: a script that runs a program in the cgroup, the namespaces and the root of the first
# process. Try: sh "$box/enter" ps
cat >"$box/enter" <<END
exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root nsenter --target $pid --ipc --net --cgroup --root --wd "\$@"
END

# The end: these lines undo it all. Take the marks away and run them, once more if something was
# still in use. Or: lab recipe --undo.
#- name=byhand
#- box=/var/lib/container-anatomy/kernel/$name
#- read -r pid started <"$box/pid"
#- [ "$(cut -d' ' -f22 /proc/$pid/stat)" = "$started" ] && kill -KILL $pid
#- umount "$box/root/data"
#- umount "$box/root/sys"
#- umount "$box/root/proc"
#- umount "$box/root"
#- grep -qF " $box/" /proc/self/mountinfo || rm -rf --one-file-system "$box"
