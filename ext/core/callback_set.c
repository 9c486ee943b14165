/* The signed parameters of a callback, their signed text, and whether that text can be read in two ways. */
#include "callback_set.h"

#include "error.h"
#include "table/callbacks.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

void pgw_callback_set_free(struct pgw_callback_set *set)
{
	free(set->parameters);
	pgw_buffer_free(&set->text);
	*set = (struct pgw_callback_set){0};
}

int pgw_callback_compare_names(struct pgw_text one, struct pgw_text other)
{
	size_t common = one.length < other.length ? one.length : other.length;
	int order = memcmp(one.at, other.at, common);

	return order != 0 ? order : (one.length > other.length) - (one.length < other.length);
}

bool pgw_callback_is_name(struct pgw_text name)
{
	for (size_t i = 0; i < name.length; i++) {
		if (name.at[i] <= ' ' || name.at[i] >= 0x7F || strchr(";[]", name.at[i])) {
			return false;
		}
	}
	return name.length > 0;
}

/* ---------------------------------------------------------------- values that are refused */

static bool has_control_character(struct pgw_text text)
{
	for (size_t i = 0; i < text.length; i++) {
		if ((unsigned char)text.at[i] < ' ' || text.at[i] == 0x7F) {
			return true;
		}
	}
	return false;
}

static bool check_documented_value(
	const struct pgw_callback_row *row, const struct pgw_callback_parameter *parameter, struct pgw_error *error)
{
	if (row->kind != PGW_CALLBACK_TEXT && has_control_character(parameter->value)) {
		return pgw_fail(error, PGW_ERROR_SIGNATURE, "callback: %s contains a control character", row->name);
	}
	if (row->kind == PGW_CALLBACK_STATUS && !pgw_text_is(parameter->value, "0") &&
		!pgw_text_is(parameter->value, "1")) {
		return pgw_fail(error, PGW_ERROR_SIGNATURE, "callback: %s is neither 0 nor 1", row->name);
	}
	return true;
}

/* ---------------------------------------------------------------- reading the signed text in two ways */

/*
 * The signed text name;value;name;value; does not say where a value with a ';' ends. Of all its readings at most one is
 * accepted: take two accepted readings and the first parameter P at which they differ. In one of them P's value ends
 * before a token T, which is the next name and therefore sorts after P; in the other T is a later token of P's value.
 * may_be_name() refuses that: always if T is documented, or not the last token of the value. If T is the last one, it
 * is followed by the name of the next parameter, N, which in the first reading begins T's value. A documented N
 * must then be that whole value, so the token after it is a name that sorts after T.
 */
static struct pgw_text first_token(struct pgw_text value)
{
	const char *end = memchr(value.at, ';', value.length);

	return end ? (struct pgw_text){value.at, (size_t)(end - value.at)} : value;
}

static bool may_follow(const struct pgw_callback_set *set, size_t next, struct pgw_text token)
{
	struct pgw_text after;

	if (next == set->count) {
		return false;
	}
	if (!pgw_callback_row_find(set->parameters[next].name)) {
		return true;
	}
	after = first_token(set->parameters[next].value);
	return pgw_callback_is_name(after) && pgw_callback_compare_names(after, token) > 0;
}

/* Can this token of the value of parameter `i`, which has several, be read as the name of another parameter? */
static bool may_be_name(const struct pgw_callback_set *set, size_t i, struct pgw_text token, bool first, bool last)
{
	if (pgw_callback_row_find(token)) {
		return true;
	}
	if (first || !pgw_callback_is_name(token) || pgw_callback_compare_names(token, set->parameters[i].name) <= 0) {
		return false;
	}
	return !last || may_follow(set, i + 1, token);
}

static bool check_reading(const struct pgw_callback_set *set, size_t i, struct pgw_error *error)
{
	struct pgw_text left = set->parameters[i].value, name = pgw_text_shown(set->parameters[i].name);

	if (!memchr(left.at, ';', left.length)) {
		return true;
	}
	for (bool first = true, last = false; !last; first = false) {
		struct pgw_text token = first_token(left);

		last = token.length == left.length;
		if (may_be_name(set, i, token, first, last)) {
			const struct pgw_callback_row *row = pgw_callback_row_find(token);

			return pgw_fail(error, PGW_ERROR_SIGNATURE,
				"callback: %.*s can be read in two ways: beside a semicolon it contains %s", (int)name.length, name.at,
				row ? row->name : "what may be the name of another parameter");
		}
		if (!last) {
			left = (struct pgw_text){left.at + token.length + 1, left.length - token.length - 1};
		}
	}
	return true;
}

bool pgw_callback_set_check(const struct pgw_callback_set *set, struct pgw_error *error)
{
	for (size_t i = 0; i < set->count; i++) {
		const struct pgw_callback_row *row = pgw_callback_row_find(set->parameters[i].name);

		if ((row && !check_documented_value(row, &set->parameters[i], error)) || !check_reading(set, i, error)) {
			return false;
		}
	}
	return true;
}

/* ---------------------------------------------------------------- encodings */

void pgw_callback_set_sign(const struct pgw_callback_set *set, struct pgw_buffer *signed_text)
{
	for (size_t i = 0; i < set->count; i++) {
		pgw_buffer_add(signed_text, set->parameters[i].name.at, set->parameters[i].name.length);
		pgw_buffer_add_byte(signed_text, ';');
		pgw_buffer_add(signed_text, set->parameters[i].value.at, set->parameters[i].value.length);
		pgw_buffer_add_byte(signed_text, ';');
	}
}

void pgw_callback_decode(struct pgw_buffer *to, struct pgw_text encoded)
{
	for (size_t i = 0; i < encoded.length; i++) {
		char byte = encoded.at[i] == '+' ? ' ' : encoded.at[i];

		if (byte == '%' && encoded.length - i > 2 && pgw_hex_digit(encoded.at[i + 1]) >= 0 &&
			pgw_hex_digit(encoded.at[i + 2]) >= 0) {
			byte = (char)(pgw_hex_digit(encoded.at[i + 1]) << 4 | pgw_hex_digit(encoded.at[i + 2]));
			i += 2;
		}
		pgw_buffer_add_byte(to, byte);
	}
}

static bool is_encoded(const struct pgw_callback_set *set)
{
	for (size_t i = 0; i < set->count; i++) {
		struct pgw_text value = set->parameters[i].value;

		if (memchr(value.at, '%', value.length) || memchr(value.at, '+', value.length)) {
			return true;
		}
	}
	return false;
}

bool pgw_callback_set_decode(struct pgw_callback_set *decoded, const struct pgw_callback_set *set)
{
	*decoded = (struct pgw_callback_set){0};
	if (!is_encoded(set)) {
		return false;
	}
	decoded->parameters = malloc(set->count * sizeof(*set->parameters));
	if (!decoded->parameters || !pgw_buffer_reserve(&decoded->text, set->text.length)) {
		decoded->text.failed = true;
		return false;
	}
	for (size_t i = 0; i < set->count; i++) {
		size_t before = decoded->text.length;

		pgw_callback_decode(&decoded->text, set->parameters[i].value);
		decoded->parameters[i] = (struct pgw_callback_parameter){
			set->parameters[i].name, {decoded->text.at + before, decoded->text.length - before}};
	}
	decoded->count = set->count;
	return true;
}
