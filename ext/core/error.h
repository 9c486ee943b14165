/* Making errors. */
#ifndef PGW_ERROR_H
#define PGW_ERROR_H

#include "pgw.h"

/* Overwrites the error and returns false, so that a caller can `return pgw_fail(...)`. */
bool pgw_fail(struct pgw_error *error, enum pgw_error_kind kind, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
bool pgw_fail_memory(struct pgw_error *error);

/* Appends `end` to the message, truncating what comes before it if there is too little room. */
void pgw_error_append(struct pgw_error *error, const char *end);
/* Appends the number of attempts, if there was more than one. */
void pgw_note_attempts(struct pgw_error *error, size_t attempts);
/* Appends the gateway's Retry-After, if there is one. */
void pgw_note_retry_after(struct pgw_error *error, long seconds);

#endif
