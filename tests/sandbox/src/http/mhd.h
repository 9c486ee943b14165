#ifndef SANDBOX_HTTP_MHD_H
#define SANDBOX_HTTP_MHD_H

#include <microhttpd.h>

/* Names that differ between versions of libmicrohttpd. */

#if MHD_VERSION >= 0x00097002
typedef enum MHD_Result mhd_result;
#else
typedef int mhd_result;
#endif

#define SANDBOX_HTTP_CONTENT_TOO_LARGE 413

#endif
