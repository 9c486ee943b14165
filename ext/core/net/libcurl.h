/* What must be known of the libcurl that is there at run time, which may be older or newer than that of the build. */
#ifndef PGW_LIBCURL_H
#define PGW_LIBCURL_H

#include <curl/curl.h>

#include "../pgw.h"

/*
 * Since 7.80 libcurl asks before each sending. PGW_NOT_ASKED_BEFORE_SENDING, for developers, does as if it did not.
 */
#if LIBCURL_VERSION_NUM >= 0x075000 && !defined(PGW_NOT_ASKED_BEFORE_SENDING)
#	define PGW_ASKED_BEFORE_SENDING 1
#else
#	define PGW_ASKED_BEFORE_SENDING 0
#endif

/* False if it lacks what this was compiled to use; the error says so. */
bool pgw_libcurl_check(struct pgw_error *error);
/* The best usable version, for CURLOPT_HTTP_VERSION. */
long pgw_libcurl_http_version(void);

#endif
