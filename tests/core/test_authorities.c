/*
 * Whom libcurl trusts: with a named file of authorities those and no other, although a directory is built into it. The
 * test gives that directory an authority of its own, without touching the machine's: it stands between the TLS library
 * and the C library when the one file is looked for there (OpenSSL) or the directory is read (GnuTLS).
 */
#include "fixture.h"
#include "identity.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---------------------------------------------------------------- the directory */

/* What is asked for in libcurl's directory, and what is there in truth; empty: nothing is looked for yet. */
static struct redirection {
	char asked[256], real[64];
} directory, directory_file;
static atomic_int looked_up;

static const char *redirected_by(const struct redirection *redirection, const char *path)
{
	if (redirection->asked[0] == '\0' || strcmp(path, redirection->asked) != 0) {
		return path;
	}
	looked_up++;
	return redirection->real;
}

#define NEXT(function) ((__typeof__(&(function)))dlsym(RTLD_NEXT, #function))

DIR *opendir(const char *path)
{
	return NEXT(opendir)(redirected_by(&directory, path));
}

int stat(const char *path, struct stat *status)
{
	return fstatat(AT_FDCWD, redirected_by(&directory_file, path), status, 0);
}

/* OpenSSL 3.5 asks by this one. */
int lstat(const char *path, struct stat *status)
{
	return fstatat(AT_FDCWD, redirected_by(&directory_file, path), status, AT_SYMLINK_NOFOLLOW);
}

FILE *fopen(const char *path, const char *mode)
{
	return NEXT(fopen)(redirected_by(&directory_file, path), mode);
}

#ifdef __GLIBC__
#	if !__GLIBC_PREREQ(2, 33)
int __xstat(int version, const char *path, struct stat *status)
{
	(void)version;
	return stat(path, status);
}

int __lxstat(int version, const char *path, struct stat *status)
{
	(void)version;
	return lstat(path, status);
}
#	endif

FILE *fopen64(const char *path, const char *mode)
{
	return NEXT(fopen64)(redirected_by(&directory_file, path), mode);
}
#endif

/* ---------------------------------------------------------------- a gateway over TLS, or a proxy */

struct gateway {
	int listener, port;
	SSL_CTX *context;
	pthread_t thread;
	atomic_int delivered; /* requests, of whatever method */
	atomic_bool stopping;
};

static void serve(struct gateway *gateway, SSL *ssl)
{
	static const char answer[] =
		"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 17\r\n\r\n{\"errorCode\":\"0\"}",
					  refusal[] = "HTTP/1.1 502 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
	char request[4096];

	if (SSL_accept(ssl) == 1 && SSL_read(ssl, request, sizeof(request)) > 0) {
		bool proxied = strncmp(request, "CONNECT", 7) == 0;

		gateway->delivered++;
		SSL_write(ssl, proxied ? refusal : answer, (int)(proxied ? sizeof(refusal) : sizeof(answer)) - 1);
		while (SSL_read(ssl, request, sizeof(request)) > 0) {
			/* until the client closes: what is left unread would reset the connection, and lose the answer */
		}
	}
}

static void *run(void *context)
{
	struct gateway *gateway = context;
	struct pollfd watched = {.fd = gateway->listener, .events = POLLIN};

	while (!gateway->stopping) {
		if (poll(&watched, 1, 20) == 1) {
			int descriptor = accept(gateway->listener, NULL, NULL);
			SSL *ssl = SSL_new(gateway->context);

			SSL_set_fd(ssl, descriptor);
			serve(gateway, ssl);
			SSL_free(ssl);
			close(descriptor);
		}
	}
	return NULL;
}

static void start(struct gateway *gateway, const struct identity *identity)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t length = sizeof(address);

	gateway->listener = socket(AF_INET, SOCK_STREAM, 0);
	assert_int_equal(bind(gateway->listener, (struct sockaddr *)&address, sizeof(address)), 0);
	assert_int_equal(listen(gateway->listener, 8), 0);
	assert_int_equal(getsockname(gateway->listener, (struct sockaddr *)&address, &length), 0);
	gateway->port = ntohs(address.sin_port);
	gateway->context = SSL_CTX_new(TLS_server_method());
	assert_int_equal(SSL_CTX_use_certificate(gateway->context, identity->certificate), 1);
	assert_int_equal(SSL_CTX_use_PrivateKey(gateway->context, identity->key), 1);
	assert_int_equal(pthread_create(&gateway->thread, NULL, run, gateway), 0);
}

static void stop_gateway(struct gateway *gateway)
{
	gateway->stopping = true;
	pthread_join(gateway->thread, NULL);
	SSL_CTX_free(gateway->context);
	close(gateway->listener);
}

/* ---------------------------------------------------------------- the tests */

static char own_directory[] = "/tmp/pgw-authority-XXXXXX", in_directory[64], named[64];
static struct identity authority, other_authority, server;

/* libcurl's directory holds `authority`, which signed the server; `named` is the file of another. */
static int set_up(void **state)
{
	const char *built_in = curl_version_info(CURLVERSION_NOW)->capath;
	unsigned long hash;

	(void)state;
	assert_non_null(mkdtemp(own_directory));
	authority = identity_make("The system's authority", NULL);
	other_authority = identity_make("The named authority", NULL);
	server = identity_make("127.0.0.1", &authority);
	hash = X509_NAME_hash(X509_get_subject_name(authority.certificate));
	snprintf(in_directory, sizeof(in_directory), "%s/%08lx.0", own_directory, hash);
	snprintf(named, sizeof(named), "%s.pem", own_directory);
	identity_save(in_directory, &authority);
	identity_save(named, &other_authority);
	if (built_in) {
		snprintf(directory.asked, sizeof(directory.asked), "%s", built_in);
		snprintf(directory.real, sizeof(directory.real), "%s", own_directory);
		snprintf(directory_file.asked, sizeof(directory_file.asked), "%s/%08lx.0", built_in, hash);
		snprintf(directory_file.real, sizeof(directory_file.real), "%s", in_directory);
	}
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	unlink(in_directory);
	unlink(named);
	rmdir(own_directory);
	identity_free(&authority);
	identity_free(&other_authority);
	identity_free(&server);
	return 0;
}

/* One refund; by a proxy, the gateway plays it. `ca_file` is the option, `ini_file` that of the surroundings. */
static enum pgw_error_kind refund(struct gateway *gateway, const char *ca_file, const char *ini_file, bool by_proxy)
{
	struct pgw_limits limits = {.reply_bytes = 65536};
	struct pgw_pool *pool = pgw_pool_create(NULL);
	char uri[64], options[320], option[128] = "";
	struct pgw_response response;
	struct pgw_client *client;
	struct pgw_error error = {0};
	struct built built;
	void *node;

	snprintf(uri, sizeof(uri), "https://127.0.0.1:%d/payment/", gateway->port);
	if (ca_file) {
		snprintf(option, sizeof(option), ",'caFile':'%s'", ca_file);
	}
	snprintf(options, sizeof(options),
		by_proxy ? "{'retries':0,'timeout':120,'connectTimeout':60%s,'proxy':'https://127.0.0.1:%d'}"
				 : "{'retries':0,'timeout':120,'connectTimeout':60%s}",
		option, gateway->port);
	node = node_of_json(options);
	client = pgw_client_create(NULL, text_of(uri), text_of(USER_NAME), text_of(PASSWORD), (struct pgw_text){0},
		ini_file, &pgw_json_tree, node, &error);
	if (!client) {
		fail_msg("%s", error.message);
	}
	build_any(&built, client, "refund");
	if (pgw_send(pool, &built.request, &limits, &response, &error)) {
		error.kind = PGW_ERROR_NONE;
		pgw_response_free(&response);
	}
	built_free(&built);
	pgw_client_free(client);
	pgw_pool_free(pool);
	pgw_json_free(node);
	return error.kind;
}

/* By default the built-in directory counts: without this the tests below would show nothing. */
static void directory_is_trusted_by_default(void **state)
{
	struct gateway gateway = {0};
	enum pgw_error_kind kind;

	(void)state;
	start(&gateway, &server);
	kind = refund(&gateway, NULL, NULL, false);
	stop_gateway(&gateway);
	if (directory.asked[0] == '\0') {
		print_message("this libcurl has no directory of authorities built in\n");
		assert_int_equal(kind, PGW_ERROR_TLS);
		return;
	}
	assert_int_equal(kind, PGW_ERROR_NONE);
	assert_int_equal(gateway.delivered, 1);
	assert_true(looked_up > 0);
}

static void assert_refused(const char *ca_file, const char *ini_file, bool by_proxy)
{
	struct gateway gateway = {0};
	enum pgw_error_kind kind;

	looked_up = 0;
	start(&gateway, &server);
	kind = refund(&gateway, ca_file, ini_file, by_proxy);
	stop_gateway(&gateway);
	assert_int_equal(kind, PGW_ERROR_TLS);
	assert_int_equal(gateway.delivered, 0);
	assert_int_equal(looked_up, 0);
}

static void named_file_is_all_that_counts(void **state)
{
	(void)state;
	assert_refused(named, NULL, false);
	assert_refused(NULL, named, false); /* that of php.ini */
}

static void so_it_is_for_a_proxy(void **state)
{
	(void)state;
	assert_refused(named, NULL, true);
	assert_refused(NULL, named, true);
}

static void named_authority_is_trusted(void **state)
{
	struct gateway gateway = {0}, proxy = {0};

	(void)state;
	start(&gateway, &server);
	assert_int_equal(refund(&gateway, in_directory, NULL, false), PGW_ERROR_NONE);
	stop_gateway(&gateway);
	start(&proxy, &server);
	assert_int_equal(refund(&proxy, in_directory, NULL, true), PGW_ERROR_CONNECT); /* it was asked, and refused */
	stop_gateway(&proxy);
	assert_int_equal(gateway.delivered, 1);
	assert_int_equal(proxy.delivered, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(directory_is_trusted_by_default),
		cmocka_unit_test(named_file_is_all_that_counts),
		cmocka_unit_test(so_it_is_for_a_proxy),
		cmocka_unit_test(named_authority_is_trusted),
	};

	signal(SIGPIPE, SIG_IGN); /* of the server here */
	return cmocka_run_group_tests_name("authorities", tests, set_up, tear_down);
}
