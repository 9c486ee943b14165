/* A client is made of a base URI, credentials and options, each checked once, here. */
#include "client.h"

#include "error.h"
#include "net/libcurl.h"
#include "secrets.h"
#include "text.h"

#include <arpa/inet.h>
#include <math.h>
#include <openssl/crypto.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

enum { LONGEST_TIMEOUT = 24 * 60 * 60 };

/* ---------------------------------------------------------------- options */

struct reading {
	struct pgw_client *client;
	const struct pgw_tree *tree;
	struct pgw_error *error;
	const void *options;
	struct pgw_text password, token;
};

static bool read_text(struct reading *reading, const char *name, const void *value, char **to, const char *expected)
{
	const struct pgw_tree *tree = reading->tree;
	struct pgw_text text;

	if (tree->type(value) != PGW_STRING) {
		return pgw_fail(reading->error, PGW_ERROR_ARGUMENT, "option %s must be %s", name, expected);
	}
	text = tree->text(value);
	if (pgw_text_characters(text) < 1) {
		return pgw_fail(reading->error, PGW_ERROR_ARGUMENT, "option %s must be %s", name, expected);
	}
	*to = pgw_text_copy(text);
	return *to ? true : pgw_fail_memory(reading->error);
}

static bool read_seconds(struct reading *reading, const char *name, const void *value, double *to)
{
	const struct pgw_tree *tree = reading->tree;
	enum pgw_type type = tree->type(value);

	if (type == PGW_INTEGER || type == PGW_DOUBLE) {
		double seconds = type == PGW_INTEGER ? (double)tree->integer(value) : tree->real(value);

		if (isfinite(seconds) && seconds >= 0.001 && seconds <= LONGEST_TIMEOUT) {
			*to = seconds;
			return true;
		}
	}
	return pgw_fail(reading->error, PGW_ERROR_ARGUMENT, "option %s must be seconds, int or float, from 0.001 to %d",
		name, LONGEST_TIMEOUT);
}

static bool read_timeout(struct reading *reading, const void *value)
{
	return read_seconds(reading, "timeout", value, &reading->client->timeout);
}

static bool read_connect_timeout(struct reading *reading, const void *value)
{
	return read_seconds(reading, "connectTimeout", value, &reading->client->connect_timeout);
}

/* The path is not repeated: it may be no path but the key itself. */
static bool read_file(struct reading *reading, const char *name, const void *value, char **to, const char *expected)
{
	if (!read_text(reading, name, value, to, expected)) {
		return false;
	}
	return access(*to, R_OK) == 0 || pgw_fail(reading->error, PGW_ERROR_ARGUMENT,
										 "option %s: the file cannot be read; it must be %s", name, expected);
}

static bool read_ca_file(struct reading *reading, const void *value)
{
	return read_file(reading, "caFile", value, &reading->client->ca_file, "the path of a PEM file of CA certificates");
}

static bool read_client_certificate(struct reading *reading, const void *value)
{
	return read_file(reading, "clientCertificate", value, &reading->client->client_certificate,
		"the path of a PEM file with a certificate and, unless clientKey names it, its key");
}

static bool read_client_key(struct reading *reading, const void *value)
{
	return read_file(
		reading, "clientKey", value, &reading->client->client_key, "the path of a PEM file with a private key");
}

static bool read_client_key_password(struct reading *reading, const void *value)
{
	return read_text(reading, "clientKeyPassword", value, &reading->client->client_key_password, "a string");
}

static bool read_interface(struct reading *reading, const void *value)
{
	static const char expected[] = "a network interface, or an address of this host";
	enum { LONGEST = 253 }; /* of a host's name; libcurl passes over what is too long for it */

	if (!read_text(reading, "interface", value, &reading->client->interface, expected)) {
		return false;
	}
	return strlen(reading->client->interface) <= LONGEST ||
		   pgw_fail(reading->error, PGW_ERROR_ARGUMENT, "option interface must be %s", expected);
}

static bool read_retries(struct reading *reading, const void *value)
{
	if (reading->tree->type(value) == PGW_INTEGER) {
		int64_t retries = reading->tree->integer(value);

		if (retries >= 0 && retries <= PGW_MOST_RETRIES) {
			reading->client->retries = (int)retries;
			return true;
		}
	}
	return pgw_fail(reading->error, PGW_ERROR_ARGUMENT, "option retries must be an int from 0 to %d", PGW_MOST_RETRIES);
}

static bool is_proxy_scheme(const char *proxy)
{
	static const char *const schemes[] = {"http", "https", "socks4", "socks4a", "socks5", "socks5h"};
	const char *end = strstr(proxy, "://");

	for (size_t i = 0; end && i < sizeof(schemes) / sizeof(schemes[0]); i++) {
		if (strlen(schemes[i]) == (size_t)(end - proxy) && strncasecmp(proxy, schemes[i], (size_t)(end - proxy)) == 0) {
			return true;
		}
	}
	return !end;
}

/* http://user:password@host: the password; without one the user; without both nothing. */
static struct pgw_text proxy_secret_of(struct pgw_text proxy)
{
	const char *scheme, *end = proxy.length > 0 ? memrchr(proxy.at, '@', proxy.length) : NULL, *at, *colon;

	if (!end) {
		return (struct pgw_text){NULL, 0};
	}
	scheme = memmem(proxy.at, (size_t)(end - proxy.at), "://", 3);
	at = scheme ? scheme + 3 : proxy.at;
	colon = memchr(at, ':', (size_t)(end - at));
	at = colon ? colon + 1 : at;
	return (struct pgw_text){at, (size_t)(end - at)};
}

/* A proxy's own password is as secret as the gateway's, so what may be shown is kept apart. */
static bool read_proxy(struct reading *reading, const void *value)
{
	static const char expected[] = "the URL of a proxy, such as http://proxy:3128";
	struct pgw_client *client = reading->client;
	CURLU *url = curl_url();
	char *shown = NULL, *path = NULL;
	bool done = false;

	if (!url) {
		return pgw_fail_memory(reading->error);
	}
	if (!read_text(reading, "proxy", value, &client->proxy, expected)) {
		goto cleanup;
	}
	if (!is_proxy_scheme(client->proxy) ||
		curl_url_set(url, CURLUPART_URL, client->proxy, CURLU_GUESS_SCHEME | CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK ||
		curl_url_set(url, CURLUPART_USER, NULL, 0) != CURLUE_OK ||
		curl_url_set(url, CURLUPART_PASSWORD, NULL, 0) != CURLUE_OK ||
		curl_url_get(url, CURLUPART_PATH, &path, 0) != CURLUE_OK ||
		curl_url_get(url, CURLUPART_URL, &shown, 0) != CURLUE_OK) {
		pgw_fail(reading->error, PGW_ERROR_ARGUMENT, "option proxy must be %s", expected);
		goto cleanup;
	}
	/* What looks like a path is the rest of a password with a slash in it. */
	if (strcmp(path, "/") != 0 || strpbrk(client->proxy, "?#")) {
		pgw_fail(reading->error, PGW_ERROR_ARGUMENT,
			"option proxy must be %s, without a path; in a password write / as %%2F, ? as %%3F, # as %%23", expected);
		goto cleanup;
	}
	client->proxy_secret = proxy_secret_of((struct pgw_text){client->proxy, strlen(client->proxy)});
	client->proxy_shown = pgw_text_copy((struct pgw_text){shown, strlen(shown)});
	done = client->proxy_shown || pgw_fail_memory(reading->error);

cleanup:
	curl_free(path);
	curl_free(shown);
	curl_url_cleanup(url);
	return done;
}

static bool read_ip_resolve(struct reading *reading, const void *value)
{
	static const char expected[] = "'v4' or 'v6'";
	char **ip_resolve = &reading->client->ip_resolve;

	if (!read_text(reading, "ipResolve", value, ip_resolve, expected)) {
		return false;
	}
	if (strcmp(*ip_resolve, "v4") != 0 && strcmp(*ip_resolve, "v6") != 0) {
		return pgw_fail(reading->error, PGW_ERROR_ARGUMENT, "option ipResolve must be %s", expected);
	}
	return true;
}

static bool read_language(struct reading *reading, const void *value)
{
	static const char expected[] = "two letters, such as 'en'";
	char **language = &reading->client->language;

	if (!read_text(reading, "language", value, language, expected)) {
		return false;
	}
	if (strspn(*language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != 2 || (*language)[2] != '\0') {
		return pgw_fail(reading->error, PGW_ERROR_ARGUMENT, "option language must be %s", expected);
	}
	return true;
}

static bool read_currency(struct reading *reading, const void *value)
{
	static const char expected[] = "the three digits of ISO 4217, such as '643'";
	char **currency = &reading->client->currency;

	if (reading->tree->type(value) == PGW_INTEGER) {
		return pgw_fail(reading->error, PGW_ERROR_ARGUMENT, "option currency must be %s, as a string", expected);
	}
	if (!read_text(reading, "currency", value, currency, expected)) {
		return false;
	}
	if (strspn(*currency, "0123456789") != 3 || (*currency)[3] != '\0') {
		return pgw_fail(reading->error, PGW_ERROR_ARGUMENT, "option currency must be %s", expected);
	}
	return true;
}

static bool read_extra_parameters(struct reading *reading, const void *value)
{
	if (reading->tree->type(value) != PGW_BOOLEAN) {
		return pgw_fail(reading->error, PGW_ERROR_ARGUMENT, "option extraParameters must be true or false");
	}
	reading->client->extra_parameters = reading->tree->boolean(value);
	return true;
}

static bool read_dialect(struct reading *reading, const void *value)
{
	const struct pgw_tree *tree = reading->tree;

	for (int i = 0; tree->type(value) == PGW_STRING && i < PGW_DIALECTS; i++) {
		if (pgw_text_is(tree->text(value), pgw_dialect_name((enum pgw_dialect)i))) {
			reading->client->dialect = (enum pgw_dialect)i;
			return true;
		}
	}
	return pgw_fail(reading->error, PGW_ERROR_ARGUMENT, "option dialect must be 'classic' or 'sberbank'");
}

/* The caller's own: the core sends texts, knows no zones, and writes no log. */
static bool leave(struct reading *reading, const void *value)
{
	(void)reading, (void)value;
	return true;
}

static const struct {
	const char *name;
	bool (*read)(struct reading *reading, const void *value);
} options_known[] = {
	{"timeout", read_timeout},
	{"connectTimeout", read_connect_timeout},
	{"retries", read_retries},
	{"caFile", read_ca_file},
	{"clientCertificate", read_client_certificate},
	{"clientKey", read_client_key},
	{"clientKeyPassword", read_client_key_password},
	{"interface", read_interface},
	{"proxy", read_proxy},
	{"ipResolve", read_ip_resolve},
	{"language", read_language},
	{"currency", read_currency},
	{"extraParameters", read_extra_parameters},
	{"dialect", read_dialect},
	{"timezone", leave},
	{"logger", leave},
};

enum { OPTION_COUNT = sizeof(options_known) / sizeof(options_known[0]) };

static struct pgw_text text_option(const struct reading *reading, const char *name)
{
	const struct pgw_tree *tree = reading->tree;
	const void *value = NULL;

	if (tree->type(reading->options) == PGW_OBJECT) {
		value = tree->member(reading->options, (struct pgw_text){name, strlen(name)});
	}
	return value && tree->type(value) == PGW_STRING ? tree->text(value) : (struct pgw_text){NULL, 0};
}

/* What was given in its own place may have been given as a name as well, by mistake. */
static void mask_name(char *name, const struct reading *reading)
{
	struct pgw_text secrets[] = {reading->password, reading->token, proxy_secret_of(text_option(reading, "proxy")),
		text_option(reading, "clientKey"), text_option(reading, "clientKeyPassword")};

	pgw_mask_texts(name, secrets, sizeof(secrets) / sizeof(secrets[0]));
}

/* Only a name that is nearly right is repeated: another may be a password in the wrong place. */
static bool refuse_option(struct reading *reading, struct pgw_text name)
{
	struct pgw_nearest nearest = pgw_nearest_to(name);
	struct pgw_text shown = pgw_text_shown(name);
	char words[PGW_SUGGESTION], known[512] = "", given[80];

	if (name.length == 0) {
		return pgw_fail(reading->error, PGW_ERROR_ARGUMENT, "options must be given by name");
	}
	for (size_t i = 0; i < OPTION_COUNT; i++) {
		size_t length = strlen(known);

		pgw_nearest_offer(&nearest, options_known[i].name);
		snprintf(known + length, sizeof(known) - length, "%s%s", i ? ", " : "", options_known[i].name);
	}
	if (!nearest.name) {
		return pgw_fail(reading->error, PGW_ERROR_ARGUMENT, "there is no such option; known are: %s", known);
	}
	snprintf(given, sizeof(given), "%.*s", (int)shown.length, shown.at);
	mask_name(given, reading);
	return pgw_fail(
		reading->error, PGW_ERROR_ARGUMENT, "option %s is unknown%s", given, pgw_nearest_suggestion(&nearest, words));
}

static bool read_option(void *context, struct pgw_text name, const void *value)
{
	struct reading *reading = context;

	for (size_t i = 0; i < OPTION_COUNT; i++) {
		if (pgw_text_is(name, options_known[i].name)) {
			return reading->tree->type(value) == PGW_NULL || options_known[i].read(reading, value);
		}
	}
	return refuse_option(reading, name);
}

/* ---------------------------------------------------------------- the base URI */

static bool is_loopback(const char *host)
{
	struct in_addr v4;
	struct in6_addr v6;
	char bare[64];
	size_t length = strlen(host);

	if (strcasecmp(host, "localhost") == 0) {
		return true;
	}
	if (inet_pton(AF_INET, host, &v4) == 1) {
		return ntohl(v4.s_addr) >> 24 == 127;
	}
	if (length < 3 || length >= sizeof(bare) || host[0] != '[' || host[length - 1] != ']') {
		return false;
	}
	memcpy(bare, host + 1, length - 2);
	bare[length - 2] = '\0';
	return inet_pton(AF_INET6, bare, &v6) == 1 && IN6_IS_ADDR_LOOPBACK(&v6);
}

static bool ends_with(const char *text, const char *end)
{
	size_t length = strlen(text), tail = strlen(end);

	return length >= tail && strcasecmp(text + length - tail, end) == 0;
}

/* Nothing of the given URI is repeated in a message: it may hold a password. */
static const char *base_uri_flaw(CURLU *url, struct pgw_text given)
{
	char *scheme = NULL, *host = NULL, *path = NULL, *user = NULL, *password = NULL;
	const char *flaw = NULL;

	if (curl_url_get(url, CURLUPART_SCHEME, &scheme, 0) != CURLUE_OK ||
		curl_url_get(url, CURLUPART_HOST, &host, 0) != CURLUE_OK ||
		curl_url_get(url, CURLUPART_PATH, &path, 0) != CURLUE_OK) {
		flaw = "must be an absolute http or https URL, such as https://3dsec.berekebank.kz/payment/";
	} else if (strcmp(scheme, "https") != 0 && strcmp(scheme, "http") != 0) {
		flaw = "must begin with https://";
	} else if (curl_url_get(url, CURLUPART_USER, &user, 0) == CURLUE_OK ||
			   curl_url_get(url, CURLUPART_PASSWORD, &password, 0) == CURLUE_OK) {
		flaw = "must not hold a user name or password: pass them as userName and password";
	} else if (memchr(given.at, '?', given.length)) {
		flaw = "must not hold a query: end it at /payment/";
	} else if (memchr(given.at, '#', given.length)) {
		flaw = "must not hold a fragment: end it at /payment/";
	} else if (strcasestr(path, "/rest/") || ends_with(path, "/rest") || ends_with(path, ".do")) {
		flaw = "must end before rest/: write it up to and including /payment/";
	} else if (strcmp(scheme, "http") == 0 && !is_loopback(host)) {
		flaw = "must begin with https://: plain http is for loopback addresses alone";
	}
	curl_free(scheme);
	curl_free(host);
	curl_free(path);
	curl_free(user);
	curl_free(password);
	return flaw;
}

/* libcurl also takes one slash or three; here either is a slip of the pen. */
static bool has_two_slashes(const char *uri)
{
	const char *colon = strchr(uri, ':');

	return colon && strncmp(colon, "://", 3) == 0 && colon[3] != '/';
}

static bool read_base_uri(struct pgw_client *client, struct pgw_text given, struct pgw_error *error)
{
	CURLU *url = curl_url();
	char *copy = pgw_text_copy(given), *whole = NULL;
	const char *flaw;
	bool done = false;

	if (!url || !copy) {
		pgw_fail_memory(error);
		goto cleanup;
	}
	if (strlen(copy) != given.length || !has_two_slashes(copy) ||
		curl_url_set(url, CURLUPART_URL, copy, CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK) {
		flaw = "must be an absolute http or https URL, such as https://3dsec.berekebank.kz/payment/";
	} else {
		flaw = base_uri_flaw(url, given);
	}
	if (flaw) {
		pgw_fail(error, PGW_ERROR_ARGUMENT, "baseUri %s", flaw);
		goto cleanup;
	}
	if (curl_url_get(url, CURLUPART_URL, &whole, 0) != CURLUE_OK) {
		pgw_fail_memory(error);
		goto cleanup;
	}
	client->base_uri = malloc(strlen(whole) + 2);
	if (!client->base_uri) {
		pgw_fail_memory(error);
		goto cleanup;
	}
	sprintf(client->base_uri, "%s%s", whole, ends_with(whole, "/") ? "" : "/");
	done = true;

cleanup:
	if (copy) {
		OPENSSL_cleanse(copy, given.length);
	}
	free(copy);
	curl_free(whole);
	curl_url_cleanup(url);
	return done;
}

/* ---------------------------------------------------------------- credentials */

static bool check_credential(struct pgw_text text, const char *name, ssize_t longest, struct pgw_error *error)
{
	ssize_t characters = text.at ? pgw_text_characters(text) : 1;

	if (characters >= 1 && characters <= longest) {
		return true;
	}
	return pgw_fail(error, PGW_ERROR_ARGUMENT, "%s must have 1 to %zd characters of valid UTF-8", name, longest);
}

static void add_credential(struct pgw_buffer *buffer, const char *name, struct pgw_text value)
{
	pgw_buffer_add_text(buffer, buffer->length ? "&" : "");
	pgw_buffer_add_text(buffer, name);
	pgw_buffer_add(buffer, "=", 1);
	pgw_buffer_add_encoded(buffer, value.at, value.length);
}

static void add_json_credential(struct pgw_buffer *buffer, const char *name, struct pgw_text value)
{
	pgw_buffer_add_text(buffer, buffer->length ? "," : "{");
	pgw_buffer_add_quoted(buffer, name, strlen(name));
	pgw_buffer_add_text(buffer, ":");
	pgw_buffer_add_quoted(buffer, value.at, value.length);
}

static bool copy_secret(struct pgw_text *to, struct pgw_text from)
{
	if (!from.at) {
		return true;
	}
	*to = (struct pgw_text){pgw_text_copy(from), from.length};
	return to->at != NULL;
}

static bool read_credentials(struct pgw_client *client, struct pgw_text user_name, struct pgw_text password,
	struct pgw_text token, struct pgw_error *error)
{
	if (token.at && (user_name.at || password.at)) {
		return pgw_fail(error, PGW_ERROR_ARGUMENT, "give either userName and password, or token, not both");
	}
	if (!token.at && !user_name.at && !password.at) {
		return pgw_fail(error, PGW_ERROR_ARGUMENT, "credentials are missing: give userName and password, or token");
	}
	if (!token.at && (!user_name.at || !password.at)) {
		return pgw_fail(error, PGW_ERROR_ARGUMENT, "%s is missing: userName and password go together",
			user_name.at ? "password" : "userName");
	}
	if (!check_credential(user_name, "userName", 100, error) || !check_credential(password, "password", 200, error) ||
		!check_credential(token, "token", 256, error)) {
		return false;
	}
	if (token.at) {
		add_credential(&client->credentials, "token", token);
		add_json_credential(&client->json_credentials, "token", token);
	} else {
		add_credential(&client->credentials, "userName", user_name);
		add_credential(&client->credentials, "password", password);
		add_json_credential(&client->json_credentials, "userName", user_name);
		add_json_credential(&client->json_credentials, "password", password);
		client->user_name = pgw_text_copy(user_name);
	}
	if (client->credentials.failed || client->json_credentials.failed || (!token.at && !client->user_name) ||
		!copy_secret(&client->password, password) || !copy_secret(&client->token, token)) {
		return pgw_fail_memory(error);
	}
	return true;
}

/* ---------------------------------------------------------------- the client */

static bool check_proxy_use(const struct pgw_client *client, struct pgw_error *error)
{
	if (!client->proxy || strncmp(client->base_uri, "https:", 6) == 0) {
		return true;
	}
	return pgw_fail(error, PGW_ERROR_ARGUMENT,
		"option proxy goes with https alone: over plain http the proxy would read the password");
}

static bool check_client_certificate(const struct pgw_client *client, struct pgw_error *error)
{
	const char *lonely = client->client_key ? "clientKey" : client->client_key_password ? "clientKeyPassword" : NULL;

	return client->client_certificate || !lonely ||
		   pgw_fail(error, PGW_ERROR_ARGUMENT, "option %s needs clientCertificate", lonely);
}

/* What the surroundings name is as good as an option. */
static bool default_ca_file(struct pgw_client *client, const char *ca_file, struct pgw_error *error)
{
	if (client->ca_file || !ca_file) {
		return true;
	}
	if (access(ca_file, R_OK) != 0) {
		return pgw_fail(error, PGW_ERROR_ARGUMENT, "cannot read the CA certificates %s", ca_file);
	}
	client->ca_file = strdup(ca_file);
	return client->ca_file ? true : pgw_fail_memory(error);
}

/* Scheme, host and port of the base URI, and every setting that a kept connection or handle depends on. */
static bool make_connection_key(struct pgw_client *client, struct pgw_error *error)
{
	const char *host = strstr(client->base_uri, "://") + 3;
	size_t length = (size_t)(host - client->base_uri) + strcspn(host, "/");
	const char *settings[] = {client->ca_file, client->proxy, client->ip_resolve, client->interface,
		client->client_certificate, client->client_key, client->client_key_password};
	struct pgw_buffer key = {0};

	pgw_buffer_add(&key, client->base_uri, length);
	for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++) {
		char length_of_setting[24]; /* so that no two lists of settings make one key */

		snprintf(length_of_setting, sizeof(length_of_setting), "\n%zu:", settings[i] ? strlen(settings[i]) : 0);
		pgw_buffer_add_text(&key, length_of_setting);
		pgw_buffer_add_text(&key, settings[i] ? settings[i] : "");
	}
	if (key.failed) {
		pgw_buffer_free(&key);
		return pgw_fail_memory(error);
	}
	client->connection_key = key.at;
	return true;
}

struct pgw_client *pgw_client_create(const struct pgw_bank *bank, struct pgw_text base_uri, struct pgw_text user_name,
	struct pgw_text password, struct pgw_text token, const char *ca_file, const struct pgw_tree *tree,
	const void *options, struct pgw_error *error)
{
	struct pgw_client *client = calloc(1, sizeof(*client));
	struct reading reading = {client, tree, error, options, password, token};

	if (!client) {
		pgw_fail_memory(error);
		return NULL;
	}
	if (bank) {
		base_uri = (struct pgw_text){bank->base_uri, strlen(bank->base_uri)};
		client->dialect = bank->dialect;
		client->token_everywhere = bank->token_everywhere;
	}
	client->timeout = 30;
	client->connect_timeout = 5;
	client->retries = 2;
	if (pgw_libcurl_load(error) && read_base_uri(client, base_uri, error) &&
		read_credentials(client, user_name, password, token, error) &&
		(!options || tree->each(options, read_option, &reading)) && check_proxy_use(client, error) &&
		check_client_certificate(client, error) && default_ca_file(client, ca_file, error) &&
		make_connection_key(client, error)) {
		return client;
	}
	pgw_client_free(client);
	return NULL;
}

static void free_secret(const char *secret, size_t length)
{
	if (secret) {
		OPENSSL_cleanse((char *)secret, length);
		free((char *)secret);
	}
}

void pgw_client_free(struct pgw_client *client)
{
	if (!client) {
		return;
	}
	free(client->base_uri);
	free(client->user_name);
	free_secret(client->password.at, client->password.length);
	free_secret(client->token.at, client->token.length);
	pgw_buffer_free(&client->credentials);
	pgw_buffer_free(&client->json_credentials);
	free(client->ca_file);
	free_secret(client->proxy, client->proxy ? strlen(client->proxy) : 0);
	free(client->proxy_shown);
	free(client->ip_resolve);
	free(client->interface);
	free(client->client_certificate);
	free(client->client_key);
	free_secret(client->client_key_password, client->client_key_password ? strlen(client->client_key_password) : 0);
	free(client->language);
	free(client->currency);
	free_secret(client->connection_key, client->connection_key ? strlen(client->connection_key) : 0);
	free(client);
}

struct pgw_client_facts pgw_client_show(const struct pgw_client *client)
{
	return (struct pgw_client_facts){
		.base_uri = client->base_uri,
		.user_name = client->user_name,
		.ca_file = client->ca_file,
		.proxy = client->proxy_shown,
		.ip_resolve = client->ip_resolve,
		.interface = client->interface,
		.client_certificate = client->client_certificate,
		.language = client->language,
		.currency = client->currency,
		.dialect = pgw_dialect_name(client->dialect),
		.timeout = client->timeout,
		.connect_timeout = client->connect_timeout,
		.retries = client->retries,
		.extra_parameters = client->extra_parameters,
	};
}

enum pgw_dialect pgw_client_dialect(const struct pgw_client *client)
{
	return client->dialect;
}
