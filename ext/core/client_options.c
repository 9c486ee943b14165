/* The options of a client: a table of fields, and the checks of the proxy. */
#include "client_options.h"

#include "error.h"
#include "fields.h"
#include "secrets.h"
#include "spelling.h"

#include <ctype.h>
#include <curl/curl.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { LONGEST_TIMEOUT = 24 * 60 * 60, LONGEST_HOST_NAME = 253, SHOWN_NAMES = 512 };

/* What a message about a misspelt name must not contain. */
struct given_secrets {
	const void *options;
	const struct pgw_text *credentials;
};

/* ---------------------------------------------------------------- the proxy */

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

/* Of http://user:password@host the password, or, without one, the user; nothing if there is neither. */
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

/* The proxy's password is secret too, so the URL without it is kept separately, to be shown. */
static bool read_proxy(struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to)
{
	struct pgw_client *client = reader->to;
	CURLU *url = curl_url();
	char *shown = NULL, *path = NULL;
	bool done = false;

	if (!url) {
		return pgw_fail_memory(reader->error);
	}
	if (!pgw_field_read_value(reader, field, value, to)) {
		goto cleanup;
	}
	if (!is_proxy_scheme(client->proxy) ||
		curl_url_set(url, CURLUPART_URL, client->proxy, CURLU_GUESS_SCHEME | CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK ||
		curl_url_set(url, CURLUPART_USER, NULL, 0) != CURLUE_OK ||
		curl_url_set(url, CURLUPART_PASSWORD, NULL, 0) != CURLUE_OK ||
		curl_url_get(url, CURLUPART_PATH, &path, 0) != CURLUE_OK ||
		curl_url_get(url, CURLUPART_URL, &shown, 0) != CURLUE_OK) {
		pgw_field_refuse(reader, field->name, field->expected);
		goto cleanup;
	}
	/* What looks like a path is probably the rest of a password that contains a slash. */
	if (strcmp(path, "/") != 0 || strpbrk(client->proxy, "?#")) {
		pgw_fail(reader->error, PGW_ERROR_ARGUMENT,
			"option proxy must be %s, without a path; in a password write / as %%2F, ? as %%3F, # as %%23",
			field->expected);
		goto cleanup;
	}
	client->proxy_secret = proxy_secret_of((struct pgw_text){client->proxy, strlen(client->proxy)});
	client->proxy_shown = pgw_text_copy((struct pgw_text){shown, strlen(shown)});
	done = client->proxy_shown || pgw_fail_memory(reader->error);

cleanup:
	curl_free(path);
	curl_free(shown);
	curl_url_cleanup(url);
	return done;
}

/* ---------------------------------------------------------------- the table */

static bool read_dialect(struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to)
{
	const struct pgw_tree *tree = reader->tree;

	for (int i = 0; tree->type(value) == PGW_STRING && i < PGW_DIALECTS; i++) {
		if (pgw_text_is(tree->text(value), pgw_dialect_name((enum pgw_dialect)i))) {
			*(enum pgw_dialect *)to = (enum pgw_dialect)i;
			return true;
		}
	}
	return pgw_field_refuse(reader, field->name, field->expected);
}

/* The option's text, or that of an int. */
static bool read_plain(
	struct pgw_field_reader *reader, const void *value, char room[PGW_INTEGER_TEXT], struct pgw_text *text)
{
	switch (reader->tree->type(value)) {
		case PGW_STRING:
			*text = reader->tree->text(value);
			return true;
		case PGW_INTEGER:
			*text = pgw_text_of_integer(reader->tree->integer(value), room);
			return true;
		default:
			return false;
	}
}

static bool copy_plain(struct pgw_field_reader *reader, struct pgw_text text, void *to)
{
	*(char **)to = pgw_text_copy(text);
	return *(char **)to || pgw_fail_memory(reader->error);
}

/* The settings of a shop may be empty: the default is the gateway's then. */
static bool read_language(struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to)
{
	char room[PGW_INTEGER_TEXT];
	struct pgw_text text;

	if (!read_plain(reader, value, room, &text)) {
		return pgw_field_refuse(reader, field->name, field->expected);
	}
	if (text.length == 0) {
		return true;
	}
	text = pgw_plain_language(text);
	return text.length == 2 && isalpha((unsigned char)text.at[0]) && isalpha((unsigned char)text.at[1])
			   ? copy_plain(reader, text, to)
			   : pgw_field_refuse(reader, field->name, field->expected);
}

static bool read_currency(struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to)
{
	char room[PGW_INTEGER_TEXT], plain[PGW_PLAIN_ROOM];
	struct pgw_text text;

	if (!read_plain(reader, value, room, &text)) {
		return pgw_field_refuse(reader, field->name, field->expected);
	}
	if (text.length == 0) {
		return true;
	}
	text = pgw_plain_currency(text, plain);
	return text.length == 3 && pgw_text_is_digits(text) ? copy_plain(reader, text, to)
														: pgw_field_refuse(reader, field->name, field->expected);
}

#define MEMBER(member_) .offset = offsetof(struct pgw_client, member_)

/* clang-format off */
static const struct pgw_field options_known[] = {
	{"timeout", PGW_FIELD_SECONDS, MEMBER(timeout), .maximum = LONGEST_TIMEOUT},
	{"connectTimeout", PGW_FIELD_SECONDS, MEMBER(connect_timeout), .maximum = LONGEST_TIMEOUT},
	{"retries", PGW_FIELD_INTEGER, MEMBER(retries), .minimum = 0, .maximum = PGW_MOST_RETRIES},
	{"caFile", PGW_FIELD_COPY_OF_PATH, MEMBER(ca_file), .expected = "the path of a PEM file of CA certificates"},
	{"clientCertificate", PGW_FIELD_COPY_OF_PATH, MEMBER(client_certificate),
		.expected = "the path of a PEM file with a certificate and, unless clientKey names it, its key"},
	{"clientKey", PGW_FIELD_COPY_OF_PATH, MEMBER(client_key),
		.expected = "the path of a PEM file with a private key"},
	{"clientKeyPassword", PGW_FIELD_COPY, MEMBER(client_key_password)},
	{"signatureKey", PGW_FIELD_COPY, MEMBER(signature_key_pem), .expected = "an RSA private key in PEM"},
	{"signatureKeyPassword", PGW_FIELD_COPY, MEMBER(signature_key_password)},
	/* libcurl ignores a name that is too long for it. */
	{"interface", PGW_FIELD_COPY, MEMBER(interface), .minimum = 1, .maximum = LONGEST_HOST_NAME,
		.expected = "a network interface, or an address of this host"},
	{"proxy", PGW_FIELD_COPY, MEMBER(proxy), .expected = "the URL of a proxy, such as http://proxy:3128",
		.read = read_proxy},
	{"ipResolve", PGW_FIELD_COPY_OF_WORD, MEMBER(ip_resolve), .words = "v4|v6", .expected = "'v4' or 'v6'"},
	{"language", PGW_FIELD_SPECIAL, MEMBER(language), .expected = "two letters, such as 'en', or a locale",
		.read = read_language},
	{"currency", PGW_FIELD_SPECIAL, MEMBER(currency), .expected = "a currency of ISO 4217, such as '643' or 'RUB'",
		.read = read_currency},
	{"extraParameters", PGW_FIELD_BOOLEAN, MEMBER(extra_parameters)},
	{"dialect", PGW_FIELD_SPECIAL, MEMBER(dialect), .expected = "'classic' or 'sberbank'", .read = read_dialect},
	/* The extension reads these: the core has neither time zones nor a log. */
	{.name = "timezone", .type = PGW_FIELD_IGNORED},
	{.name = "logger", .type = PGW_FIELD_IGNORED},
	{.name = NULL},
};
/* clang-format on */

/* ---------------------------------------------------------------- unknown names */

static struct pgw_text text_option(const struct pgw_tree *tree, const void *options, const char *name)
{
	const void *value = NULL;

	if (tree->type(options) == PGW_OBJECT) {
		value = tree->member(options, (struct pgw_text){name, strlen(name)});
	}
	return value && tree->type(value) == PGW_STRING ? tree->text(value) : (struct pgw_text){NULL, 0};
}

/* A secret may have been given as a name as well, by mistake. */
static void mask_name(char *name, const struct pgw_tree *tree, const struct given_secrets *given)
{
	struct pgw_text secrets[] = {given->credentials[0], given->credentials[1],
		proxy_secret_of(text_option(tree, given->options, "proxy")), text_option(tree, given->options, "clientKey"),
		text_option(tree, given->options, "clientKeyPassword"), text_option(tree, given->options, "signatureKey"),
		text_option(tree, given->options, "signatureKeyPassword")};

	pgw_mask_texts(name, secrets, sizeof(secrets) / sizeof(secrets[0]));
}

static bool refuse_and_list_options(struct pgw_error *error)
{
	char known[SHOWN_NAMES] = "";

	for (const struct pgw_field *option = options_known; option->name; option++) {
		size_t length = strlen(known);

		snprintf(known + length, sizeof(known) - length, "%s%s", length ? ", " : "", option->name);
	}
	return pgw_fail(error, PGW_ERROR_ARGUMENT, "unknown option; the options are: %s", known);
}

/* Only a name that is nearly right is shown: any other may be a password in the wrong place. */
static bool refuse_unknown_option(struct pgw_field_reader *reader, struct pgw_text name)
{
	struct pgw_nearest nearest = pgw_nearest_to(name);
	struct pgw_text shown = pgw_text_shown(name);
	char suggestion[PGW_SUGGESTION], masked[80];

	pgw_nearest_offer_names(&nearest, options_known, sizeof(options_known[0]));
	if (!nearest.name) {
		return refuse_and_list_options(reader->error);
	}
	snprintf(masked, sizeof(masked), "%.*s", (int)shown.length, shown.at);
	mask_name(masked, reader->tree, reader->context);
	return pgw_fail(reader->error, PGW_ERROR_ARGUMENT, "option %s is unknown%s", masked,
		pgw_nearest_suggestion(&nearest, suggestion));
}

bool pgw_client_read_options(struct pgw_client *client, const struct pgw_tree *tree, const void *options,
	const struct pgw_text credentials[2], struct pgw_error *error)
{
	struct given_secrets given = {options, credentials};
	struct pgw_field_reader reader = {
		.fields = options_known,
		.tree = tree,
		.error = error,
		.to = client,
		.before = "option ",
		.entries = "options",
		.whole = "the array of options",
		.refuse_unknown = refuse_unknown_option,
		.context = &given,
	};

	return pgw_read_fields(&reader, options);
}
