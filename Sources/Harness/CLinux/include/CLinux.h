// The C library's calls and constants that Swift does not import: macros, and what needs _GNU_SOURCE.
#pragma once

/// The magic number of the file system under a path (statfs(2)); returns 0, or -1 with errno.
int linux_file_system_magic(const char *path, unsigned int *magic);
/// Whether programs in a folder may be run (statvfs(3), ST_NOEXEC): 1 or 0, or -1 with errno.
int linux_runs_programs(const char *path);
/// A pipe whose ends close when a program is run (pipe2(2), O_CLOEXEC); returns 0, or -1 with errno.
int linux_pipe(int ends[2]);
/// The attribute with which a child leads a session of its own (posix_spawnattr_setflags(3), POSIX_SPAWN_SETSID).
short linux_spawn_in_session(void);
/// The exit status in a wait status (wait(2), WEXITSTATUS); -1 if a signal ended the child.
int linux_exit_status(int status);
/// The signal in a wait status (wait(2), WTERMSIG).
int linux_signal(int status);
