/* Making errors, and their messages. */
#include "error.h"

#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* A truncated message must not end in the middle of a character. */
static void cut_partial_character(char *message)
{
	size_t length = strlen(message), start = length;

	while (start > 0 && length - start < 4 && ((unsigned char)message[start - 1] & 0xC0) == 0x80) {
		start--;
	}
	if (start == 0 || (unsigned char)message[start - 1] < 0xC0) {
		return;
	}
	start--;
	if (pgw_text_characters((struct pgw_text){message + start, length - start}) < 0) {
		message[start] = '\0';
	}
}

bool pgw_fail(struct pgw_error *error, enum pgw_error_kind kind, const char *format, ...)
{
	va_list arguments;

	*error = (struct pgw_error){.kind = kind};
	va_start(arguments, format);
	vsnprintf(error->message, sizeof(error->message), format, arguments);
	va_end(arguments);
	cut_partial_character(error->message);
	return false;
}

bool pgw_fail_memory(struct pgw_error *error)
{
	return pgw_fail(error, PGW_ERROR_MEMORY, "out of memory");
}

void pgw_error_append(struct pgw_error *error, const char *end)
{
	size_t length = strlen(error->message), room = sizeof(error->message) - 1, more = strlen(end);

	if (more > room) {
		return;
	}
	if (length > room - more) {
		length = room - more;
		error->message[length] = '\0';
		cut_partial_character(error->message);
		length = strlen(error->message);
	}
	memcpy(error->message + length, end, more + 1);
}

bool pgw_refuse_bound(struct pgw_error *error, const char *before, struct pgw_text name, enum pgw_bound bound)
{
	struct pgw_text shown = pgw_text_shown(name);

	return bound == PGW_TOO_DEEP ? pgw_fail(error, PGW_ERROR_ARGUMENT, "%s%.*s is nested more than %d levels deep",
									   before, (int)shown.length, shown.at, PGW_MOST_LEVELS)
								 : pgw_fail(error, PGW_ERROR_ARGUMENT, "%s%.*s holds more than %d values", before,
									   (int)shown.length, shown.at, PGW_MOST_VALUES);
}

void pgw_note_retry_after(struct pgw_error *error, long seconds)
{
	char note[48];

	if (seconds > 0) {
		snprintf(note, sizeof(note), "; Retry-After: %ld s", seconds);
		pgw_error_append(error, note);
	}
}

void pgw_note_attempts(struct pgw_error *error, size_t attempts)
{
	char note[48];

	if (attempts > 1) {
		snprintf(note, sizeof(note), " (%zu attempts)", attempts);
		pgw_error_append(error, note);
	}
}
