/*
 * Whom libcurl trusts: with a named file of authorities those and no other, although a file and a directory are built
 * into it; without one both of these. The test gives them authorities of its own, without touching the machine's: it
 * stands between the TLS library and the C library when the built-in file is read, when one file is looked for in the
 * directory (OpenSSL), or when the directory is read (GnuTLS, and the core).
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

/* Paths that are built into libcurl, and what is there in truth; empty: nothing is looked for yet. */
struct redirection {
	char asked[256], real[64];
};

static struct redirection directory, file;
static atomic_int looked_up, files_read;

/* Both what is in the directory and the directory itself. */
static const char *redirected(const char *path)
{
	static _Thread_local char real[512];
	size_t length = strlen(directory.asked);

	if (file.asked[0] && strcmp(path, file.asked) == 0) {
		files_read++;
		return file.real;
	}
	if (length == 0 || strncmp(path, directory.asked, length) != 0 || (path[length] != '/' && path[length] != '\0')) {
		return path;
	}
	looked_up++;
	snprintf(real, sizeof(real), "%s%s", directory.real, path + length);
	return real;
}

#define NEXT(function) ((__typeof__(&(function)))dlsym(RTLD_NEXT, #function))

DIR *opendir(const char *path)
{
	return NEXT(opendir)(redirected(path));
}

int stat(const char *path, struct stat *status)
{
	return fstatat(AT_FDCWD, redirected(path), status, 0);
}

/* OpenSSL 3.5 asks by this one. */
int lstat(const char *path, struct stat *status)
{
	return fstatat(AT_FDCWD, redirected(path), status, AT_SYMLINK_NOFOLLOW);
}

FILE *fopen(const char *path, const char *mode)
{
	return NEXT(fopen)(redirected(path), mode);
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
	return NEXT(fopen64)(redirected(path), mode);
}
#endif

/* ---------------------------------------------------------------- a gateway over TLS, or a proxy */

struct gateway {
	int listener, port;
	SSL_CTX *context;
	pthread_t thread;
	atomic_int accepted;  /* connections */
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

			gateway->accepted++;
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

static char own_directory[] = "/tmp/pgw-authority-XXXXXX", empty_directory[64], in_directory[2][64], in_file[64];
static char named[64];
static struct identity directory_authorities[2], file_authority, other_authority;
static struct identity directory_servers[2], file_server, other_server;

static void save_hashed(char *path, size_t size, const struct identity *identity)
{
	unsigned long hash = X509_NAME_hash(X509_get_subject_name(identity->certificate));

	snprintf(path, size, "%s/%08lx.0", own_directory, hash);
	identity_save(path, identity);
}

/*
 * Two authorities are in libcurl's directory, because the core names one of them for itself. Another is in its file.
 * What the option names has one that is in neither.
 */
static int set_up(void **state)
{
	const curl_version_info_data *info = curl_version_info(CURLVERSION_NOW);

	(void)state;
	assert_non_null(mkdtemp(own_directory));
	for (int i = 0; i < 2; i++) {
		directory_authorities[i] = identity_make(i == 0 ? "One of the directory" : "Another of the directory", NULL);
		directory_servers[i] = identity_make("127.0.0.1", &directory_authorities[i]);
		save_hashed(in_directory[i], sizeof(in_directory[i]), &directory_authorities[i]);
	}
	file_authority = identity_make("The one of the file", NULL);
	file_server = identity_make("127.0.0.1", &file_authority);
	other_authority = identity_make("The named authority", NULL);
	other_server = identity_make("127.0.0.1", &other_authority);
	snprintf(in_file, sizeof(in_file), "%s.file.pem", own_directory);
	snprintf(named, sizeof(named), "%s.named.pem", own_directory);
	snprintf(empty_directory, sizeof(empty_directory), "%s.empty", own_directory);
	identity_save(in_file, &file_authority);
	identity_save(named, &other_authority);
	mkdir(empty_directory, 0700);
	snprintf(directory.asked, sizeof(directory.asked), "%s", info->capath ? info->capath : "");
	snprintf(directory.real, sizeof(directory.real), "%s", own_directory);
	snprintf(file.asked, sizeof(file.asked), "%s", info->cainfo ? info->cainfo : "");
	snprintf(file.real, sizeof(file.real), "%s", in_file);
	return 0;
}

static int tear_down(void **state)
{
	struct identity *identities[] = {&directory_authorities[0], &directory_authorities[1], &directory_servers[0],
		&directory_servers[1], &file_authority, &file_server, &other_authority, &other_server};

	(void)state;
	unlink(in_directory[0]);
	unlink(in_directory[1]);
	unlink(in_file);
	unlink(named);
	rmdir(own_directory);
	rmdir(empty_directory);
	for (size_t i = 0; i < COUNT(identities); i++) {
		identity_free(identities[i]);
	}
	return 0;
}

/* One refund; by a proxy, the gateway plays it. `ca_file` is the option, `ini_file` that of the surroundings. */
static enum pgw_error_kind refund_by(
	struct pgw_pool *pool, struct gateway *gateway, const char *ca_file, const char *ini_file, bool by_proxy)
{
	struct pgw_limits limits = {.reply_bytes = 65536};
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
	pgw_json_free(node);
	return error.kind;
}

static enum pgw_error_kind refund(struct gateway *gateway, const char *ca_file, const char *ini_file, bool by_proxy)
{
	struct pgw_pool *pool = pgw_pool_create(NULL);
	enum pgw_error_kind kind = refund_by(pool, gateway, ca_file, ini_file, by_proxy);

	pgw_pool_free(pool);
	return kind;
}

static enum pgw_error_kind refund_at(const struct identity *server, bool by_proxy)
{
	struct gateway gateway = {0};
	enum pgw_error_kind kind;

	looked_up = files_read = 0;
	start(&gateway, server);
	kind = refund(&gateway, NULL, NULL, by_proxy);
	stop_gateway(&gateway);
	/* A proxy was asked, and refused. */
	assert_int_equal(gateway.delivered, kind == (by_proxy ? PGW_ERROR_CONNECT : PGW_ERROR_NONE));
	return kind;
}

static bool is_openssl(void)
{
	return strncmp(curl_version_info(CURLVERSION_NOW)->ssl_version, "OpenSSL/", 8) == 0;
}

/* By default what is built in counts: without this the tests below would show nothing. */
static void directory_is_trusted_by_default(void **state)
{
	(void)state;
	for (int i = 0; i < 2; i++) {
		if (directory.asked[0] == '\0') {
			print_message("this libcurl has no directory of authorities built in\n");
			assert_int_equal(refund_at(&directory_servers[i], false), PGW_ERROR_TLS);
			continue;
		}
		assert_int_equal(refund_at(&directory_servers[i], false), PGW_ERROR_NONE);
		assert_true(looked_up > 0);
		assert_true(files_read == 0 || !is_openssl()); /* the directory alone is cheap */
		assert_int_equal(refund_at(&directory_servers[i], true), PGW_ERROR_CONNECT);
	}
}

/* Debian's libcurl with GnuTLS has none. */
static bool lacks_file(void)
{
	if (file.asked[0] == '\0') {
		print_message("this libcurl has no file of authorities built in\n");
	}
	return file.asked[0] == '\0';
}

static void so_is_the_file(void **state)
{
	(void)state;
	if (lacks_file()) {
		assert_int_equal(refund_at(&file_server, false), PGW_ERROR_TLS);
		return;
	}
	assert_int_equal(refund_at(&file_server, false), PGW_ERROR_NONE);
	assert_true(files_read > 0);
	assert_int_equal(refund_at(&file_server, true), PGW_ERROR_CONNECT);
}

static void nobody_else_is(void **state)
{
	(void)state;
	assert_int_equal(refund_at(&other_server, false), PGW_ERROR_TLS);
	assert_int_equal(refund_at(&other_server, true), PGW_ERROR_TLS);
}

/* Once the directory was not enough, no handshake is spent on it again. */
static void directory_is_tried_once(void **state)
{
	struct pgw_pool *pool;
	struct gateway gateway = {0};

	(void)state;
	if (lacks_file()) {
		return;
	}
	pool = pgw_pool_create(NULL);
	start(&gateway, &file_server);
	for (int i = 1; i <= 3; i++) {
		assert_int_equal(refund_by(pool, &gateway, NULL, NULL, false), PGW_ERROR_NONE);
		assert_int_equal(gateway.delivered, i);
		assert_int_equal(gateway.accepted, i + (is_openssl() && directory.asked[0] != '\0'));
	}
	stop_gateway(&gateway);
	pgw_pool_free(pool);
}

/* One without hashed certificates is not tried at all. */
static void empty_directory_is_no_way(void **state)
{
	struct gateway gateway = {0};

	(void)state;
	if (lacks_file()) {
		return;
	}
	snprintf(directory.real, sizeof(directory.real), "%s", empty_directory);
	start(&gateway, &file_server);
	assert_int_equal(refund(&gateway, NULL, NULL, false), PGW_ERROR_NONE);
	stop_gateway(&gateway);
	snprintf(directory.real, sizeof(directory.real), "%s", own_directory);
	assert_int_equal(gateway.accepted, 1);
}

static void assert_refused(const char *ca_file, const char *ini_file, bool by_proxy)
{
	struct gateway gateway = {0};
	enum pgw_error_kind kind;

	looked_up = files_read = 0;
	start(&gateway, &directory_servers[0]);
	kind = refund(&gateway, ca_file, ini_file, by_proxy);
	stop_gateway(&gateway);
	assert_int_equal(kind, PGW_ERROR_TLS);
	assert_int_equal(gateway.delivered, 0);
	assert_int_equal(gateway.accepted, 1);
	assert_int_equal(looked_up + files_read, 0);
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
	start(&gateway, &other_server);
	assert_int_equal(refund(&gateway, named, NULL, false), PGW_ERROR_NONE);
	stop_gateway(&gateway);
	start(&proxy, &other_server);
	assert_int_equal(refund(&proxy, named, NULL, true), PGW_ERROR_CONNECT); /* it was asked, and refused */
	stop_gateway(&proxy);
	assert_int_equal(gateway.delivered, 1);
	assert_int_equal(proxy.delivered, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(directory_is_trusted_by_default),
		cmocka_unit_test(so_is_the_file),
		cmocka_unit_test(nobody_else_is),
		cmocka_unit_test(directory_is_tried_once),
		cmocka_unit_test(empty_directory_is_no_way),
		cmocka_unit_test(named_file_is_all_that_counts),
		cmocka_unit_test(so_it_is_for_a_proxy),
		cmocka_unit_test(named_authority_is_trusted),
	};

	signal(SIGPIPE, SIG_IGN); /* of the server here */
	return cmocka_run_group_tests_name("authorities", tests, set_up, tear_down);
}
