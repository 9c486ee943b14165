/* Verifying a signed callback. */
#include "callback_checksum.h"
#include "callback_read.h"
#include "callback_set.h"
#include "error.h"
#include "table/callbacks.h"
#include "text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------- the values that are returned */

/* Only as it would be printed: no leading zeros, no plus, and no more than 64 bits. */
static bool read_integer(struct pgw_text text, int64_t *integer)
{
	char digits[PGW_INTEGER_TEXT + 1], room[PGW_INTEGER_TEXT];
	struct pgw_text printed;

	if (text.length == 0 || text.length > PGW_INTEGER_TEXT) {
		return false;
	}
	memcpy(digits, text.at, text.length);
	digits[text.length] = '\0';
	*integer = strtoll(digits, NULL, 10);
	printed = pgw_text_of_integer(*integer, room);
	return printed.length == text.length && memcmp(printed.at, text.at, text.length) == 0;
}

static struct pgw_callback_value value_of(const struct pgw_callback_parameter *parameter)
{
	const struct pgw_callback_row *row = pgw_callback_row_find(parameter->name);
	struct pgw_callback_value value = {.name = parameter->name, .type = PGW_STRING, .text = parameter->value};
	const char *operation;

	if (row && row->kind == PGW_CALLBACK_STATUS) {
		value.type = PGW_BOOLEAN;
		value.integer = pgw_text_is(parameter->value, "1");
	} else if (row && row->kind == PGW_CALLBACK_INTEGER && read_integer(parameter->value, &value.integer)) {
		value.type = PGW_INTEGER;
	} else if (row && strcmp(row->name, "operation") == 0) {
		operation = pgw_callback_operation_find(parameter->value);
		if (operation) {
			value.text = (struct pgw_text){operation, strlen(operation)};
		}
	}
	return value;
}

/* Takes over the text of the set. */
static bool make_callback(struct pgw_callback *callback, struct pgw_callback_set *set, struct pgw_error *error)
{
	callback->values = malloc((set->count ? set->count : 1) * sizeof(*callback->values));
	if (!callback->values) {
		return pgw_fail_memory(error);
	}
	for (size_t i = 0; i < set->count; i++) {
		callback->values[i] = value_of(&set->parameters[i]);
	}
	callback->count = set->count;
	return true;
}

/* ---------------------------------------------------------------- verifying */

struct verification {
	const struct pgw_callback_keys *keys;
	struct pgw_callback_set received, decoded; /* owned; as received, and with its values decoded once more */
	struct pgw_buffer checksum;                /* owned; its bytes */
};

static bool require_checksum(struct pgw_text checksum, struct pgw_error *error)
{
	if (!checksum.at) {
		return pgw_fail(error, PGW_ERROR_SIGNATURE,
			"callback: the checksum is missing; the bank signs if the merchant asks for it");
	}
	return checksum.length > 0 || pgw_fail(error, PGW_ERROR_SIGNATURE, "callback: the checksum is empty");
}

/* Is the checksum that of this set? False with an error if the set must not be used. */
static bool try_set(
	const struct verification *verification, const struct pgw_callback_set *set, bool *fits, struct pgw_error *error)
{
	struct pgw_buffer signed_text = {0};

	*fits = false;
	if (!pgw_callback_set_check(set, error)) {
		return false;
	}
	pgw_callback_set_sign(set, &signed_text);
	if (signed_text.failed) {
		pgw_buffer_free(&signed_text);
		return pgw_fail_memory(error);
	}
	*fits =
		signed_text.length > 0 && pgw_callback_checksum_fits(verification->keys, &signed_text, &verification->checksum);
	pgw_buffer_free(&signed_text);
	return true;
}

/* The set that the checksum fits; NULL: an error. */
static struct pgw_callback_set *fitting_set(struct verification *verification, struct pgw_error *error)
{
	bool fits;

	if (!try_set(verification, &verification->received, &fits, error)) {
		return NULL;
	}
	if (fits) {
		return &verification->received;
	}
	if (pgw_callback_set_decode(&verification->decoded, &verification->received)) {
		if (!try_set(verification, &verification->decoded, &fits, error)) {
			return NULL;
		}
		if (fits) {
			return &verification->decoded;
		}
	}
	if (verification->decoded.text.failed) {
		pgw_fail_memory(error);
	} else {
		pgw_fail(error, PGW_ERROR_SIGNATURE,
			"callback: the checksum does not fit: the parameters were changed on their way, the key is not the one "
			"that "
			"signed them, or a parameter of the shop's own address is not named in ownNames");
	}
	return NULL;
}

static bool verify(struct pgw_callback *callback, const struct pgw_tree *tree, const void *received,
	const void *own_names, const struct pgw_callback_keys *keys, struct pgw_error *error)
{
	struct verification verification = {.keys = keys};
	struct pgw_callback_set *set = NULL;
	struct pgw_callback_own own;
	struct pgw_text checksum;

	if (!pgw_callback_read_own(&own, tree, own_names, error) ||
		!pgw_callback_read(&verification.received, &checksum, tree, received, &own, error) ||
		!require_checksum(checksum, error) ||
		!pgw_callback_checksum_read(&verification.checksum, checksum, keys, error)) {
		goto cleanup;
	}
	set = fitting_set(&verification, error);
	if (set && !make_callback(callback, set, error)) {
		set = NULL;
	}

cleanup:
	pgw_buffer_free(&verification.checksum);
	if (set) {
		callback->decoded = verification.decoded.text;
		callback->text = verification.received.text;
		verification.decoded.text = verification.received.text = (struct pgw_buffer){0};
	}
	pgw_callback_set_free(&verification.decoded);
	pgw_callback_set_free(&verification.received);
	return set != NULL;
}

bool pgw_callback_verify_hmac(struct pgw_callback *callback, const struct pgw_tree *tree, const void *received,
	const void *secrets, const void *own_names, struct pgw_error *error)
{
	struct pgw_callback_keys keys;
	bool good;

	*callback = (struct pgw_callback){0};
	if (!pgw_callback_keys_of_secrets(&keys, tree, secrets, error)) {
		return false;
	}
	good = verify(callback, tree, received, own_names, &keys, error);
	pgw_callback_keys_free(&keys);
	return good;
}

bool pgw_callback_verify_rsa(struct pgw_callback *callback, const struct pgw_tree *tree, const void *received,
	const void *pems, struct pgw_text digest, const void *own_names, struct pgw_error *error)
{
	struct pgw_callback_keys keys;
	bool good;

	*callback = (struct pgw_callback){0};
	if (!pgw_callback_keys_of_pems(&keys, tree, pems, digest, error)) {
		return false;
	}
	good = verify(callback, tree, received, own_names, &keys, error);
	pgw_callback_keys_free(&keys);
	return good;
}

void pgw_callback_free(struct pgw_callback *callback)
{
	free(callback->values);
	pgw_buffer_free(&callback->text);
	pgw_buffer_free(&callback->decoded);
	*callback = (struct pgw_callback){0};
}
