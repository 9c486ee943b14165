/* Parsed URIs, shared by all easy handles of a pool: nearly all calls use one of a few again. */
#ifndef PGW_URIS_H
#define PGW_URIS_H

#include <curl/curl.h>
#include <stddef.h>

struct pgw_uri {
	size_t users; /* handles, and the list below */
	CURLU *parsed;
	char text[];
};

struct pgw_uris {
	struct pgw_uri *at[8]; /* the last used first; the rest are NULL */
};

/* The URI of that text. NULL: it cannot be parsed, or out of memory. Return it by the function below. */
struct pgw_uri *pgw_uris_take(struct pgw_uris *uris, const char *text);
void pgw_uri_give(struct pgw_uri *uri);
void pgw_uris_free(struct pgw_uris *uris);

#endif
