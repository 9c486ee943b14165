/* What the core does with each libcurl that it may meet at run time. This program tells it which one that is. */
#include "fixture.h"

#include "net/authorities.h"
#include "net/libcurl.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* ---------------------------------------------------------------- the libcurl that is met */

static curl_version_info_data met;

/* Instead of libcurl's. */
curl_version_info_data *curl_version_info(CURLversion version)
{
	(void)version;
	return &met;
}

static void meet(unsigned number, int features)
{
	met = (curl_version_info_data){
		.age = CURLVERSION_NOW, .version = "7.0.0", .version_num = number, .features = features};
}

/* ---------------------------------------------------------------- HTTP */

struct http {
	const char *label;
	unsigned number;
	int features;
	long version;
};

static const struct http https[] = {
	{"7.87", 0x075700, CURL_VERSION_HTTP2, CURL_HTTP_VERSION_2TLS},
	{"7.88 reads without end", 0x075800, CURL_VERSION_HTTP2, CURL_HTTP_VERSION_1_1},
	{"8.6 still does", 0x080600, CURL_VERSION_HTTP2, CURL_HTTP_VERSION_1_1},
	{"8.7", 0x080700, CURL_VERSION_HTTP2, CURL_HTTP_VERSION_2TLS},
	{"8.7 built without", 0x080700, 0, CURL_HTTP_VERSION_1_1},
};

static void best_http_version(void **state)
{
	const struct http *row = *state;

	meet(row->number, row->features);
	assert_int_equal(pgw_libcurl_http_version(), row->version);
	assert_int_equal(pgw_libcurl_show().http2, row->version == CURL_HTTP_VERSION_2TLS);
}

/* ---------------------------------------------------------------- age */

static void one_that_cannot_check_connections_is_refused(void **state)
{
	struct pgw_error error;

	(void)state;
	meet(PGW_ASKED_BEFORE_SENDING ? 0x074F00 : 0x074B00, 0);
	assert_false(pgw_libcurl_check(&error));
	assert_int_equal(error.kind, PGW_ERROR_TRANSPORT);
	assert_string_equal(error.message, "libcurl 7.0.0 is too old: this was compiled with " LIBCURL_VERSION);
	meet(0x075000, 0);
	assert_true(pgw_libcurl_check(&error));
}

static void no_client_without_it(void **state)
{
	const struct pgw_tree *tree = &pgw_json_tree;
	struct pgw_error error;

	(void)state;
	meet(0x074B00, 0);
	assert_null(pgw_client_create(
		NULL, text_of(BASE_URI), text_of(USER_NAME), text_of(PASSWORD), text_of(NULL), NULL, tree, NULL, &error));
	assert_holds(error.message, "too old");
}

/* ---------------------------------------------------------------- authorities */

static char hashed[] = "/tmp/pgw-libcurl-XXXXXX";

struct build_of_libcurl {
	const char *label, *tls, *file, *directory;
	bool alone; /* is its directory used alone? */
};

static const struct build_of_libcurl builds[] = {
	{"OpenSSL", "OpenSSL/3.0.19", "/etc/authorities.pem", hashed, true},
	{"OpenSSL as the default of two", "OpenSSL/3.0.19 (GnuTLS/3.7.9)", "/etc/authorities.pem", hashed, true},
	{"OpenSSL, the directory alone already", "OpenSSL/3.0.19", NULL, hashed, false},
	{"OpenSSL, no directory", "OpenSSL/3.0.19", "/etc/authorities.pem", NULL, false},
	{"OpenSSL, a directory that is not there", "OpenSSL/3.0.19", "/etc/authorities.pem", "/does/not/exist", false},
	{"OpenSSL, a directory without hashes", "OpenSSL/3.0.19", "/etc/authorities.pem", "/proc/self", false},
	{"GnuTLS", "GnuTLS/3.7.9", "/etc/authorities.pem", hashed, false},
	{"GnuTLS as the default of two", "(OpenSSL/3.0.19) GnuTLS/3.7.9", "/etc/authorities.pem", hashed, false},
	{"no TLS", NULL, NULL, NULL, false},
};

static void directory_alone(void **state)
{
	const struct build_of_libcurl *row = *state;
	struct pgw_authorities authorities = {0};
	struct pgw_client client = {0};
	CURL *curl = curl_easy_init();
	char file[64];
	bool alone;

	snprintf(file, sizeof(file), "%s/0123abcd.0", hashed);
	meet(0x075800, 0);
	met.ssl_version = row->tls;
	met.cainfo = row->file;
	met.capath = row->directory;
	assert_true(pgw_authorities_set(&authorities, curl, &client, &alone));
	assert_int_equal(alone, row->alone);
	assert_string_equal(authorities.in_directory, row->alone ? file : "");
	pgw_authorities_add_file(&authorities);
	assert_true(pgw_authorities_set(&authorities, curl, &client, &alone));
	assert_false(alone);
	curl_easy_cleanup(curl);
}

static int test_authorities(void)
{
	char file[64];
	int failed;

	assert_non_null(mkdtemp(hashed));
	snprintf(file, sizeof(file), "%s/0123abcd.0", hashed);
	fclose(fopen(file, "w"));
	failed = RUN_ROWS("libcurl: its directory of authorities", builds, directory_alone);
	unlink(file);
	rmdir(hashed);
	return failed;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_that_cannot_check_connections_is_refused),
		cmocka_unit_test(no_client_without_it),
	};
	int failed = cmocka_run_group_tests_name("libcurl", tests, NULL, NULL);

	failed += RUN_ROWS("libcurl: HTTP", https, best_http_version);
	failed += test_authorities();
	return failed != 0;
}
