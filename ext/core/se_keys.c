/* The public keys that seTokens are encrypted with: asking for them, and keeping them until they expire. */
#include "account.h"
#include "error.h"
#include "net/process.h"
#include "request/request.h"
#include "rsa_key.h"
#include "text.h"

#include <openssl/crypto.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_KEYS = 16, MOST_LEVELS = 16 };

/* What another client with other authorities or another proxy was told is not believed: hence the connection key. */
struct kept_key {
	char *base_uri, *connection_key, *pem; /* owned, or NULL; the connection key is wiped */
	int64_t expires;                       /* milliseconds since 1970 */
};

struct pgw_se_keys {
	struct kept_key kept[MOST_KEYS];
	size_t next; /* which one to give up for a new one */
};

/* ---------------------------------------------------------------- the set */

static void free_kept(struct kept_key *kept)
{
	free(kept->base_uri);
	if (kept->connection_key) {
		OPENSSL_cleanse(kept->connection_key, strlen(kept->connection_key));
	}
	free(kept->connection_key);
	free(kept->pem);
	*kept = (struct kept_key){NULL, NULL, NULL, 0};
}

struct pgw_se_keys *pgw_se_keys_create(void)
{
	return calloc(1, sizeof(struct pgw_se_keys));
}

void pgw_se_keys_free(struct pgw_se_keys *keys)
{
	for (size_t i = 0; keys && i < MOST_KEYS; i++) {
		free_kept(&keys->kept[i]);
	}
	free(keys);
}

static bool is_of_client(const struct kept_key *kept, const struct pgw_client *client)
{
	return kept->pem && strcmp(kept->base_uri, client->base_uri) == 0 &&
		   strcmp(kept->connection_key, client->connection_key) == 0;
}

struct pgw_text pgw_se_keys_find(const struct pgw_se_keys *keys, const struct pgw_client *client)
{
	int64_t now = pgw_wall_clock();

	for (size_t i = 0; i < MOST_KEYS; i++) {
		const struct kept_key *kept = &keys->kept[i];

		if (is_of_client(kept, client) && kept->expires > now) {
			return (struct pgw_text){kept->pem, strlen(kept->pem)};
		}
	}
	return (struct pgw_text){NULL, 0};
}

static bool keep(struct pgw_se_keys *keys, const struct pgw_client *client, struct pgw_text pem, int64_t expires)
{
	struct kept_key kept = {strdup(client->base_uri), strdup(client->connection_key), pgw_text_copy(pem), expires};

	if (!kept.base_uri || !kept.connection_key || !kept.pem) {
		free_kept(&kept);
		return false;
	}
	for (size_t i = 0; i < MOST_KEYS; i++) {
		if (is_of_client(&keys->kept[i], client)) {
			free_kept(&keys->kept[i]);
		}
	}
	free_kept(&keys->kept[keys->next]);
	keys->kept[keys->next] = kept;
	keys->next = (keys->next + 1) % MOST_KEYS;
	return true;
}

/* ---------------------------------------------------------------- asking for keys */

/* Not in the table: the shop never makes this call itself. */
static const struct pgw_meaning no_codes[] = {{.code = 0}};
static const struct pgw_method keys_method = {
	.name = "createSeToken",
	.flags = PGW_NO_CREDENTIALS,
	.reply_holds = "keys",
	.wire[PGW_DIALECT_CLASSIC] = {.path = "se/keys.do", .meanings = no_codes},
};

bool pgw_se_keys_request_init(struct pgw_request *request, const struct pgw_client *client, struct pgw_error *error)
{
	return pgw_request_init_get(request, client, &keys_method, error);
}

/* ---------------------------------------------------------------- the answer */

/* The valid key that expires last. */
struct choice {
	int64_t now, expires;
	struct pgw_text pem; /* a NULL `at`: none yet */
};

/* When the key expires; one that does not say is used for an hour. -1: it says something else. */
static int64_t expiration_of(const void *key, int64_t now)
{
	enum { HOUR = 3600 * 1000 };
	const void *expiration = pgw_json_tree.member(key, PGW_TEXT("keyExpiration"));

	switch (expiration ? pgw_json_tree.type(expiration) : PGW_NULL) {
		case PGW_NULL:
			return now + HOUR;
		case PGW_INTEGER:
			return pgw_json_tree.integer(expiration);
		default:
			return -1;
	}
}

static struct pgw_text member_text(const void *object, struct pgw_text name)
{
	const void *value = pgw_json_tree.member(object, name);

	return value && pgw_json_tree.type(value) == PGW_STRING ? pgw_json_tree.text(value) : (struct pgw_text){NULL, 0};
}

static bool is_readable(struct pgw_text pem)
{
	EVP_PKEY *key = pgw_rsa_public_key(pem);

	EVP_PKEY_free(key);
	return key != NULL;
}

/* Keys of another protocol, or that are none, are passed over: a gateway may have newer ones beside those of RSA. */
static bool choose_key(void *context, struct pgw_text name, const void *key)
{
	struct choice *choice = context;
	struct pgw_text pem;
	int64_t expires;

	(void)name;
	if (pgw_json_tree.type(key) != PGW_OBJECT || !pgw_text_is(member_text(key, PGW_TEXT("protocolVersion")), "RSA")) {
		return true;
	}
	pem = member_text(key, PGW_TEXT("keyValue"));
	expires = expiration_of(key, choice->now);
	if (expires > choice->now && expires > choice->expires && pem.at && is_readable(pem)) {
		choice->expires = expires;
		choice->pem = pem;
	}
	return true;
}

static bool keep_best(struct pgw_se_keys *keys, const struct pgw_request *request, const struct pgw_response *response,
	const void *json, struct pgw_error *error)
{
	const void *list = pgw_json_tree.member(json, PGW_TEXT("keys"));
	struct choice choice = {.now = pgw_wall_clock()};

	if (list && pgw_json_tree.type(list) == PGW_LIST) {
		pgw_json_tree.each(list, choose_key, &choice);
	}
	if (!choice.pem.at) {
		pgw_fail(error, PGW_ERROR_REPLY, "%s: se/keys.do has no RSA key that is valid now", request->name);
		error->http_status = response->http_status;
		return false;
	}
	return keep(keys, request->client, choice.pem, choice.expires) || pgw_fail_memory(error);
}

bool pgw_se_keys_keep(struct pgw_se_keys *keys, const struct pgw_request *request, const struct pgw_response *response,
	struct pgw_error *error)
{
	struct pgw_text body = {response->body.at, response->body.length};
	void *json = body.length > 0 ? pgw_json_parse(body, MOST_LEVELS) : NULL;
	bool kept =
		pgw_reply_judge(request, response, &pgw_json_tree, json, "the reply is not JSON", error) == PGW_REPLY_GOOD &&
		keep_best(keys, request, response, json, error);

	if (json) {
		pgw_json_free(json);
	}
	return kept;
}
