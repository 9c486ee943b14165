/* What a process has once: its clock, the number of forks behind it, and libcurl's own global state. */
#ifndef PGW_PROCESS_H
#define PGW_PROCESS_H

#include <stdbool.h>
#include <stdint.h>

/* No time at all: later than any other. */
#define PGW_NEVER INT64_MAX

/* Another number in a child than in its parent. Asked for each call, where getpid() costs more. */
unsigned pgw_forks(void);
/* Monotonic, in microseconds. */
int64_t pgw_now(void);
/* Milliseconds since 1970. */
int64_t pgw_wall_clock(void);

/* libcurl is initialised, and forks are counted from now on. False: libcurl would not. Ended by the other. */
bool pgw_process_begin(void);
void pgw_process_end(void);

#endif
