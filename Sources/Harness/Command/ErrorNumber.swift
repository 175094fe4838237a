internal import Foundation

/// The words for the system's error numbers (errno(3)).
package enum ErrorNumber {
    /// The words of strerror(3), as `Permission denied`, and those of its Spanish translation.
    package static func words(for number: Int32) -> Sentence {
        Sentence(String(cString: strerror(number)), spanish[number] ?? "error del sistema número \(number)")
    }

    private static let spanish: [Int32: String] = [
        EPERM: "Operación no permitida",
        ENOENT: "No existe el fichero o el directorio",
        ESRCH: "No existe el proceso",
        EIO: "Error de entrada/salida",
        ENXIO: "No existe el dispositivo o la dirección",
        E2BIG: "La lista de argumentos es demasiado larga",
        ENOEXEC: "Formato de ejecutable incorrecto",
        EAGAIN: "Recurso no disponible temporalmente",
        ENOMEM: "No se pudo asignar memoria",
        EACCES: "Permiso denegado",
        EBUSY: "Dispositivo o recurso ocupado",
        EEXIST: "El fichero ya existe",
        ENODEV: "No existe el dispositivo",
        ENOTDIR: "No es un directorio",
        EISDIR: "Es un directorio",
        EINVAL: "Argumento inválido",
        ENFILE: "Demasiados ficheros abiertos en el sistema",
        EMFILE: "Demasiados ficheros abiertos",
        ETXTBSY: "El fichero de texto está ocupado",
        EFBIG: "El fichero es demasiado grande",
        ENOSPC: "No queda espacio en el dispositivo",
        EROFS: "Sistema de ficheros de solo lectura",
        EPIPE: "Tubería rota",
        ENAMETOOLONG: "Nombre de fichero demasiado largo",
        ELOOP: "Demasiados niveles de enlaces simbólicos",
        EOVERFLOW: "Valor demasiado grande para el tipo de datos definido",
        EOPNOTSUPP: "Operación no soportada",
        EADDRINUSE: "La dirección ya se está usando",
        ECONNREFUSED: "Conexión rehusada",
        EDQUOT: "Se ha excedido la cuota de disco",
    ]
}
