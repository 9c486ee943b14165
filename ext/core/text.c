/* Questions about texts: UTF-8, numbers, dates, names that are nearly right, lists of words. */
#include "text.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

bool pgw_text_is(struct pgw_text text, const char *literal)
{
	return strlen(literal) == text.length && memcmp(text.at, literal, text.length) == 0;
}

char *pgw_text_copy(struct pgw_text text)
{
	char *copy = malloc(text.length + 1);

	if (copy) {
		if (text.length > 0) {
			memcpy(copy, text.at, text.length);
		}
		copy[text.length] = '\0';
	}
	return copy;
}

size_t pgw_text_sequence(const char *at, size_t left)
{
	const unsigned char *bytes = (const unsigned char *)at;
	size_t length = bytes[0] >= 0xF0 ? 4 : bytes[0] >= 0xE0 ? 3 : 2;
	unsigned char least = 0x80, most = 0xBF; /* of the second byte */

	if (bytes[0] < 0xC2 || bytes[0] > 0xF4 || left < length) {
		return 0;
	}
	if (bytes[0] == 0xE0 || bytes[0] == 0xF0) {
		least = bytes[0] == 0xE0 ? 0xA0 : 0x90; /* less would be overlong */
	} else if (bytes[0] == 0xED || bytes[0] == 0xF4) {
		most = bytes[0] == 0xED ? 0x9F : 0x8F; /* more would be a surrogate, or above U+10FFFF */
	}
	if (bytes[1] < least || bytes[1] > most) {
		return 0;
	}
	for (size_t i = 2; i < length; i++) {
		if ((bytes[i] & 0xC0) != 0x80) {
			return 0;
		}
	}
	return length;
}

/* The length of the ASCII without zero bytes at the beginning, in whole words. */
static size_t count_leading_ascii(struct pgw_text text)
{
	const uint64_t ones = UINT64_MAX / 0xFF, high = ones * 0x80;
	size_t count = 0;
	uint64_t bytes;

	while (text.length - count >= sizeof(bytes)) {
		memcpy(&bytes, text.at + count, sizeof(bytes));
		if ((bytes | (bytes - ones)) & high) {
			break;
		}
		count += sizeof(bytes);
	}
	return count;
}

ssize_t pgw_text_characters(struct pgw_text text)
{
	const unsigned char *at = (const unsigned char *)text.at, *end = at + text.length;
	ssize_t count = (ssize_t)count_leading_ascii(text);

	for (at += count; at < end; count++) {
		if (*at < 0x80 && *at != '\0') {
			at++;
		} else if (*at >= 0xC2 && *at <= 0xDF && end - at > 1 && (at[1] & 0xC0) == 0x80) {
			at += 2; /* Cyrillic, for example */
		} else {
			size_t length = pgw_text_sequence((const char *)at, (size_t)(end - at));

			if (length == 0) {
				return -1;
			}
			at += length;
		}
	}
	return count;
}

/* As many digits as a card number has, perhaps with spaces, dashes and the like between them. */
static bool may_hold_card_number(struct pgw_text name)
{
	enum { SHORTEST_CARD = 12 };
	int digits = 0;

	for (size_t i = 0; i < name.length && digits < SHORTEST_CARD; i++) {
		if (name.at[i] >= '0' && name.at[i] <= '9') {
			digits++;
		} else if (isalpha((unsigned char)name.at[i]) || (unsigned char)name.at[i] >= 0x80) {
			digits = 0;
		}
	}
	return digits == SHORTEST_CARD;
}

struct pgw_text pgw_text_shown(struct pgw_text name)
{
	enum { LONGEST = 64 };

	if (pgw_text_characters(name) < 0) {
		return PGW_TEXT("(not UTF-8)");
	}
	if (may_hold_card_number(name)) {
		return PGW_TEXT("(digits)");
	}
	if (name.length > LONGEST) {
		name.length = LONGEST;
		while (((unsigned char)name.at[name.length] & 0xC0) == 0x80) {
			name.length--;
		}
	}
	return name;
}

int pgw_hex_digit(char digit)
{
	/* One more than the value; without branches, whose prediction takes time. */
	/* clang-format off */
	static const signed char values[256] = {
		['0'] = 1, ['1'] = 2, ['2'] = 3, ['3'] = 4, ['4'] = 5, ['5'] = 6, ['6'] = 7, ['7'] = 8, ['8'] = 9, ['9'] = 10,
		['a'] = 11, ['b'] = 12, ['c'] = 13, ['d'] = 14, ['e'] = 15, ['f'] = 16,
		['A'] = 11, ['B'] = 12, ['C'] = 13, ['D'] = 14, ['E'] = 15, ['F'] = 16,
	};
	/* clang-format on */

	return values[(unsigned char)digit] - 1;
}

bool pgw_text_is_digits(struct pgw_text text)
{
	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] < '0' || text.at[i] > '9') {
			return false;
		}
	}
	return text.length > 0;
}

bool pgw_text_is_decimal(struct pgw_text text, size_t decimals)
{
	const char *point = memchr(text.at, '.', text.length);
	size_t whole = point ? (size_t)(point - text.at) : text.length;
	struct pgw_text after = {text.at + whole + 1, text.length - whole - 1};

	if (!pgw_text_is_digits((struct pgw_text){text.at, whole})) {
		return false;
	}
	return !point || (pgw_text_is_digits(after) && after.length <= decimals);
}

struct pgw_text pgw_text_number(struct pgw_text text)
{
	while (text.length > 1 && text.at[0] == '0' && text.at[1] != '.') {
		text.at++;
		text.length--;
	}
	return text;
}

struct pgw_text pgw_text_of_integer(int64_t integer, char room[PGW_INTEGER_TEXT])
{
	uint64_t left = integer < 0 ? 0 - (uint64_t)integer : (uint64_t)integer;
	char *end = room + PGW_INTEGER_TEXT, *at = end;

	do {
		*--at = (char)('0' + left % 10);
		left /= 10;
	} while (left > 0);
	if (integer < 0) {
		*--at = '-';
	}
	return (struct pgw_text){at, (size_t)(end - at)};
}

size_t pgw_text_of_double(double real, char to[32])
{
	char *comma;

	for (int precision = 15; precision <= 17; precision++) {
		snprintf(to, 32, "%.*g", precision, real);
		if (strtod(to, NULL) == real) {
			break;
		}
	}
	comma = strchr(to, ',');
	if (comma) {
		*comma = '.'; /* the locale's decimal point is not JSON's */
	}
	return strlen(to);
}

static int digits_value(const char *at, int digits)
{
	int value = 0;

	while (digits-- > 0) {
		value = value * 10 + (*at++ - '0');
	}
	return value;
}

struct pgw_text pgw_text_cut(struct pgw_text *left, char at)
{
	const char *end = memchr(left->at, at, left->length);
	struct pgw_text cut = {left->at, end ? (size_t)(end - left->at) : left->length};

	left->at += cut.length + (end != NULL);
	left->length -= cut.length + (end != NULL);
	return cut;
}

bool pgw_text_is_date_time(struct pgw_text text)
{
	static const char pattern[] = "0000-00-00T00:00:00";
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int year, month, day, last;

	if (text.length != sizeof(pattern) - 1) {
		return false;
	}
	for (size_t i = 0; i < text.length; i++) {
		bool digit = text.at[i] >= '0' && text.at[i] <= '9';

		if (pattern[i] == '0' ? !digit : text.at[i] != pattern[i]) {
			return false;
		}
	}
	year = digits_value(text.at, 4);
	month = digits_value(text.at + 5, 2);
	day = digits_value(text.at + 8, 2);
	if (month < 1 || month > 12) {
		return false;
	}
	last = days[month - 1] + (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
	return day >= 1 && day <= last && digits_value(text.at + 11, 2) < 24 && digits_value(text.at + 14, 2) < 60 &&
		   digits_value(text.at + 17, 2) < 60;
}

bool pgw_text_is_zoned_date_time(struct pgw_text text)
{
	enum { MOMENT = 19, LARGEST_OFFSET = 18 };
	struct pgw_text moment = {text.at, MOMENT};

	if (text.length != sizeof("0000-00-00T00:00:00.000+0000") - 1 || !pgw_text_is_date_time(moment)) {
		return false;
	}
	return text.at[MOMENT] == '.' && pgw_text_is_digits((struct pgw_text){text.at + 20, 3}) &&
		   (text.at[23] == '+' || text.at[23] == '-') && pgw_text_is_digits((struct pgw_text){text.at + 24, 4}) &&
		   digits_value(text.at + 24, 2) <= LARGEST_OFFSET && digits_value(text.at + 26, 2) < 60;
}

/* The Levenshtein distance, computed with one row. Longer names than any in the tables are simply far away. */
static size_t edit_distance(struct pgw_text text, const char *name)
{
	enum { LONGEST = 64 };
	size_t row[LONGEST + 1], length = strlen(name);

	if (length > LONGEST || text.length > LONGEST) {
		return LONGEST;
	}
	for (size_t j = 0; j <= length; j++) {
		row[j] = j;
	}
	for (size_t i = 1; i <= text.length; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (size_t j = 1; j <= length; j++) {
			bool same = tolower((unsigned char)text.at[i - 1]) == tolower((unsigned char)name[j - 1]);
			size_t best = diagonal + !same;

			diagonal = row[j];
			if (row[j] + 1 < best) {
				best = row[j] + 1;
			}
			if (row[j - 1] + 1 < best) {
				best = row[j - 1] + 1;
			}
			row[j] = best;
		}
	}
	return row[length];
}

/* A suggestion is useful if at least half of the given name is right. */
struct pgw_nearest pgw_nearest_to(struct pgw_text text)
{
	return (struct pgw_nearest){.text = text, .edits = 1 + (text.length < 10 ? text.length / 2 : 5)};
}

void pgw_nearest_offer(struct pgw_nearest *nearest, const char *name)
{
	size_t edits = edit_distance(nearest->text, name);

	if (edits < nearest->edits) {
		nearest->edits = edits;
		nearest->name = name;
	}
}

void pgw_nearest_offer_names(struct pgw_nearest *nearest, const void *rows, size_t size)
{
	for (const char *row = rows; *(const char *const *)row; row += size) {
		pgw_nearest_offer(nearest, *(const char *const *)row);
	}
}

const char *pgw_nearest_suggestion(const struct pgw_nearest *nearest, char words[PGW_SUGGESTION])
{
	words[0] = '\0';
	if (nearest->name) {
		snprintf(words, PGW_SUGGESTION, "; did you mean %s?", nearest->name);
	}
	return words;
}

static bool stop_at_entry(void *context, struct pgw_text name, const void *value)
{
	(void)context, (void)name, (void)value;
	return false;
}

bool pgw_is_empty(const struct pgw_tree *tree, const void *container)
{
	return tree->each(container, stop_at_entry, NULL);
}

static bool is_index(void *context, struct pgw_text name, const void *value)
{
	(void)context, (void)value;
	return pgw_text_is_digits(name);
}

bool pgw_is_list(const struct pgw_tree *tree, const void *value)
{
	enum pgw_type type = tree->type(value);

	return type == PGW_LIST || (type == PGW_OBJECT && tree->each(value, is_index, NULL));
}

static bool words_hold(const char *words, struct pgw_text text, int (*compare)(const char *, const char *, size_t))
{
	for (const char *at = words;; at++) {
		size_t length = strcspn(at, "|");

		if (length == text.length && compare(at, text.at, length) == 0) {
			return true;
		}
		at += length;
		if (*at == '\0') {
			return false;
		}
	}
}

bool pgw_words_hold(const char *words, const char *word)
{
	return words_hold(words, (struct pgw_text){word, strlen(word)}, strncmp);
}

bool pgw_words_hold_text(const char *words, struct pgw_text text)
{
	return words_hold(words, text, strncmp);
}

bool pgw_words_hold_text_any_case(const char *words, struct pgw_text text)
{
	return words_hold(words, text, strncasecmp);
}

const char *pgw_words_list(const char *words, char list[PGW_LIST_OF_WORDS])
{
	size_t length = 0;

	list[0] = '\0';
	for (const char *at = words; length < PGW_LIST_OF_WORDS; at++) {
		size_t word = strcspn(at, "|");

		length += (size_t)snprintf(list + length, PGW_LIST_OF_WORDS - length, "%s%.*s", at == words ? "" : ", ",
			word ? (int)word : 2, word ? at : "\"\"");
		at += word;
		if (*at == '\0') {
			break;
		}
	}
	return list;
}
