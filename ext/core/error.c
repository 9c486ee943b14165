#include "error.h"

#include "buffer.h"
#include "client.h"
#include "text.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* A message that was cut must not end inside a character. */
static void trim(char *message)
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
	trim(error->message);
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
		trim(error->message);
		length = strlen(error->message);
	}
	memcpy(error->message + length, end, more + 1);
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

/* A short secret, such as a CVC, is one only where it stands alone; otherwise every "123" would be hidden. */
static bool stands_alone(const char *message, const char *at, size_t length)
{
	bool before = at > message && isalnum((unsigned char)at[-1]);

	return !before && !isalnum((unsigned char)at[length]);
}

static void mask(char *message, struct pgw_text secret)
{
	enum { SHORT = 6 };
	size_t left = strlen(message);

	if (secret.length == 0) {
		return;
	}
	for (char *at = message; left >= secret.length; at++, left--) {
		if (memcmp(at, secret.at, secret.length) == 0 &&
			(secret.length > SHORT || stands_alone(message, at, secret.length))) {
			memset(at, '*', secret.length);
		}
	}
}

/* A wallet's token is longer than any message, so an echo of it is cut: its beginning gives it away. */
static void mask_beginning(char *message, struct pgw_text secret)
{
	enum { LONG = 32, TELLING = 16 };

	if (secret.length < LONG) {
		return;
	}
	for (char *at = message; (at = memmem(at, strlen(at), secret.at, TELLING));) {
		size_t length = TELLING;

		while (length < secret.length && at[length] == secret.at[length]) {
			length++;
		}
		memset(at, '*', length);
	}
}

/* As it is, and as it went over the wire, which is what some gateways quote. */
static void mask_all_forms(char *message, struct pgw_text secret)
{
	struct pgw_buffer encoded = {0};

	if (!secret.at) {
		return;
	}
	mask(message, secret);
	mask_beginning(message, secret);
	pgw_buffer_add_encoded(&encoded, secret.at, secret.length);
	if (!encoded.failed && encoded.length > secret.length) {
		mask(message, (struct pgw_text){encoded.at, encoded.length});
		mask_beginning(message, (struct pgw_text){encoded.at, encoded.length});
	}
	pgw_buffer_free(&encoded);
}

void pgw_mask(char *text, const struct pgw_request *request)
{
	const char *secret = request->secrets.at, *end = secret + request->secrets.length;

	mask_all_forms(text, request->client->password);
	mask_all_forms(text, request->client->token);
	while (secret < end) {
		size_t length = strlen(secret);

		mask_all_forms(text, (struct pgw_text){secret, length});
		secret += length + 1;
	}
}
