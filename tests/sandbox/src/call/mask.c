/* What of a request and its answer may be shown. */
#include "call/mask.h"

#include "base/strict_json.h"
#include "model/card.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define HIDDEN     "***"
#define SHOWN_MAX  2048 /* bytes of one text */
#define FEWEST_PAN 13
#define MOST_PAN   19
#define DIGITS     "0123456789"

/* Compared without regard to case, since what is shown may be a misspelling. */
static const char *const hidden_names[] = {"password", "token", "seToken", "paymentToken", "cvc", "$CVC", "cvv", "cvv2",
	"cvc2", "tokenCryptogram", "cryptogram", "secret"};
static const char *const card_names[] = {"pan", "$PAN", "dpan", "tokenPAN", "destCardNum"};

static bool is_one_of(const char *const *names, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++) {
		if (strcasecmp(names[i], name) == 0) {
			return true;
		}
	}
	return false;
}

/* The length of the card number at text, in which single blanks and dashes may stand; 0 if there is none. */
static size_t card_number_size(const char *text, bool any)
{
	char digits[MOST_PAN + 1] = "";
	size_t count = 0, at = 0;
	while ((text[at] >= '0' && text[at] <= '9') || (count && (text[at] == ' ' || text[at] == '-'))) {
		bool digit = text[at] >= '0' && text[at] <= '9';
		if (digit && count == MOST_PAN) {
			return 0;
		}
		if (digit) {
			digits[count++] = text[at];
		} else if (text[at + 1] < '0' || text[at + 1] > '9') {
			break;
		}
		at++;
	}
	return count >= FEWEST_PAN && (any || sandbox_card_number_valid(digits)) ? at : 0;
}

/* Leaves the first six digits and the last four. */
static void hide_digits(char *text, size_t size)
{
	size_t digits = 0, seen = 0;
	for (size_t i = 0; i < size; i++) {
		digits += text[i] >= '0' && text[i] <= '9';
	}
	for (size_t i = 0; i < size; i++) {
		if (text[i] >= '0' && text[i] <= '9') {
			seen++;
			text[i] = seen > 6 && seen + 4 <= digits ? '*' : text[i];
		}
	}
}

static void hide_card_numbers(char *text, bool any)
{
	for (char *at = text + strcspn(text, DIGITS); *at; at += strcspn(at, DIGITS)) {
		size_t size = card_number_size(at, any);
		hide_digits(at, size);
		at += size ? size : strspn(at, DIGITS);
	}
}

static struct json_object *copy_text(const char *name, const char *text, size_t size)
{
	bool card = is_one_of(card_names, sizeof card_names / sizeof *card_names, name);
	size_t shown = size < SHOWN_MAX ? size : SHOWN_MAX;
	while (shown < size && shown > 0 && ((unsigned char)text[shown] & 0xC0) == 0x80) {
		shown--;
	}
	char *copy = calloc(1, shown + sizeof "...");
	if (!copy) {
		return json_object_new_string(HIDDEN);
	}
	memcpy(copy, text, shown);
	for (size_t i = 0; i < shown; i++) {
		copy[i] = copy[i] ? copy[i] : '?';
	}
	hide_card_numbers(copy, card);
	strcpy(copy + shown, shown < size ? "..." : "");
	struct json_object *masked = json_object_new_string(copy);
	free(copy);
	return masked;
}

static struct json_object *copy_members(struct json_object *object)
{
	struct json_object *copy = json_object_new_object();
	json_object_object_foreach(object, name, value) {
		struct json_object *shown = copy_text("", name, strlen(name));
		json_object_object_add(copy, json_object_get_string(shown), sandbox_mask(name, value));
		json_object_put(shown);
	}
	return copy;
}

static struct json_object *copy_elements(const char *name, struct json_object *list)
{
	struct json_object *copy = json_object_new_array();
	for (size_t i = 0; i < json_object_array_length(list); i++) {
		json_object_array_add(copy, sandbox_mask(name, json_object_array_get_idx(list, i)));
	}
	return copy;
}

/* A number with as many digits as a card number becomes a masked text. */
static struct json_object *copy_number(const char *name, struct json_object *value)
{
	const char *text = json_object_get_string(value);
	return strlen(text) < FEWEST_PAN ? json_object_get(value) : copy_text(name, text, strlen(text));
}

struct json_object *sandbox_mask(const char *name, struct json_object *value)
{
	if (value && is_one_of(hidden_names, sizeof hidden_names / sizeof *hidden_names, name)) {
		return json_object_new_string(HIDDEN);
	}
	switch (json_object_get_type(value)) {
		case json_type_object:
			return copy_members(value);
		case json_type_array:
			return copy_elements(name, value);
		case json_type_string:
			return sandbox_mask_text(name, json_object_get_string(value), (size_t)json_object_get_string_len(value));
		case json_type_int:
		case json_type_double:
			return copy_number(name, value);
		default:
			return json_object_get(value);
	}
}

struct json_object *sandbox_mask_text(const char *name, const char *text, size_t size)
{
	if (size && is_one_of(hidden_names, sizeof hidden_names / sizeof *hidden_names, name)) {
		return json_object_new_string(HIDDEN);
	}
	struct json_object *object = text[0] == '{' ? sandbox_strict_json_parse(text, size) : NULL;
	if (!object) {
		return copy_text(name, text, size);
	}
	struct json_object *copy = copy_members(object);
	json_object_put(object);
	return copy;
}
