/* What must be known of the libcurl that is there at run time, which may be older or newer than that of the build. */
#ifndef PGW_LIBCURL_H
#define PGW_LIBCURL_H

#include <curl/curl.h>

#include "../pgw.h"

/* False if it lacks what this was compiled to use; the error says so. */
bool pgw_libcurl_check(struct pgw_error *error);
/* The best usable version, for CURLOPT_HTTP_VERSION. */
long pgw_libcurl_http_version(void);

#endif
