/* The beginning of a body that is not a JSON object, for messages: a firewall's page has a support id, for example. */
#ifndef PGW_EXCERPT_H
#define PGW_EXCERPT_H

#include "pgw.h"

/* The excerpt has no tags, control characters or secrets of the request, and is valid UTF-8; "" if nothing remains. */
void pgw_excerpt(char to[PGW_EXCERPT], struct pgw_text body, const struct pgw_request *request);

#endif
