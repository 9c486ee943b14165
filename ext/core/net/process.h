/* What a process has once: the clocks, the number of forks, and libcurl's global state. */
#ifndef PGW_PROCESS_H
#define PGW_PROCESS_H

#include <stdbool.h>
#include <stdint.h>

/* Later than any other time. */
#define PGW_NEVER INT64_MAX

/* Differs between a child and its parent. Cheaper than getpid(), because it is needed for each call. */
unsigned pgw_forks(void);
/* Monotonic, in microseconds. */
int64_t pgw_now(void);
/* Milliseconds since 1970. */
int64_t pgw_wall_clock(void);

/* Initialises libcurl, and counts forks from now on. False on failure. Balanced by pgw_process_end(). */
bool pgw_process_begin(void);
void pgw_process_end(void);

#endif
