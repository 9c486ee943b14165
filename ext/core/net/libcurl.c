/* The version of libcurl at run time: is it new enough, which HTTP may it speak, and what phpinfo() shows. */
#include "libcurl.h"

#include "../error.h"

/* Code compiled to be asked before each sending must not run with a libcurl that does not. */
enum { OLDEST = PGW_ASKED_BEFORE_SENDING ? 0x075000 : 0x074C00 };

bool pgw_libcurl_check(struct pgw_error *error)
{
	const curl_version_info_data *info = curl_version_info(CURLVERSION_NOW);

	return info->version_num >= OLDEST ||
		   pgw_fail(error, PGW_ERROR_TRANSPORT, "libcurl %s is too old: this was compiled with %s", info->version,
			   LIBCURL_VERSION);
}

/*
 * From 7.88 to 8.6 libcurl keeps reading HTTP/2 until the server pauses or sends part of the body: with empty frames,
 * settings or pings a server can block the thread, and all calls on it, forever. Meanwhile libcurl checks no timeout
 * and calls no callback, so only another thread could stop it. HTTP/1.1 only costs one connection for each concurrent
 * call.
 */
long pgw_libcurl_http_version(void)
{
	enum { READS_ON = 0x075800, READS_BOUNDED = 0x080700 };
	const curl_version_info_data *info = curl_version_info(CURLVERSION_NOW);
	bool bounded = info->version_num < READS_ON || info->version_num >= READS_BOUNDED;

	return info->features & CURL_VERSION_HTTP2 && bounded ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1;
}

struct pgw_libcurl_facts pgw_libcurl_show(void)
{
	const curl_version_info_data *info = curl_version_info(CURLVERSION_NOW);

	return (struct pgw_libcurl_facts){
		.compiled = LIBCURL_VERSION,
		.loaded = info->version,
		.tls = info->ssl_version ? info->ssl_version : "none",
		.http2 = pgw_libcurl_http_version() == CURL_HTTP_VERSION_2TLS,
		.resolves_aside = info->features & CURL_VERSION_ASYNCHDNS,
	};
}
