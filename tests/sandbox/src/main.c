/* The sandbox's main(): signals, start and stop. */
#define _GNU_SOURCE
#include "callback/delivery.h"
#include "gateway/gateway.h"
#include "http/certificate.h"
#include "http/listen.h"
#include "http/server.h"
#include "options.h"

#include <curl/curl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define PEM_MAX (256 * 1024)

/* Reads a small file as a NUL-terminated text, which the caller frees. NULL after printing why not. */
static char *read_file(const char *path)
{
	FILE *file = fopen(path, "re");
	char *text = calloc(1, PEM_MAX + 1);
	if (!file || !text || (fread(text, 1, PEM_MAX, file) == 0 && ferror(file))) {
		fprintf(stderr, "sandbox: cannot read %s\n", path);
		free(text);
		text = NULL;
	}
	if (file) {
		fclose(file);
	}
	return text;
}

static char *make_base_uri(const struct sandbox_options *options, int port)
{
	static const char *const any[][2] = {{"0.0.0.0", "127.0.0.1"}, {"::", "::1"}};
	const char *host = options->host;
	for (size_t i = 0; i < sizeof any / sizeof *any; i++) {
		host = strcmp(host, any[i][0]) == 0 ? any[i][1] : host;
	}
	bool brackets = strchr(host, ':') != NULL;
	char *uri = NULL;
	int size = asprintf(&uri, "%s://%s%s%s:%d" SANDBOX_BASE_PATH,
		options->certificate || options->authority ? "https" : "http", brackets ? "[" : "", host, brackets ? "]" : "",
		port);
	return size < 0 ? NULL : uri;
}

/* Every connection needs a descriptor, and the usual limit is 1024. */
static void raise_descriptor_limit(void)
{
	struct rlimit limit;
	if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
		limit.rlim_cur = limit.rlim_max;
		setrlimit(RLIMIT_NOFILE, &limit);
	}
}

/* Blocks them in every thread, so that this one can wait for them. */
static void block_signals(sigset_t *signals)
{
	sigemptyset(signals);
	sigaddset(signals, SIGTERM);
	sigaddset(signals, SIGINT);
	pthread_sigmask(SIG_BLOCK, signals, NULL);
	signal(SIGPIPE, SIG_IGN);
}

static bool read_tls(const struct sandbox_options *options, char **certificate, char **key)
{
	if (options->authority) {
		return sandbox_certificate_make(options->host, options->authority, certificate, key);
	}
	if (!options->certificate) {
		return true;
	}
	*certificate = read_file(options->certificate);
	*key = read_file(options->key);
	return *certificate && *key;
}

static int serve_until_signal(const struct sandbox_options *options)
{
	struct sandbox_gateway gateway = {.store = NULL};
	struct sandbox_http *http = NULL;
	struct sandbox_delivery *delivery = NULL;
	char *certificate = NULL, *key = NULL, *base_uri = NULL;
	struct sandbox_log *log = sandbox_log_open();
	int port = options->port, fd = -1, status = EXIT_FAILURE, signal;
	sigset_t signals;
	block_signals(&signals);
	gateway.failures = sandbox_failures_open();
	if (!log || !gateway.failures || !read_tls(options, &certificate, &key)) {
		goto cleanup;
	}
	fd = sandbox_listen(options->host, &port);
	if (fd < 0 || !(base_uri = make_base_uri(options, port)) ||
		!(gateway.store = sandbox_store_open(options->database))) {
		goto cleanup;
	}
	gateway.base_uri = base_uri;
	delivery = sandbox_delivery_start(gateway.store, options->callback_authorities);
	gateway.log = log;
	http = delivery ? sandbox_http_start(&gateway, fd, &(struct sandbox_tls){certificate, key}) : NULL;
	if (!http) {
		goto cleanup;
	}
	fd = -1;
	puts(base_uri);
	fflush(stdout);
	sigwait(&signals, &signal);
	status = EXIT_SUCCESS;
cleanup:
	sandbox_http_stop(http);
	sandbox_delivery_stop(delivery);
	if (fd >= 0) {
		close(fd);
	}
	sandbox_store_close(gateway.store);
	sandbox_log_close(log);
	sandbox_failures_close(gateway.failures);
	free(base_uri);
	free(certificate);
	free(key);
	return status;
}

int main(int argc, char **argv)
{
	struct sandbox_options options;
	if (!sandbox_options_read(&options, argc, argv)) {
		return 2;
	}
	umask(077);
	raise_descriptor_limit();
	sandbox_settings_start_with(options.bank, options.strict);
	curl_global_init(CURL_GLOBAL_DEFAULT);
	int status = serve_until_signal(&options);
	curl_global_cleanup();
	return status;
}
