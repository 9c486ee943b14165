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

void pgw_note_retry_after(struct pgw_error *error, long seconds)
{
	size_t length = strlen(error->message);

	if (seconds > 0) {
		snprintf(error->message + length, sizeof(error->message) - length, "; Retry-After: %ld s", seconds);
	}
}

void pgw_note_attempts(struct pgw_error *error, size_t attempts)
{
	size_t length = strlen(error->message);

	if (attempts > 1) {
		snprintf(error->message + length, sizeof(error->message) - length, " (%zu attempts)", attempts);
	}
}

bool pgw_http_refuses(int status)
{
	static const int refusals[] = {401, 403, 404, 405, 429};

	for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++) {
		if (status == refusals[i]) {
			return true;
		}
	}
	return status >= 300 && status < 400;
}

const char *pgw_advice(const struct pgw_request *request, bool unknown)
{
	static const struct {
		const char *by, *advice;
	} inquiries[] = {
		{"orderId", "; the outcome is unknown: ask getOrderStatusExtended by orderId before repeating the call"},
		{"orderNumber",
			"; the outcome is unknown: ask getOrderStatusExtended by orderNumber before repeating the call"},
		{"task", "; the outcome is unknown: ask getTask before repeating the call"},
	};

	if (!unknown) {
		return "";
	}
	if (request->repeatable) {
		return "; the outcome is unknown: send the same call again, and the gateway answers what became of the first";
	}
	if (!request->method || !request->method->inquiry) {
		return "; the outcome is unknown: find it out before repeating the call";
	}
	for (size_t i = 0; i < sizeof(inquiries) / sizeof(inquiries[0]); i++) {
		if (strcmp(request->method->inquiry, inquiries[i].by) == 0) {
			return inquiries[i].advice;
		}
	}
	return "";
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
