/* libcurl, loaded with dlopen() when it is first needed. Include this instead of curl/curl.h. */

/*
 * libcurl depends on two dozen libraries, and loading them takes several times longer than everything else that this
 * extension does at startup, while most scripts of a shop never call a gateway. The macros below call the functions
 * that dlsym() found.
 */
#ifndef PGW_LIBCURL_H
#define PGW_LIBCURL_H

#define CURL_DISABLE_TYPECHECK /* its macros call the functions by name */
#include <curl/curl.h>

#include "../pgw.h"

#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt

/* clang-format off */
#define PGW_LIBCURL(each) \
	each(easy_cleanup) each(easy_getinfo) each(easy_init) each(easy_setopt) each(easy_strerror) \
	each(free) each(global_cleanup) each(global_init) \
	each(multi_add_handle) each(multi_cleanup) each(multi_info_read) each(multi_init) each(multi_remove_handle) \
	each(multi_setopt) each(multi_socket_action) \
	each(slist_append) each(slist_free_all) \
	each(url) each(url_cleanup) each(url_get) each(url_set) \
	each(version_info)
/* clang-format on */

#define PGW_LIBCURL_MEMBER(name) __typeof__(curl_##name) *name;
struct pgw_libcurl {
	PGW_LIBCURL(PGW_LIBCURL_MEMBER)
	long http_version; /* the best usable one, for CURLOPT_HTTP_VERSION */
};

/* The functions; NULL until libcurl is loaded. Shared by all threads, and never unloaded. */
extern struct pgw_libcurl pgw_libcurl;
/* Loads libcurl, if necessary. False: the error says why it cannot be loaded. */
bool pgw_libcurl_load(struct pgw_error *error);

#define curl_easy_cleanup        pgw_libcurl.easy_cleanup
#define curl_easy_getinfo        pgw_libcurl.easy_getinfo
#define curl_easy_init           pgw_libcurl.easy_init
#define curl_easy_setopt         pgw_libcurl.easy_setopt
#define curl_easy_strerror       pgw_libcurl.easy_strerror
#define curl_free                pgw_libcurl.free
#define curl_global_cleanup      pgw_libcurl.global_cleanup
#define curl_global_init         pgw_libcurl.global_init
#define curl_multi_add_handle    pgw_libcurl.multi_add_handle
#define curl_multi_cleanup       pgw_libcurl.multi_cleanup
#define curl_multi_info_read     pgw_libcurl.multi_info_read
#define curl_multi_init          pgw_libcurl.multi_init
#define curl_multi_remove_handle pgw_libcurl.multi_remove_handle
#define curl_multi_setopt        pgw_libcurl.multi_setopt
#define curl_multi_socket_action pgw_libcurl.multi_socket_action
#define curl_slist_append        pgw_libcurl.slist_append
#define curl_slist_free_all      pgw_libcurl.slist_free_all
#define curl_url                 pgw_libcurl.url
#define curl_url_cleanup         pgw_libcurl.url_cleanup
#define curl_url_get             pgw_libcurl.url_get
#define curl_url_set             pgw_libcurl.url_set
#define curl_version_info        pgw_libcurl.version_info

#endif
