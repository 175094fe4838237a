#!/bin/sh
# Un contenedor hecho a mano: kernel --map=0:100000:65536 --pids-limit=32 --private=time
# Se ejecuta como root, entero (sh -e) o línea a línea en un mismo shell. Las capas de la imagen
# están tras ejecutar lab images kernel.

name=byhand
box=/var/lib/container-anatomy/kernel/$name

# 1. Una carpeta para todo lo que es del contenedor, y dos tuberías para hablar con su primer
# proceso.
image=/var/lib/container-anatomy/layers/0123456789ab
data='/home/ana/mis datos'
mkdir -p "$box/root" "$data"
mkfifo "$box/in" "$box/out"

# 2. La imagen otra vez, con sus ficheros a nombre de los identificadores del anfitrión que
# equivalen a los de dentro.
if [ ! -d "$image-100000" ]; then
  cp -a "$image" "$box/image"
  for id in $(find "$box/image" -printf '%U\n%G\n' | sort -un); do
    find "$box/image" -uid $id -exec chown -h $((100000 + id)) {} +
    find "$box/image" -gid $id -exec chgrp -h $((100000 + id)) {} +
  done
  # Another may have made the same one meanwhile.
  mv -T "$box/image" "$image-100000" || [ -d "$image-100000" ]
fi
image=$image-100000

# 3. La raíz: las capas de la imagen, de solo lectura, y sobre ellas una carpeta que recoge lo que
# escribe el contenedor (overlay).
mkdir "$box/upper" "$box/work"
chown 100000:100000 "$box/upper"
mount -t overlay overlay -o "lowerdir=$image/3:$image/2:$image/1,upperdir=$box/upper,workdir=$box/work" "$box/root"

# 4. Algunos dispositivos, y un punto de montaje para la carpeta compartida.
mknod -m 666 "$box/root/dev/null" c 1 3
mknod -m 666 "$box/root/dev/zero" c 1 5
mknod -m 666 "$box/root/dev/urandom" c 1 9
mkdir "$box/root/data"

# 5. Un grupo de control: con sus ficheros se cuentan, limitan y congelan los procesos que contiene.
echo +pids >/sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/byhand

# 6. Como mucho 32 procesos.
echo 32 >/sys/fs/cgroup/byhand/pids.max

# 7. Un puente: un conmutador hecho por software, con una dirección del anfitrión.
ip link add lab-byhand type bridge
ip addr add 10.78.77.1/24 dev lab-byhand
ip link set lab-byhand up

# 8. Lo que sale de la máquina va con la dirección de la propia máquina (NAT).
ip link set lab-byhand alias 'ip_forward was 0'
echo 1 >/proc/sys/net/ipv4/ip_forward
nft add table ip lab-byhand
nft add chain ip lab-byhand leave '{ type nat hook postrouting priority 100; }'
nft add rule ip lab-byhand leave ip saddr 10.78.77.0/24 oifname != lab-byhand masquerade

# 9. El primer proceso, en espacios de nombres propios: user, mnt, pid, uts, ipc, net, time. Es un
# shell que dice su PID, visto desde el anfitrión, y espera una palabra.
env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin setsid unshare --user --mount --pid --uts --ipc --net --time --fork --keep-caps --boottime 86400 sh -c 'read -r me rest </proc/self/stat; echo $me; read -r word; exec unshare --cgroup --setgid 0 --setuid 0 sh -c "echo apart; read -r word; cd /; exec sh"' <>"$box/in" 1<>"$box/out" 2>&1 &
read -r pid <"$box/out"
started=$(cut -d' ' -f22 /proc/$pid/stat)
echo $pid $started >"$box/pid"

# 10. El primer proceso entra en el grupo de control, y con él todos sus descendientes.
echo $pid >/sys/fs/cgroup/byhand/cgroup.procs

# 11. Usuarios propios: su root es el 100000 del anfitrión, y así sucesivamente (user namespace).
echo 0 100000 65536 >/proc/$pid/uid_map
echo 0 100000 65536 >/proc/$pid/gid_map

# 12. Una palabra: desde ahora toma su grupo de control por la raíz de todos (cgroup namespace).
echo go >"$box/in"
read -r apart <"$box/out"

# 13. Un par de interfaces como un cable: un extremo en el contenedor y el otro en el puente.
echo vethbyhand02 >"$box/link"
ip link add vethbyhand02 type veth peer name eth0 netns $pid
ip link set vethbyhand02 master lab-byhand up
nsenter --target $pid --net ip link set lo up
nsenter --target $pid --net ip addr add 10.78.77.2/24 dev eth0
nsenter --target $pid --net ip link set eth0 up
nsenter --target $pid --net ip route add default via 10.78.77.1

# 14. Un nombre de máquina propio.
nsenter --target $pid --uts sh -c 'echo byhand >/proc/sys/kernel/hostname'

# 15. Sus montajes: la raíz, las vistas que da el núcleo de sus procesos y dispositivos, y la
# carpeta compartida.
nsenter --target $pid --mount mount --bind "$box/root" "$box/root"
nsenter --target $pid --mount --pid mount -t proc proc "$box/root/proc"
nsenter --target $pid --mount --net mount -t sysfs -o ro sysfs "$box/root/sys"
nsenter --target $pid --mount mount --bind "$data" "$box/root/data"

# 16. Esa raíz pasa a ser la única: la del anfitrión se aparta y se quita.
nsenter --target $pid --mount --pid sh -c "cd $box/root && pivot_root . mnt && umount -l /mnt"

# 17. La última palabra: el primer proceso se convierte en el shell del propio contenedor, y
# responde.
echo go >"$box/in"
echo 'echo ready' >"$box/in"
read -r ready <"$box/out"
[ "$ready" = ready ]

# 18. Una puerta: un guion que ejecuta un programa en el grupo de control, los espacios de nombres y
# la raíz del primer proceso. Prueba: sh "$box/enter" ps
cat >"$box/enter" <<END
echo \$\$ >/sys/fs/cgroup/byhand/cgroup.procs
exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root nsenter --target $pid --user --mount --pid --uts --ipc --net --cgroup --time --root --wd "\$@"
END

# El final: estas líneas lo deshacen todo. Se les quita la marca y se ejecutan, otra vez si algo
# seguía en uso. O bien: lab recipe --undo.
#- name=byhand
#- box=/var/lib/container-anatomy/kernel/$name
#- read -r pid started <"$box/pid"
#- last() { [ -z "$(ls /sys/class/net/lab-byhand/brif 2>/dev/null)" ]; }
#- echo 0 >/sys/fs/cgroup/byhand/cgroup.freeze
#- [ "$(cut -d' ' -f22 /proc/$pid/stat)" = "$started" ] && kill -KILL $pid
#- kill -KILL $(cat /sys/fs/cgroup/byhand/cgroup.procs)
#- ip link delete $(cat "$box/link")
#- last && nft delete table ip lab-byhand
#- last && grep -qs 'was 0' /sys/class/net/lab-byhand/ifalias && [ "$(ls -d /sys/class/net/*/bridge)" = /sys/class/net/lab-byhand/bridge ] && echo 0 >/proc/sys/net/ipv4/ip_forward
#- last && ip link delete lab-byhand
#- rmdir /sys/fs/cgroup/byhand
#- umount "$box/root"
#- [ -d /sys/fs/cgroup/byhand ] || grep -qF " $box/" /proc/self/mountinfo || rm -rf --one-file-system "$box"
