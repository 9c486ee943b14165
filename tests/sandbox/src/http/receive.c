/* Receiving the body of a request, within bounds. */
#include "http/receive.h"

#include "base/secret.h"

#include <stdlib.h>
#include <string.h>

#define BODY_MAX         (1024 * 1024)
#define BODY_DRAINED_MAX (16 * BODY_MAX)
#define BODY_START       512

/* Grows by copying and wiping, so that no part of a card number stays in freed memory. */
static bool reserve(struct sandbox_upload *upload, size_t size)
{
	if (size <= upload->capacity) {
		return true;
	}
	size_t capacity = upload->capacity ? upload->capacity : BODY_START;
	while (capacity < size) {
		capacity *= 2;
	}
	char *body = malloc(capacity);
	if (!body) {
		return false;
	}
	if (upload->body) {
		memcpy(body, upload->body, upload->size);
		sandbox_wipe(upload->body, upload->size);
		free(upload->body);
	}
	upload->body = body;
	upload->capacity = capacity;
	return true;
}

bool sandbox_upload_receive(struct sandbox_upload *upload, unsigned *refused, const char *data, size_t size)
{
	upload->received += size;
	if (upload->received > BODY_DRAINED_MAX) {
		return false;
	}
	if (!*refused && upload->size + size > BODY_MAX) {
		*refused = SANDBOX_HTTP_CONTENT_TOO_LARGE;
	}
	if (*refused) {
		return true;
	}
	if (!reserve(upload, upload->size + size + 1)) {
		return false;
	}
	memcpy(upload->body + upload->size, data, size);
	upload->size += size;
	upload->body[upload->size] = '\0';
	return true;
}

void sandbox_upload_free(struct sandbox_upload *upload)
{
	sandbox_wipe(upload->body, upload->size);
	free(upload->body);
}
