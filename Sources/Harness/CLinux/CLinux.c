#define _GNU_SOURCE
#include "CLinux.h"
#include <fcntl.h>
#include <spawn.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

int linux_file_system_magic(const char *path, unsigned int *magic) {
    struct statfs status;
    if (statfs(path, &status) != 0) return -1;
    *magic = (unsigned int)status.f_type;
    return 0;
}

int linux_runs_programs(const char *path) {
    struct statvfs status;
    if (statvfs(path, &status) != 0) return -1;
    return (status.f_flag & ST_NOEXEC) == 0;
}

int linux_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

short linux_spawn_in_session(void) { return POSIX_SPAWN_SETSID; }

int linux_exit_status(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -1; }

int linux_signal(int status) { return WTERMSIG(status); }
