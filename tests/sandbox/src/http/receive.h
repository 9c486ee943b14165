#ifndef SANDBOX_HTTP_RECEIVE_H
#define SANDBOX_HTTP_RECEIVE_H

#include "http/mhd.h"
#include <stdbool.h>
#include <stddef.h>

/* The body of one request while it is received. Starts zeroed. */
struct sandbox_upload {
	char *body; /* size bytes and a NUL; NULL if empty */
	size_t size, capacity;
	size_t received; /* including what was dropped */
};

/*
 * Receives the next part of a body. If *refused, an HTTP status, is set, the body is read and dropped so that the
 * client gets to read the answer; it becomes 413 if the body is too large. False if the connection should be closed.
 */
bool sandbox_upload_receive(struct sandbox_upload *upload, unsigned *refused, const char *data, size_t size);

/* Wipes and frees. */
void sandbox_upload_free(struct sandbox_upload *upload);

#endif
