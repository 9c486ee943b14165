/* The beginning of a body that is no JSON object, for messages: banks ask for the support id on a firewall's page. */
#ifndef PGW_EXCERPT_H
#define PGW_EXCERPT_H

#include "pgw.h"

/* Without tags, control characters and the request's secrets; valid UTF-8, "" when nothing is left. */
void pgw_excerpt(char to[PGW_EXCERPT], struct pgw_text body, const struct pgw_request *request);

#endif
