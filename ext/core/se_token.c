/* seToken: a card's data, encrypted with the gateway's public key. */
#include "se_token.h"

#include "error.h"
#include "fields.h"
#include "rsa_key.h"

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

/* ---------------------------------------------------------------- the card */

/* In the order of the plain text, whose positions are fixed. The nodes are borrowed; NULL: not given. */
struct card {
	const void *pan, *cvc, *expiry, *order_id, *binding_id, *cardholder, *registered_from;
};

/* The text of a node that was read as PGW_FIELD_TEXT. */
static struct pgw_text text_of(const struct pgw_tree *tree, const void *node, char room[PGW_INTEGER_TEXT])
{
	if (!node) {
		return PGW_TEXT("");
	}
	return tree->type(node) == PGW_INTEGER ? pgw_text_of_integer(tree->integer(node), room) : tree->text(node);
}

static bool read_digits(struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to)
{
	char room[PGW_INTEGER_TEXT];
	const void *node;

	if (!pgw_field_read_value(reader, field, value, to)) {
		return false;
	}
	node = *(const void **)to;
	return !node || pgw_text_is_digits(text_of(reader->tree, node, room)) ||
		   pgw_field_refuse(reader, field->name, field->expected);
}

/* A slash would move what follows it to other positions. */
static bool read_plain(struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to)
{
	char room[PGW_INTEGER_TEXT];
	struct pgw_text text;

	if (!pgw_field_read_value(reader, field, value, to)) {
		return false;
	}
	text = text_of(reader->tree, *(const void **)to, room);
	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] == '/' || (unsigned char)text.at[i] < ' ' || text.at[i] == 0x7F) {
			return pgw_field_refuse(reader, field->name, "without slashes and control characters");
		}
	}
	return true;
}

#define MEMBER(member_) .offset = offsetof(struct card, member_)

/* clang-format off */
static const struct pgw_field fields[] = {
	{"pan", PGW_FIELD_TEXT, MEMBER(pan), .minimum = 12, .maximum = 19, .expected = "12 to 19 digits", .read = read_digits},
	{"cvc", PGW_FIELD_TEXT, MEMBER(cvc), .minimum = 3, .maximum = 4, .expected = "3 or 4 digits", .read = read_digits},
	{"expiry", PGW_FIELD_TEXT, MEMBER(expiry), .minimum = 6, .maximum = 6, .expected = "6 digits, YYYYMM",
		.read = read_digits},
	{"orderId", PGW_FIELD_TEXT, MEMBER(order_id), .minimum = 1, .maximum = 36, .read = read_plain},
	{"bindingId", PGW_FIELD_TEXT, MEMBER(binding_id), .minimum = 1, .maximum = 255, .read = read_plain},
	{"cardholder", PGW_FIELD_TEXT, MEMBER(cardholder), .minimum = 1, .maximum = 150, .read = read_plain},
	{"registeredFrom", PGW_FIELD_TEXT, MEMBER(registered_from), .minimum = 1, .maximum = 255, .read = read_plain},
	{.name = NULL},
};
/* clang-format on */

static bool check_card(const struct card *card, struct pgw_error *error)
{
	if (!card->pan && !card->binding_id) {
		return pgw_fail(error, PGW_ERROR_ARGUMENT, "card: one of pan, bindingId is missing");
	}
	if (card->pan && card->binding_id) {
		return pgw_fail(error, PGW_ERROR_ARGUMENT, "card: only one of pan, bindingId may be given");
	}
	return !card->pan || card->expiry || pgw_fail(error, PGW_ERROR_ARGUMENT, "card: pan needs expiry");
}

static bool read_card(struct card *card, const struct pgw_tree *tree, const void *given, struct pgw_error *error)
{
	struct pgw_field_reader reader = {
		.fields = fields,
		.tree = tree,
		.error = error,
		.to = card,
		.before = "card: ",
		.whole = "card",
	};

	return pgw_read_fields(&reader, given) && check_card(card, error);
}

/* ---------------------------------------------------------------- the plain text */

/* Everything up to the last value that is not empty. */
static void write_values(struct pgw_buffer *plain, const struct pgw_tree *tree, const struct card *card)
{
	const void *const nodes[] = {
		card->pan, card->cvc, card->expiry, card->order_id, card->binding_id, card->cardholder, card->registered_from};
	size_t count = sizeof(nodes) / sizeof(nodes[0]);
	char room[PGW_INTEGER_TEXT];

	while (!nodes[count - 1]) {
		count--;
	}
	for (size_t i = 0; i < count; i++) {
		struct pgw_text value = text_of(tree, nodes[i], room);

		pgw_buffer_add_byte(plain, '/');
		pgw_buffer_add(plain, value.at, value.length);
	}
	OPENSSL_cleanse(room, sizeof(room)); /* a PAN that was given as an int */
}

bool pgw_se_token_write(struct pgw_buffer *plain, const struct pgw_se_stamp *stamp, const struct pgw_tree *tree,
	const void *card, struct pgw_error *error)
{
	struct card read = {.pan = NULL};

	if (!read_card(&read, tree, card, error)) {
		return false;
	}
	pgw_buffer_add_text(plain, stamp->timestamp);
	pgw_buffer_add_byte(plain, '/');
	pgw_buffer_add_text(plain, stamp->uuid);
	write_values(plain, tree, &read);
	return !plain->failed || pgw_fail_memory(error);
}

static bool make_uuid(char uuid[37])
{
	unsigned char bytes[16];
	size_t length = 0;

	if (RAND_bytes(bytes, sizeof(bytes)) != 1) {
		return false;
	}
	bytes[6] = (bytes[6] & 0x0F) | 0x40; /* version 4: random */
	bytes[8] = (bytes[8] & 0x3F) | 0x80;
	for (size_t i = 0; i < sizeof(bytes); i++) {
		length += (size_t)sprintf(uuid + length, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", bytes[i]);
	}
	return true;
}

static bool make_timestamp(char *timestamp, size_t size)
{
	time_t now = time(NULL);
	struct tm utc;

	return gmtime_r(&now, &utc) && strftime(timestamp, size, "%Y-%m-%dT%H:%M:%S+00:00", &utc) > 0;
}

bool pgw_se_token_check(const struct pgw_tree *tree, const void *card, struct pgw_error *error)
{
	struct card read = {.pan = NULL};

	return read_card(&read, tree, card, error);
}

/* ---------------------------------------------------------------- encrypting */

/* PKCS #1 v1.5 needs 11 bytes of the key's length. */
static bool check_length(const struct pgw_buffer *plain, const EVP_PKEY *key, struct pgw_error *error)
{
	enum { PADDING = 11 };
	size_t most = (size_t)EVP_PKEY_size((EVP_PKEY *)key) - PADDING;

	return plain->length <= most ||
		   pgw_fail(error, PGW_ERROR_ARGUMENT,
			   "card: its data have %zu bytes in all, and the gateway's key encrypts at most %zu: give a shorter "
			   "cardholder, or none",
			   plain->length, most);
}

static bool encrypt_bytes(struct pgw_buffer *encrypted, const struct pgw_buffer *plain, EVP_PKEY *key)
{
	EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(key, NULL);
	size_t length = (size_t)EVP_PKEY_size(key);
	bool done = context && pgw_buffer_reserve(encrypted, length) && EVP_PKEY_encrypt_init(context) == 1 &&
				EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1 &&
				EVP_PKEY_encrypt(context, (unsigned char *)encrypted->at, &length, (const unsigned char *)plain->at,
					plain->length) == 1;

	encrypted->length = done ? length : 0;
	EVP_PKEY_CTX_free(context);
	return done;
}

static bool encrypt(
	struct pgw_buffer *token, const struct pgw_buffer *plain, struct pgw_text pem, struct pgw_error *error)
{
	EVP_PKEY *key = pgw_rsa_public_key(pem);
	struct pgw_buffer encrypted = {0};
	bool done = false;

	if (!key) {
		return pgw_fail(error, PGW_ERROR_ARGUMENT, "publicKeyPem must be an RSA public key in PEM");
	}
	ERR_set_mark();
	if (check_length(plain, key, error)) {
		done = encrypt_bytes(&encrypted, plain, key);
		pgw_buffer_add_base64(token, encrypted.at, encrypted.length);
		done = (done && !token->failed) || pgw_fail_memory(error);
	}
	ERR_pop_to_mark();
	pgw_buffer_free(&encrypted);
	EVP_PKEY_free(key);
	return done;
}

bool pgw_se_token_create(struct pgw_buffer *token, const struct pgw_tree *tree, const void *card, struct pgw_text pem,
	struct pgw_error *error)
{
	char timestamp[sizeof("2020-07-06T07:26:20+03:00")], uuid[37];
	struct pgw_se_stamp stamp = {timestamp, uuid};
	struct pgw_buffer plain = {0};
	bool created;

	if (!make_timestamp(timestamp, sizeof(timestamp)) || !make_uuid(uuid)) {
		return pgw_fail(error, PGW_ERROR_TRANSPORT, "seToken: the system gives no time or no random bytes");
	}
	created = pgw_se_token_write(&plain, &stamp, tree, card, error) && encrypt(token, &plain, pem, error);
	pgw_buffer_free(&plain);
	return created;
}
