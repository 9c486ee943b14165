/* Loading libcurl, once in a process. */
#include "libcurl.h"

#include "../error.h"

#include <dlfcn.h>
#include <pthread.h>

/* ./configure detects the file; a build without it uses the name that libcurl has had since 2006. */
#ifdef PGW_LIBCURL_FILE
#	define QUOTED(text)        #    text
#	define QUOTED_VALUE(macro) QUOTED(macro)
static const char libcurl_file[] = QUOTED_VALUE(PGW_LIBCURL_FILE);
#elif defined(__APPLE__)
static const char libcurl_file[] = "libcurl.4.dylib";
#else
static const char libcurl_file[] = "libcurl.so.4";
#endif

struct pgw_libcurl pgw_libcurl;

static pthread_once_t loading_once = PTHREAD_ONCE_INIT;
static const char *load_failure; /* NULL: loaded */

#define PGW_LIBCURL_FIND(function) \
	*(void **)&pgw_libcurl.function = dlsym(library, "curl_" #function); \
	complete = complete && pgw_libcurl.function;

/* Since 7.80 a connection can be checked before it is reused: code compiled to do so must not run with an older one. */
enum { OLDEST = LIBCURL_VERSION_NUM >= 0x075000 ? 0x075000 : 0x074C00 };

/*
 * From 7.88 to 8.6 libcurl keeps reading HTTP/2 until the server pauses or sends part of the body: with empty frames,
 * settings or pings a server can block the thread, and all calls on it, forever. Meanwhile libcurl checks no timeout
 * and calls no callback, so only another thread could stop it. HTTP/1.1 only costs one connection for each concurrent
 * call.
 */
static long best_http_version(const curl_version_info_data *info)
{
	enum { READS_ON = 0x075800, READS_BOUNDED = 0x080700 };
	bool bounded = info->version_num < READS_ON || info->version_num >= READS_BOUNDED;

	return info->features & CURL_VERSION_HTTP2 && bounded ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1;
}

static void load_libcurl(void)
{
	void *library = dlopen(libcurl_file, RTLD_NOW | RTLD_LOCAL);
	bool complete = true;

	if (!library) {
		load_failure = "it is not there";
		return;
	}
	PGW_LIBCURL(PGW_LIBCURL_FIND)
	if (!complete || curl_version_info(CURLVERSION_NOW)->version_num < OLDEST) {
		load_failure = "it is too old for what this was compiled against";
		return;
	}
	pgw_libcurl.http_version = best_http_version(curl_version_info(CURLVERSION_NOW));
}

bool pgw_libcurl_load(struct pgw_error *error)
{
	pthread_once(&loading_once, load_libcurl);
	return !load_failure ||
		   pgw_fail(error, PGW_ERROR_TRANSPORT, "libcurl (%s) cannot be loaded: %s", libcurl_file, load_failure);
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
		.http2 = pgw_libcurl.http_version == CURL_HTTP_VERSION_2TLS,
		.resolves_aside = info->features & CURL_VERSION_ASYNCHDNS,
	};
	return true;
}
