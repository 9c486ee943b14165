/* Making errors. */
#ifndef PGW_ERROR_H
#define PGW_ERROR_H

#include "pgw.h"

/* Fills the error anew and returns false, so that a caller can `return pgw_fail(...)`. */
bool pgw_fail(struct pgw_error *error, enum pgw_error_kind kind, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
bool pgw_fail_memory(struct pgw_error *error);
/* A status that says the call was not handled: 3xx, 401, 403, 404, 405, 429. 400 and 5xx leave open what happened. */
bool pgw_http_refuses(int status);
/* What to do about an outcome that is unknown, to end a message with; "" when it is known. */
const char *pgw_advice(const struct pgw_request *request, bool unknown);
/* Masks in the text, which ends with a zero byte, whatever the request or its client holds that nobody may read. */
void pgw_mask(char *text, const struct pgw_request *request);

/* Adds to the message how often it was tried, when that was more than once. */
void pgw_note_attempts(struct pgw_error *error, size_t attempts);
/* Ends the message with the pause that the gateway asked for, if it did. */
void pgw_note_retry_after(struct pgw_error *error, long seconds);

#endif
