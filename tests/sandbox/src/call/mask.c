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
	for (size_t i = 0; name[0] && i < count; i++) {
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

static void write_text(struct printbuf *to, const char *name, const char *text, size_t size)
{
	bool card = is_one_of(card_names, sizeof card_names / sizeof *card_names, name);
	char copy[SHOWN_MAX + sizeof "..."];
	size_t shown = size < SHOWN_MAX ? size : SHOWN_MAX;
	while (shown < size && shown > 0 && ((unsigned char)text[shown] & 0xC0) == 0x80) {
		shown--;
	}
	for (size_t i = 0; i < shown; i++) {
		copy[i] = text[i] ? text[i] : '?';
	}
	copy[shown] = '\0';
	if (shown >= FEWEST_PAN) {
		hide_card_numbers(copy, card);
	}
	strcpy(copy + shown, shown < size ? "..." : "");
	sandbox_json_write_text(to, copy, strlen(copy));
}

static void write_members(struct printbuf *to, struct json_object *object)
{
	const char *before = "{";
	json_object_object_foreach(object, name, value) {
		sandbox_json_write(to, before);
		write_text(to, "", name, strlen(name));
		sandbox_json_write(to, ":");
		sandbox_mask(to, name, value);
		before = ",";
	}
	sandbox_json_write(to, before[0] == '{' ? "{}" : "}");
}

static void write_elements(struct printbuf *to, const char *name, struct json_object *list)
{
	sandbox_json_write(to, "[");
	for (size_t i = 0; i < json_object_array_length(list); i++) {
		sandbox_json_write(to, i ? "," : "");
		sandbox_mask(to, name, json_object_array_get_idx(list, i));
	}
	sandbox_json_write(to, "]");
}

/* A number with as many digits as a card number becomes a masked text. */
static void write_number(struct printbuf *to, const char *name, struct json_object *value)
{
	const char *text = json_object_get_string(value);
	if (strlen(text) < FEWEST_PAN) {
		sandbox_json_write(to, text);
	} else {
		write_text(to, name, text, strlen(text));
	}
}

static bool is_hidden(const char *name)
{
	return is_one_of(hidden_names, sizeof hidden_names / sizeof *hidden_names, name);
}

void sandbox_mask(struct printbuf *to, const char *name, struct json_object *value)
{
	if (value && is_hidden(name)) {
		sandbox_json_write(to, "\"" HIDDEN "\"");
		return;
	}
	switch (json_object_get_type(value)) {
		case json_type_object:
			write_members(to, value);
			break;
		case json_type_array:
			write_elements(to, name, value);
			break;
		case json_type_string:
			sandbox_mask_text(to, name, json_object_get_string(value), (size_t)json_object_get_string_len(value));
			break;
		case json_type_int:
		case json_type_double:
			write_number(to, name, value);
			break;
		default:
			sandbox_json_write(to, json_object_to_json_string(value));
	}
}

void sandbox_mask_text(struct printbuf *to, const char *name, const char *text, size_t size)
{
	if (size && is_hidden(name)) {
		sandbox_json_write(to, "\"" HIDDEN "\"");
		return;
	}
	struct json_object *object = text[0] == '{' ? sandbox_strict_json_parse(text, size) : NULL;
	if (!object) {
		write_text(to, name, text, size);
		return;
	}
	write_members(to, object);
	json_object_put(object);
}
