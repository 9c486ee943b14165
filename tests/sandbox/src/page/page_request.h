#ifndef SANDBOX_PAGE_PAGE_REQUEST_H
#define SANDBOX_PAGE_PAGE_REQUEST_H

#include "gateway/gateway.h"
#include "request/form.h"

/* A request for a page. Everything is borrowed. */
struct sandbox_page_request {
	struct sandbox_gateway *gateway;
	const char *path; /* of the URL */
	bool post;
	const struct sandbox_form *query;
	const struct sandbox_form *body; /* empty for a GET */
	struct sandbox_reply *reply;
	const char *cookie; /* these three are headers; NULL: none */
	const char *origin;
	const char *host;
};

#endif
