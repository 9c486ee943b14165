/* Noting the secrets of a request, and masking them in texts. */

/*
 * To mask, the text is decoded, round by round, into a view that knows which bytes of the text each of its bytes came
 * from; secrets found in the view are overwritten in the text. A gateway that echoes a secret may have encoded it once
 * or twice, whole or in part, so each round undoes every encoding at once. The secret may itself look encoded, so it is
 * decoded likewise.
 */
#include "secrets.h"

#include "buffer.h"
#include "account.h"
#include "text.h"

#include <openssl/crypto.h>
#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------- noting */

struct secret_walk {
	struct pgw_request *request;
	const struct pgw_tree *tree;
	int level; /* of nesting */
	enum pgw_bound bound;
};

static void note_secret_scalar(const struct secret_walk *secret_walk, const void *value, enum pgw_type type)
{
	enum { SHORTEST = 3 }; /* a CVC */
	const struct pgw_tree *tree = secret_walk->tree;
	struct pgw_buffer *secrets = &secret_walk->request->secrets;
	char room[PGW_INTEGER_TEXT];
	struct pgw_text text;

	if (type != PGW_STRING && type != PGW_INTEGER) {
		return;
	}
	text = type == PGW_STRING ? tree->text(value) : pgw_text_of_integer(tree->integer(value), room);
	if (text.length >= SHORTEST) {
		pgw_buffer_add(secrets, text.at, text.length);
		pgw_buffer_add(secrets, "", 1);
	}
}

static bool note_secret_value(void *context, struct pgw_text name, const void *value)
{
	struct secret_walk *secret_walk = context;
	enum pgw_type type = secret_walk->tree->type(value);

	(void)name;
	if (++secret_walk->request->walked > PGW_MOST_VALUES) {
		secret_walk->bound = PGW_TOO_MANY;
		return false;
	}
	if (type != PGW_LIST && type != PGW_OBJECT) {
		note_secret_scalar(secret_walk, value, type);
		return true;
	}
	if (secret_walk->level == PGW_MOST_LEVELS) {
		secret_walk->bound = PGW_TOO_DEEP;
		return false;
	}
	secret_walk->level++;
	secret_walk->tree->each(value, note_secret_value, secret_walk);
	secret_walk->level--;
	return secret_walk->bound == PGW_IN_BOUNDS;
}

enum pgw_bound pgw_note_secret(struct pgw_request *request, const struct pgw_tree *tree, const void *value)
{
	struct secret_walk secret_walk = {.request = request, .tree = tree};

	note_secret_value(&secret_walk, PGW_TEXT(""), value);
	return secret_walk.bound;
}

/* ---------------------------------------------------------------- views */

struct view {
	char at[PGW_MASKED];
	uint16_t begin[PGW_MASKED], end[PGW_MASKED]; /* the bytes of the text that each byte came from */
	size_t length;
};

static bool is_continuation(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

static bool is_letter_or_digit(char byte)
{
	return pgw_is_digit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* For the letters that have two bytes in UTF-8: Latin, Greek, Cyrillic. */
static unsigned fold_code_point(unsigned code)
{
	static const struct {
		unsigned short first, last, down; /* 1: upper and lower case alternate */
	} capitals[] = {{0xC0, 0xDE, 32}, {0x100, 0x137, 1}, {0x391, 0x3A9, 32}, {0x400, 0x40F, 80}, {0x410, 0x42F, 32},
		{0x460, 0x481, 1}, {0x48A, 0x4BF, 1}, {0x4D0, 0x52F, 1}};

	for (size_t i = 0; i < sizeof(capitals) / sizeof(capitals[0]); i++) {
		if (code >= capitals[i].first && code <= capitals[i].last) {
			return capitals[i].down == 1 ? code | 1 : code + capitals[i].down;
		}
	}
	return code;
}

/* Letters to lower case, and '+', which encodes a space in forms, to a space. No byte is moved. */
static void fold_case(struct view *view)
{
	for (size_t i = 0; i < view->length; i++) {
		unsigned char byte = (unsigned char)view->at[i];

		if (byte >= 'A' && byte <= 'Z') {
			view->at[i] = (char)(byte + 32);
		} else if (byte == '+') {
			view->at[i] = ' ';
		} else if (byte >= 0xC3 && byte <= 0xD4 && i + 1 < view->length && is_continuation(view->at[i + 1])) {
			unsigned code = fold_code_point((byte & 0x1FU) << 6 | ((unsigned char)view->at[i + 1] & 0x3FU));

			view->at[i++] = (char)(0xC0 | code >> 6);
			view->at[i] = (char)(0x80 | (code & 0x3F));
		}
	}
}

static void view_text(struct view *view, const char *text, size_t length)
{
	view->length = length < PGW_MASKED ? length : PGW_MASKED;
	memcpy(view->at, text, view->length);
	for (size_t i = 0; i < view->length; i++) {
		view->begin[i] = (uint16_t)i;
		view->end[i] = (uint16_t)(i + 1);
	}
	fold_case(view);
}

/* ---------------------------------------------------------------- decoding */

/* What one escape stands for. It is never longer than the escape, so a view can be decoded in place. */
struct decoded {
	char at[4];
	size_t length;
	size_t taken; /* length of the escape; 0: there is none */
};

static struct decoded decoded_byte(unsigned byte, size_t taken)
{
	return (struct decoded){{(char)byte}, 1, taken};
}

static struct decoded decoded_code(unsigned code, size_t taken)
{
	if (code < 0x80) {
		return decoded_byte(code, taken);
	}
	if (code < 0x800) {
		return (struct decoded){{(char)(0xC0 | code >> 6), (char)(0x80 | (code & 0x3F))}, 2, taken};
	}
	if (code < 0x10000) {
		return (struct decoded){
			{(char)(0xE0 | code >> 12), (char)(0x80 | (code >> 6 & 0x3F)), (char)(0x80 | (code & 0x3F))}, 3, taken};
	}
	if (code > 0x10FFFF) {
		return (struct decoded){.taken = 0};
	}
	return (struct decoded){{(char)(0xF0 | code >> 18), (char)(0x80 | (code >> 12 & 0x3F)),
								(char)(0x80 | (code >> 6 & 0x3F)), (char)(0x80 | (code & 0x3F))},
		4, taken};
}

/* Parses at most `digits` digits into `value`, and returns how many there were. */
static size_t read_number(struct pgw_text text, size_t digits, unsigned base, unsigned *value)
{
	size_t i = 0;

	*value = 0;
	while (i < digits && i < text.length) {
		char c = text.at[i];
		unsigned digit = pgw_is_digit(c) ? (unsigned)(c - '0') : c >= 'a' && c <= 'f' ? (unsigned)(c - 'a' + 10) : base;

		if (digit >= base) {
			break;
		}
		*value = *value * base + digit;
		i++;
	}
	return i;
}

static bool read_hex(struct pgw_text text, size_t from, size_t digits, unsigned *value)
{
	return text.length >= from + digits &&
		   read_number((struct pgw_text){text.at + from, digits}, digits, 16, value) == digits;
}

/* \uXXXX, or %uXXXX as of JavaScript's escape(), or a surrogate pair of them. */
static struct decoded decode_unit(struct pgw_text text)
{
	unsigned code, second;

	if (!read_hex(text, 2, 4, &code)) {
		return (struct decoded){.taken = 0};
	}
	if (code < 0xD800 || code > 0xDFFF) {
		return decoded_code(code, 6);
	}
	if (code > 0xDBFF || text.length < 12 || text.at[6] != text.at[0] || text.at[7] != 'u' ||
		!read_hex(text, 8, 4, &second) || second < 0xDC00 || second > 0xDFFF) {
		return (struct decoded){.taken = 0};
	}
	return decoded_code(0x10000 + ((code - 0xD800) << 10) + (second - 0xDC00), 12);
}

static struct decoded decode_percent(struct pgw_text text)
{
	unsigned byte;

	if (text.length > 1 && text.at[1] == 'u') {
		return decode_unit(text);
	}
	return read_hex(text, 1, 2, &byte) ? decoded_byte(byte, 3) : (struct decoded){.taken = 0};
}

/* The escapes of JSON, and the \xXX of logs and scripts. */
static struct decoded decode_backslash(struct pgw_text text)
{
	static const char letters[] = "\"\\/'bfnrt", meant[] = "\"\\/'\b\f\n\r\t";
	const char *letter = text.length > 1 && text.at[1] ? strchr(letters, text.at[1]) : NULL;
	unsigned byte;

	if (letter) {
		return decoded_byte((unsigned char)meant[letter - letters], 2);
	}
	if (text.length > 1 && text.at[1] == 'u') {
		return decode_unit(text);
	}
	if (text.length > 1 && text.at[1] == 'x' && read_hex(text, 2, 2, &byte)) {
		return decoded_byte(byte, 4);
	}
	return (struct decoded){.taken = 0};
}

/* In lower case, like everything in a view; the name of a capital letter gives the small one. */
static const struct {
	const char *name;
	unsigned code;
} entities[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", ' '}, {"tab", '\t'},
	{"newline", '\n'}, {"excl", '!'}, {"num", '#'}, {"dollar", '$'}, {"percnt", '%'}, {"lpar", '('}, {"rpar", ')'},
	{"ast", '*'}, {"midast", '*'}, {"plus", '+'}, {"comma", ','}, {"dash", '-'}, {"hyphen", '-'}, {"period", '.'},
	{"sol", '/'}, {"colon", ':'}, {"semi", ';'}, {"equals", '='}, {"quest", '?'}, {"commat", '@'}, {"lsqb", '['},
	{"lbrack", '['}, {"bsol", '\\'}, {"rsqb", ']'}, {"rbrack", ']'}, {"hat", '^'}, {"lowbar", '_'}, {"grave", '`'},
	{"lcub", '{'}, {"lbrace", '{'}, {"verbar", '|'}, {"vert", '|'}, {"rcub", '}'}, {"rbrace", '}'}, {"tilde", '~'},
	{"ndash", 0x2013}, {"mdash", 0x2014}, {"shy", 0xAD}, {"iexcl", 0xA1}, {"cent", 0xA2}, {"pound", 0xA3},
	{"curren", 0xA4}, {"yen", 0xA5}, {"brvbar", 0xA6}, {"sect", 0xA7}, {"uml", 0xA8}, {"copy", 0xA9}, {"ordf", 0xAA},
	{"laquo", 0xAB}, {"not", 0xAC}, {"reg", 0xAE}, {"macr", 0xAF}, {"deg", 0xB0}, {"plusmn", 0xB1}, {"sup2", 0xB2},
	{"sup3", 0xB3}, {"acute", 0xB4}, {"micro", 0xB5}, {"para", 0xB6}, {"middot", 0xB7}, {"cedil", 0xB8}, {"sup1", 0xB9},
	{"ordm", 0xBA}, {"raquo", 0xBB}, {"frac14", 0xBC}, {"frac12", 0xBD}, {"frac34", 0xBE}, {"iquest", 0xBF},
	{"times", 0xD7}, {"szlig", 0xDF}, {"agrave", 0xE0}, {"aacute", 0xE1}, {"acirc", 0xE2}, {"atilde", 0xE3},
	{"auml", 0xE4}, {"aring", 0xE5}, {"aelig", 0xE6}, {"ccedil", 0xE7}, {"egrave", 0xE8}, {"eacute", 0xE9},
	{"ecirc", 0xEA}, {"euml", 0xEB}, {"igrave", 0xEC}, {"iacute", 0xED}, {"icirc", 0xEE}, {"iuml", 0xEF}, {"eth", 0xF0},
	{"ntilde", 0xF1}, {"ograve", 0xF2}, {"oacute", 0xF3}, {"ocirc", 0xF4}, {"otilde", 0xF5}, {"ouml", 0xF6},
	{"divide", 0xF7}, {"oslash", 0xF8}, {"ugrave", 0xF9}, {"uacute", 0xFA}, {"ucirc", 0xFB}, {"uuml", 0xFC},
	{"yacute", 0xFD}, {"thorn", 0xFE}, {"yuml", 0xFF}};

static struct decoded decode_named(struct pgw_text name)
{
	for (size_t i = 0; i < sizeof(entities) / sizeof(entities[0]); i++) {
		if (pgw_text_is(name, entities[i].name)) {
			return decoded_code(entities[i].code, name.length + 2);
		}
	}
	return (struct decoded){.taken = 0};
}

/* &amp; and &#38; and &#x26;, also with leading zeros. */
static struct decoded decode_entity(struct pgw_text text)
{
	enum { LONGEST = 12 };
	const char *end = memchr(text.at, ';', text.length < LONGEST ? text.length : LONGEST);
	struct pgw_text inside = {text.at + 1, end ? (size_t)(end - text.at) - 1 : 0};
	unsigned base = 10, code;

	if (inside.length < 2) {
		return (struct decoded){.taken = 0};
	}
	if (*inside.at != '#') {
		return decode_named(inside);
	}
	inside.at++;
	inside.length--;
	if (*inside.at == 'x') {
		inside.at++;
		inside.length--;
		base = 16;
	}
	if (inside.length == 0 || inside.length > 8 || read_number(inside, 8, base, &code) != inside.length) {
		return (struct decoded){.taken = 0};
	}
	return decoded_code(code, (size_t)(end - text.at) + 1);
}

static struct decoded decode_at(struct pgw_text text)
{
	switch (*text.at) {
		case '%':
			return decode_percent(text);
		case '\\':
			return decode_backslash(text);
		case '&':
			return decode_entity(text);
		default:
			return (struct decoded){.taken = 0};
	}
}

/* Decodes every escape once. False: there was none. */
static bool decode_round(struct view *view)
{
	size_t to = 0;
	bool changed = false;

	for (size_t from = 0; from < view->length;) {
		struct decoded decoded = decode_at((struct pgw_text){view->at + from, view->length - from});
		uint16_t begin, end;

		changed |= decoded.taken > 0;
		if (decoded.taken == 0) {
			decoded = decoded_byte((unsigned char)view->at[from], 1);
		}
		begin = view->begin[from];
		end = view->end[from + decoded.taken - 1];
		for (size_t i = 0; i < decoded.length; i++, to++) {
			view->at[to] = decoded.at[i];
			view->begin[to] = begin;
			view->end[to] = end;
		}
		from += decoded.taken;
	}
	view->length = to;
	fold_case(view);
	return changed;
}

/* ---------------------------------------------------------------- finding */

enum { ROUNDS = 6 };

struct masking {
	char *text;
	bool cut;           /* the text is longer than the view */
	struct view view;   /* of the text */
	struct view secret; /* of the secret that is searched for */
};

/* What is compared of the secret, as decoded so far. */
struct needle {
	bool digits;   /* a number: separators between digits are ignored, in the secret and in the text */
	size_t length; /* in bytes, or in digits */
	size_t enough; /* this many from the beginning are a match */
	bool alone;    /* it is short, and matches only where it stands alone */
	char first;
};

static struct needle needle_of(const struct view *secret)
{
	enum { SHORT = 6, LONG = 32, TELLING = 16, CARD = 12, TELLING_DIGITS = 10 };
	static const char separators_at[] = " -./_";
	struct needle needle = {.digits = true};
	size_t digits = 0;

	for (size_t i = 0; i < secret->length; i++) {
		if (pgw_is_digit(secret->at[i])) {
			needle.first = digits++ ? needle.first : secret->at[i];
		} else if (!memchr(separators_at, secret->at[i], sizeof(separators_at) - 1)) {
			needle.digits = false;
		}
	}
	needle.digits = needle.digits && digits > SHORT;
	needle.length = needle.digits ? digits : secret->length;
	needle.enough = needle.length;
	if (needle.digits && digits >= CARD) {
		needle.enough = TELLING_DIGITS;
	} else if (!needle.digits) {
		needle.first = secret->length > 0 ? secret->at[0] : '\0';
		needle.enough = secret->length >= LONG ? TELLING : secret->length;
	}
	needle.alone = needle.length <= SHORT;
	return needle;
}

/* The length of the spaces, dashes and the like before the next digit of a number. */
static size_t separators_at(const struct view *view, size_t at)
{
	enum { MOST = 6 };
	size_t i = at;

	while (i < view->length && i - at <= MOST && !is_letter_or_digit(view->at[i])) {
		i++;
	}
	return i - at <= MOST && i < view->length ? i - at : 0;
}

/* How much of the secret is found at `at`; `end` is set to the end of the match. */
static size_t matching_length(const struct masking *masking, const struct needle *needle, size_t at, size_t *end)
{
	const struct view *view = &masking->view, *secret = &masking->secret;
	size_t count = 0;

	*end = at;
	for (size_t i = 0; i < secret->length; i++) {
		if (needle->digits && !pgw_is_digit(secret->at[i])) {
			continue;
		}
		if (needle->digits && count > 0) {
			at += separators_at(view, at);
		}
		if (at == view->length || view->at[at] != secret->at[i]) {
			break;
		}
		*end = ++at;
		count++;
	}
	return count;
}

/* A short secret, such as a CVC, is masked only where it stands alone; otherwise every "123" would be masked. */
static bool stands_alone(const struct view *view, size_t at, size_t end)
{
	return (at == 0 || !is_letter_or_digit(view->at[at - 1])) &&
		   (end == view->length || !is_letter_or_digit(view->at[end]));
}

static bool is_secret_at(const struct masking *masking, const struct needle *needle, size_t at, size_t *end)
{
	size_t count = matching_length(masking, needle, at, end);

	if (needle->alone) {
		return count == needle->length && stands_alone(&masking->view, at, *end);
	}
	return count >= needle->enough || (masking->cut && count > 0 && *end == masking->view.length);
}

/* Masks whole characters, because the text must remain valid UTF-8. */
static void mask_found(struct masking *masking, size_t at, size_t end)
{
	size_t from = masking->view.begin[at], to = masking->view.end[end - 1];

	while (from > 0 && is_continuation(masking->text[from])) {
		from--;
	}
	while (is_continuation(masking->text[to])) {
		to++;
	}
	memset(masking->text + from, '*', to - from);
	memset(masking->view.at + at, '*', end - at);
}

static void mask_secret_view(struct masking *masking)
{
	struct view *view = &masking->view;
	struct needle needle = needle_of(&masking->secret);
	size_t at = 0, end;

	while (needle.length > 0 && at < view->length) {
		const char *first = memchr(view->at + at, needle.first, view->length - at);

		if (!first) {
			return;
		}
		at = (size_t)(first - view->at);
		if (is_secret_at(masking, &needle, at, &end)) {
			mask_found(masking, at, end);
			at = end;
		} else {
			at++;
		}
	}
}

static void mask_one_secret(struct masking *masking, struct pgw_text secret)
{
	if (secret.length == 0) {
		return;
	}
	view_text(&masking->secret, secret.at, secret.length);
	for (int round = 0; round < ROUNDS; round++) {
		mask_secret_view(masking);
		if (!decode_round(&masking->secret)) {
			return;
		}
	}
}

/* ---------------------------------------------------------------- masking */

/* `listed` has more secrets, each zero-terminated. */
static void mask_all_secrets(char *text, const struct pgw_text *secrets, size_t count, struct pgw_text listed)
{
	struct masking masking;
	size_t length = strnlen(text, PGW_MASKED + 1), left = PGW_MASKED / 2;

	masking.text = text;
	masking.cut = length > PGW_MASKED;
	view_text(&masking.view, text, length);
	for (int round = 0; round < ROUNDS; round++) {
		for (size_t i = 0; i < count; i++) {
			mask_one_secret(&masking, secrets[i]);
		}
		for (size_t i = 0; i < listed.length; i += strlen(listed.at + i) + 1) {
			mask_one_secret(&masking, (struct pgw_text){listed.at + i, strlen(listed.at + i)});
		}
		if (!decode_round(&masking.view)) {
			break;
		}
	}
	OPENSSL_cleanse(masking.view.at, sizeof(masking.view.at));
	OPENSSL_cleanse(masking.secret.at, sizeof(masking.secret.at));
	if (masking.cut) {
		while (is_continuation(text[left])) {
			left--;
		}
		text[left] = '\0';
	}
}

void pgw_mask(char *text, const struct pgw_request *request)
{
	const struct pgw_client *client = request->client;
	const char *key_password = client->client_key_password;
	struct pgw_text secrets[] = {
		client->password, client->token, client->proxy_secret, {key_password, key_password ? strlen(key_password) : 0}};

	mask_all_secrets(text, secrets, sizeof(secrets) / sizeof(secrets[0]),
		(struct pgw_text){request->secrets.at, request->secrets.length});
}

void pgw_mask_texts(char *text, const struct pgw_text *secrets, size_t count)
{
	mask_all_secrets(text, secrets, count, (struct pgw_text){NULL, 0});
}
