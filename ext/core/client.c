/* Creating a client: its base URI and its credentials are checked here, its options in client_options.c. */
#include "account.h"

#include "client_options.h"
#include "error.h"
#include "net/libcurl.h"
#include "rsa_key.h"
#include "text.h"
#include "web_address.h"

#include <openssl/crypto.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

/* ---------------------------------------------------------------- the base URI */

static bool ends_with(const char *text, const char *end)
{
	size_t length = strlen(text), tail = strlen(end);

	return length >= tail && strcasecmp(text + length - tail, end) == 0;
}

/* No message contains any part of the given URI: it may contain a password. */
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
		flaw = "must not contain a user name or password: pass them as userName and password";
	} else if (memchr(given.at, '?', given.length)) {
		flaw = "must not contain a query: end it at /payment/";
	} else if (memchr(given.at, '#', given.length)) {
		flaw = "must not contain a fragment: end it at /payment/";
	} else if (strcasestr(path, "/rest/") || ends_with(path, "/rest") || ends_with(path, ".do")) {
		flaw = "must end before rest/: write it up to and including /payment/";
	} else if (strcmp(scheme, "http") == 0 && !pgw_is_loopback(host)) {
		flaw = "must begin with https://: plain http is allowed for loopback addresses only";
	}
	curl_free(scheme);
	curl_free(host);
	curl_free(path);
	curl_free(user);
	curl_free(password);
	return flaw;
}

/* libcurl also accepts one slash or three; here either is taken for a typo. */
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

static bool copy_credential(struct pgw_text *to, struct pgw_text from)
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
		!copy_credential(&client->password, password) || !copy_credential(&client->token, token)) {
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
	return pgw_fail(
		error, PGW_ERROR_ARGUMENT, "option proxy requires https: over plain http the proxy would read the password");
}

static bool check_client_certificate(const struct pgw_client *client, struct pgw_error *error)
{
	const char *unpaired = client->client_key ? "clientKey" : client->client_key_password ? "clientKeyPassword" : NULL;

	return client->client_certificate || !unpaired ||
		   pgw_fail(error, PGW_ERROR_ARGUMENT, "option %s requires clientCertificate", unpaired);
}

static void free_secret(const char *secret, size_t length)
{
	if (secret) {
		OPENSSL_cleanse((char *)secret, length);
		free((char *)secret);
	}
}

static void free_secret_string(char *secret)
{
	free_secret(secret, secret ? strlen(secret) : 0);
}

static bool read_signature_key(struct pgw_client *client, struct pgw_error *error)
{
	const char *pem = client->signature_key_pem, *password = client->signature_key_password;

	if (!pem) {
		return !password || pgw_fail(error, PGW_ERROR_ARGUMENT, "option signatureKeyPassword requires signatureKey");
	}
	client->signature_key = pgw_rsa_private_key(
		(struct pgw_text){pem, strlen(pem)}, (struct pgw_text){password, password ? strlen(password) : 0});
	free_secret_string(client->signature_key_pem);
	free_secret_string(client->signature_key_password);
	client->signature_key_pem = client->signature_key_password = NULL;
	return client->signature_key ||
		   pgw_fail(error, PGW_ERROR_ARGUMENT, "option signatureKey must be an RSA private key in PEM%s",
			   password ? ", and signatureKeyPassword its password"
						: "; one that is encrypted requires signatureKeyPassword");
}

/* Without the option caFile the default is used; it must be readable all the same. */
static bool use_default_ca_file(struct pgw_client *client, const char *ca_file, struct pgw_error *error)
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

/* Scheme, host and port of the base URI, and every setting that a connection or an easy handle depends on. */
static bool make_connection_key(struct pgw_client *client, struct pgw_error *error)
{
	const char *host = strstr(client->base_uri, "://") + 3;
	size_t length = (size_t)(host - client->base_uri) + strcspn(host, "/");
	const char *settings[] = {client->ca_file, client->proxy, client->ip_resolve, client->interface,
		client->client_certificate, client->client_key, client->client_key_password};
	struct pgw_buffer key = {0};

	pgw_buffer_add(&key, client->base_uri, length);
	for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++) {
		char length_of_setting[24]; /* makes the key unambiguous */

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
	const struct pgw_text secrets[] = {password, token};

	if (!client) {
		pgw_fail_memory(error);
		return NULL;
	}
	if (bank) {
		base_uri = (struct pgw_text){bank->base_uri, strlen(bank->base_uri)};
		client->dialect = bank->dialect;
		client->token_everywhere = bank->token_everywhere;
		client->indicator = bank->indicator;
		client->needs_indicator = bank->needs_indicator;
	}
	client->timeout = 30;
	client->connect_timeout = 5;
	client->retries = 2;
	if (pgw_libcurl_check(error) && read_base_uri(client, base_uri, error) &&
		read_credentials(client, user_name, password, token, error) &&
		(!options || pgw_client_read_options(client, tree, options, secrets, error)) &&
		check_proxy_use(client, error) && read_signature_key(client, error) &&
		check_client_certificate(client, error) && use_default_ca_file(client, ca_file, error) &&
		make_connection_key(client, error)) {
		return client;
	}
	pgw_client_free(client);
	return NULL;
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
	free_secret_string(client->proxy);
	free(client->proxy_shown);
	free(client->ip_resolve);
	free(client->interface);
	free_secret_string(client->client_certificate);
	free_secret_string(client->client_key);
	free_secret_string(client->client_key_password);
	free_secret_string(client->signature_key_pem);
	free_secret_string(client->signature_key_password);
	EVP_PKEY_free(client->signature_key);
	free(client->language);
	free(client->currency);
	free_secret_string(client->connection_key);
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
		.signs = client->signature_key != NULL,
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
