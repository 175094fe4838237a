extension ConnectivityFacts {
    /// The words with which people say what exercise 5 showed.
    static let wordings = [
        Wording(
            "network.bridge", nil, without: "ovn",
            example: Sentence(
                "Docker connects the containers to a bridge named docker0.",
                "Docker conecta los contenedores a un puente llamado docker0."),
            [
                "(crea|usa|usan|utiliza|utilizan|conecta|conectan|enchufa|cuelga|cuelgan|hay|es|son) … (puente|bridge|puentes) … {bridge}",
                "(puente|bridge|puentes) … {bridge} (y|and) {bridge}",
                "(puente|bridge) … (es|son|se llama|se llaman|llamado) {bridge}",
                "(conecta|conectan|conectado|conectados|enchufado|enchufan|cuelga|cuelgan) (al|a|a la|del|de) (interfaz)? {bridge}",
                "(creates|uses|use|connects|connected|attached|attaches|there is|is|are) … bridge … {bridge}",
                "(connected|attached|plugged) (to|into) (the)? {bridge}",
                "bridge (is|is called|is named|named|called) {bridge}",
            ]),
        Wording(
            "network.link", "veth",
            example: Sentence(
                "The container of Docker is connected with a veth pair.",
                "El contenedor de Docker se conecta con un par veth."),
            [
                "(usa|usan|utiliza|utilizan|crea|crean|hay|es|son|delata|conecta|conectan|mediante|con|forman) … (par|pares|parejas|pareja|cable|interfaz|interfaces) (de)? (interfaces)? (virtuales)? (de tipo)? (veth|veths)",
                "(uses|use|creates|create|there is|is|are|connects|connected|through|via|with|has|gets) … (veth (pair|pairs|interface|interfaces)|pair of veth|pairs of veth|veth pairs|veth pair)",
            ]),
        Wording(
            "network.address", "in the bridge's subnet",
            [
                "(direccion|ip) … (de|en) la (subred|red) del puente",
                "address in the (bridge's subnet|subnet of the bridge)",
            ]),
        Wording(
            "network.address.from", "dhcp", of: .lxd,
            [
                "(direccion|direcciones|ip|ips) … (por|mediante|con|via) dhcp",
                "(direccion|direcciones|ip|ips) … dnsmasq",
                "(address|addresses|ip) … (by|via|through|over|with|from) (dhcp|dnsmasq)",
            ]),
        Wording(
            "network.gateway", "the bridge",
            example: Sentence(
                "In Docker the gateway of the container is the bridge.",
                "En Docker la puerta de enlace del contenedor es el puente."),
            [
                "(puerta de enlace|gateway|pasarela|ruta por defecto|router) … (es|apunta a) (el|la|al)? (propio|propia)? (puente|bridge|docker0|lxdbr0|maquina|anfitrion|host)",
                "(gateway|default route|default router) … (is|points to|goes to) (the)? (bridge|docker0|lxdbr0|host)",
            ]),
        Wording(
            "network.nat", "masquerade", without: "ipv6",
            example: Sentence(
                "In Docker NAT is done for the packets that leave.", "En Docker, hacia fuera se hace NAT."),
            [
                "(usan|utilizan) … … (nat|masquerade)",
                "(se hace|hace|hacen|usa|usan|utiliza|utilizan|aplica|mediante|con|gracias al|regla|reglas) … (nat|masquerade|enmascaramiento)",
                "(nat|masquerade|masquerading) is (used|done|applied|performed)",
                "(uses|use|does|do|through|via|applies|performs|by) (the|a)? (source)? (nat|masquerade|masquerading|rule of masquerade)",
            ]),
        Wording(
            "connect.host-to-container", "connected", without: "publicar,con port,mapping internet",
            example: Sentence(
                "In Docker the host can connect to the container.",
                "En Docker hay conectividad desde el anfitrión."),
            [
                "hay (conectividad|conexion|comunicacion) … desde el (@host)",
                "desde el (@host) (se puede conectar|se conecta|se llega|conecta|hay conectividad|hay conexion|llega) …",
                "(conectividad|conexion) (desde|entre) el (@host) … (funciona|es correcta|es posible)",
                "(@host) (can|is able to) (connect|reach|talk|send) (to)? … container",
                "there is (connectivity|a connection) … from the (@host)",
                "desde el (@host) … (mensaje|texto|linea|cadena) (llega|aparece|se recibe)",
                "(mensaje|texto|linea|cadena) (enviado|enviada|escrito|escrita) (desde|en) el (@host) (llega|aparece|se recibe) … contenedor",
                "el (@host) puede (conectarse|conectar|comunicarse) (al|con el) (contenedor|servidor)",
                "(text|line|message) (sent|typed|written) (from|on) the (@host) (arrives|appears|is received) … container",
            ]),
        Wording(
            "connect.container-to-container", "connected", without: "internet",
            [
                "hay (conectividad|conexion|comunicacion) … (entre (los|ambos)? (dos)? contenedores|desde (el|un) (otro|segundo) contenedor)",
                "hay (conectividad|conexion|comunicacion) … desde el (@host) y desde el (otro|segundo) contenedor",
                "(contenedores) (se comunican|se ven|se conectan|pueden comunicarse|pueden conectarse) (entre si|entre ellos)",
                "desde el (otro|segundo) contenedor … (mensaje|texto|linea|cadena) (llega|aparece|se recibe)",
                "from the (other|second) container … (text|line|message) (arrives|appears|is received)",
                "(second|other) container (can|is able to) (connect|reach|talk) (to)? the (first|server|other)",
                "there is (connectivity|a connection) … between (the|both|two)? containers",
                "containers (can|are able to) (connect|reach|talk) (to)? each other",
            ]),
        Wording(
            "connect.host-to-container", "unreachable", without: "internet",
            [
                "no hay (conectividad|conexion|comunicacion) … desde el (@host)",
                "(@host) no (puede conectarse|puede conectar|conecta|llega) … contenedor",
                "(@host) (cannot|can't|can not) (connect|reach|talk) (to)? … container",
            ]),
        Wording(
            "connect.container-to-container", "unreachable", without: "internet",
            [
                "no hay (conectividad|conexion|comunicacion) … entre (los|ambos)? (dos)? contenedores",
                "(contenedores) no (se comunican|se ven|se conectan|pueden comunicarse|pueden conectarse) (entre si|entre ellos)",
                "there is no (connectivity|connection) between (the|both|two)? containers",
                "containers (cannot|can't|can not) (connect|reach|talk) (to)? each other",
            ]),
    ]
}
