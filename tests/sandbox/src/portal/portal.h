#ifndef SANDBOX_PORTAL_PORTAL_H
#define SANDBOX_PORTAL_PORTAL_H

#include "page/page_request.h"

/* The merchant portal: pages for a shop's staff, below /portal. */

/* The HTTP methods of a page, as an Allow header lists them; NULL if there is no such page. */
const char *sandbox_portal_allow(const char *path);

/* Answers a request: who is logged in, whether the form is the portal's own, and then its handler. */
void sandbox_portal_serve(const struct sandbox_page_request *request);

#endif
