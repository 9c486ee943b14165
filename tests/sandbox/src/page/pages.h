#ifndef SANDBOX_PAGE_PAGES_H
#define SANDBOX_PAGE_PAGES_H

#include "page/page_request.h"

/* The HTTP methods of a page, as an Allow header lists them; NULL if there is no such page. */
const char *sandbox_page_allow(const char *path);

/* Whether the page is for this machine alone: what testers see. */
bool sandbox_page_is_local(const char *path);

/* Answers a request. Its HTTP method must be one of those allowed. */
void sandbox_page_serve(const struct sandbox_page_request *request);

#endif
