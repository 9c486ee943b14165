#include "libcurl.h"

#include "error.h"

#include <dlfcn.h>
#include <pthread.h>

/* ./configure finds out which one is there; a build without it takes the name that libcurl has had since 2006. */
#ifdef PGW_LIBCURL_FILE
#	define QUOTED(text)        #    text
#	define QUOTED_VALUE(macro) QUOTED(macro)
static const char file[] = QUOTED_VALUE(PGW_LIBCURL_FILE);
#elif defined(__APPLE__)
static const char file[] = "libcurl.4.dylib";
#else
static const char file[] = "libcurl.so.4";
#endif

struct pgw_libcurl pgw_libcurl;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const char *failure; /* NULL: loaded */

#define PGW_LIBCURL_FIND(function) \
	*(void **)&pgw_libcurl.function = dlsym(library, "curl_" #function); \
	complete = complete && pgw_libcurl.function;

/* From 7.80 on a connection is checked before money rides it: what was compiled to do so must not find a libcurl
 * without. */
enum { OLDEST = LIBCURL_VERSION_NUM >= 0x075000 ? 0x075000 : 0x074C00 };

static void load(void)
{
	void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
	bool complete = true;

	if (!library) {
		failure = "it is not there";
		return;
	}
	PGW_LIBCURL(PGW_LIBCURL_FIND)
	if (!complete || curl_version_info(CURLVERSION_NOW)->version_num < OLDEST) {
		failure = "it is too old for what this was compiled against";
	}
}

bool pgw_libcurl_load(struct pgw_error *error)
{
	pthread_once(&once, load);
	return !failure || pgw_fail(error, PGW_ERROR_TRANSPORT, "libcurl (%s) cannot be loaded: %s", file, failure);
}

bool pgw_libcurl_show(struct pgw_libcurl_facts *facts, struct pgw_error *error)
{
	const curl_version_info_data *info;

	if (!pgw_libcurl_load(error)) {
		return false;
	}
	info = curl_version_info(CURLVERSION_NOW);
	*facts = (struct pgw_libcurl_facts){
		.compiled = LIBCURL_VERSION,
		.loaded = info->version,
		.tls = info->ssl_version ? info->ssl_version : "none",
		.http2 = info->features & CURL_VERSION_HTTP2,
		.resolves_aside = info->features & CURL_VERSION_ASYNCHDNS,
	};
	return true;
}
