/* Making errors. */
#ifndef PGW_ERROR_H
#define PGW_ERROR_H

#include "pgw.h"

/* Fills the error anew and returns false, so that a caller can `return pgw_fail(...)`. */
bool pgw_fail(struct pgw_error *error, enum pgw_error_kind kind, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
bool pgw_fail_memory(struct pgw_error *error);

/* Ends the message with these words, cutting what stands before where they would not fit. */
void pgw_error_append(struct pgw_error *error, const char *end);
/* Adds to the message how often it was tried, when that was more than once. */
void pgw_note_attempts(struct pgw_error *error, size_t attempts);
/* Ends the message with the pause that the gateway asked for, if it did. */
void pgw_note_retry_after(struct pgw_error *error, long seconds);

#endif
