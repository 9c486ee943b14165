#ifndef SANDBOX_HTTP_RECEIVE_H
#define SANDBOX_HTTP_RECEIVE_H

#include "http/mhd.h"
#include "request/form.h"

/* The body of one request while it comes in. Starts zeroed. */
struct sandbox_upload {
	char *body;
	size_t size, capacity;
	size_t received; /* kept or not */
};

/*
 * Takes the next part of a body. What is refused is read and dropped, so that the client can read why: *refused is the
 * HTTP status, and becomes 413 if the body is too large. False if the connection should be closed.
 */
bool sandbox_upload_receive(struct sandbox_upload *upload, unsigned *refused, const char *data, size_t size);

/* Wipes and frees. */
void sandbox_upload_free(struct sandbox_upload *upload);

/* The query of a URL as a form, which borrows from the connection; the caller frees it. False if memory ran out. */
bool sandbox_query_read(struct MHD_Connection *connection, struct sandbox_form *form);

#endif
