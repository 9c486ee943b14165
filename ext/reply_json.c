/*
 * The JSON of replies straight into arrays. It reads what gateways send: objects, lists, texts without escapes,
 * numbers. At anything else it gives up, and PHP's own parser reads the whole from the start: what is unusual, or
 * wrong, is always judged by PHP. It takes a third of the instructions, and reading replies is most of what a call
 * costs.
 */
#include "php_payment_gateway.h"

#include "ext/json/php_json.h"
#include "zend_bitset.h"
#include "zend_strtod.h"

/* The text ends with a zero byte, which ends every loop below. */
struct reader {
	const char *at, *end;
	int depth; /* how much deeper it may go */
};

static bool read_value(struct reader *reader, zval *to);

static void skip_space(struct reader *reader)
{
	while (*reader->at == ' ' || *reader->at == '\n' || *reader->at == '\t' || *reader->at == '\r') {
		reader->at++;
	}
}

static bool take(struct reader *reader, char expected)
{
	skip_space(reader);
	if (*reader->at != expected) {
		return false;
	}
	reader->at++;
	return true;
}

/* ---------------------------------------------------------------- texts */

static bool is_plain(unsigned char byte)
{
	return byte >= ' ' && byte < 0x80 && byte != '"' && byte != '\\';
}

/* As many bytes at once as a register holds. */
enum { WORD = sizeof(zend_ulong) };

/* How many bytes of a word have no meaning of their own, up to the first that has one; or fewer. */
static unsigned count_plain(const char *at)
{
	const zend_ulong ones = (zend_ulong)-1 / 0xFF, high = ones * 0x80;
	zend_ulong bytes, quotes, escapes, marks;

	memcpy(&bytes, at, WORD);
	quotes = bytes ^ (ones * '"');
	escapes = bytes ^ (ones * '\\');
	/* A byte that was 0, or below a blank, leaves its highest bit; what it borrows can only mark higher bytes. */
	marks =
		(((quotes - ones) & ~quotes) | ((escapes - ones) & ~escapes) | ((bytes - ones * ' ') & ~bytes) | bytes) & high;
	if (!marks) {
		return WORD;
	}
#ifdef WORDS_BIGENDIAN
	return 0; /* the first byte is the highest, and its mark may be borrowed */
#else
	return (unsigned)zend_ulong_ntz(marks) / 8;
#endif
}

/* After the opening quote; false when it holds an escape, a control character or no UTF-8. */
static bool read_text(struct reader *reader, struct pgw_text *text)
{
	const char *at = reader->at;

	for (;;) {
		for (unsigned count = WORD; count == WORD && reader->end - at >= WORD; at += count) {
			count = count_plain(at);
		}
		while (is_plain((unsigned char)*at)) {
			at++;
		}
		if ((unsigned char)*at < 0x80) {
			break;
		}
		do {
			size_t length = pgw_text_sequence(at, (size_t)(reader->end - at));

			if (length == 0) {
				return false;
			}
			at += length;
		} while ((unsigned char)*at >= 0x80);
	}
	if (*at != '"') {
		return false;
	}
	*text = (struct pgw_text){reader->at, (size_t)(at - reader->at)};
	reader->at = at + 1;
	return true;
}

/* ---------------------------------------------------------------- numbers and words */

static const char *skip_digits(const char *at)
{
	while (*at >= '0' && *at <= '9') {
		at++;
	}
	return at;
}

static bool read_fraction(struct reader *reader, const char *at, zval *to)
{
	const char *digits;

	if (*at == '.') {
		digits = ++at;
		at = skip_digits(at);
		if (at == digits) {
			return false;
		}
	}
	if (*at == 'e' || *at == 'E') {
		at++;
		at += *at == '+' || *at == '-';
		digits = at;
		at = skip_digits(at);
		if (at == digits) {
			return false;
		}
	}
	ZVAL_DOUBLE(to, zend_strtod(reader->at, NULL));
	reader->at = at;
	return true;
}

static bool read_number(struct reader *reader, zval *to)
{
	enum { SAFE_DIGITS = MAX_LENGTH_OF_LONG - 3 }; /* never more than an int holds */
	bool negative = *reader->at == '-';
	const char *digits = reader->at + negative, *end = skip_digits(digits);
	zend_long value = 0;

	if (end == digits || end - digits > SAFE_DIGITS || (*digits == '0' && end - digits > 1)) {
		return false;
	}
	if (*end == '.' || *end == 'e' || *end == 'E') {
		return read_fraction(reader, end, to);
	}
	if (negative && *digits == '0') {
		return false; /* a float, says PHP */
	}
	for (const char *at = digits; at < end; at++) {
		value = value * 10 + (*at - '0');
	}
	ZVAL_LONG(to, negative ? -value : value);
	reader->at = end;
	return true;
}

static bool take_word(struct reader *reader, const char *word)
{
	size_t length = strlen(word);

	if (strncmp(reader->at, word, length) != 0) {
		return false;
	}
	reader->at += length;
	return true;
}

/* ---------------------------------------------------------------- lists and objects */

static bool read_list(struct reader *reader, zend_array *to)
{
	zval value;

	if (take(reader, ']')) {
		return true;
	}
	zend_hash_real_init_packed(to);
	do {
		if (!read_value(reader, &value)) {
			return false;
		}
		zend_hash_next_index_insert_new(to, &value);
	} while (take(reader, ','));
	return take(reader, ']');
}

static bool read_member(struct reader *reader, zend_array *to)
{
	struct pgw_text name;
	zend_string *key;
	zval value;

	if (!take(reader, '"') || !read_text(reader, &name) || !take(reader, ':') || !read_value(reader, &value)) {
		return false;
	}
	key = php_pgw_reply_name(name);
	zend_symtable_update(to, key, &value);
	zend_string_release(key);
	return true;
}

static bool read_object(struct reader *reader, zend_array *to)
{
	if (take(reader, '}')) {
		return true;
	}
	zend_hash_real_init_mixed(to);
	do {
		if (!read_member(reader, to)) {
			return false;
		}
	} while (take(reader, ','));
	return take(reader, '}');
}

static bool read_container(struct reader *reader, zval *to)
{
	bool is_list = *reader->at++ == '[';

	/* Something waits to be done, perhaps that there is no more memory: PHP's parser knows how to stop. */
	if (reader->depth == 0 || zend_atomic_bool_load_ex(&EG(vm_interrupt))) {
		return false;
	}
	reader->depth--;
	array_init(to);
	if (is_list ? read_list(reader, Z_ARRVAL_P(to)) : read_object(reader, Z_ARRVAL_P(to))) {
		reader->depth++;
		return true;
	}
	zval_ptr_dtor(to);
	return false;
}

/* On failure `to` is nothing that would have to be released. */
static bool read_value(struct reader *reader, zval *to)
{
	struct pgw_text text;

	skip_space(reader);
	switch (*reader->at) {
		case '{':
		case '[':
			return read_container(reader, to);
		case '"':
			reader->at++;
			if (!read_text(reader, &text)) {
				return false;
			}
			ZVAL_STRINGL_FAST(to, text.at, text.length);
			return true;
		case 't':
			ZVAL_TRUE(to);
			return take_word(reader, "true");
		case 'f':
			ZVAL_FALSE(to);
			return take_word(reader, "false");
		case 'n':
			ZVAL_NULL(to);
			return take_word(reader, "null");
		default:
			return read_number(reader, to);
	}
}

static bool read_common_json(zval *reply, struct pgw_text text, int depth)
{
	struct reader reader = {text.at, text.at + text.length, depth - 1}; /* as json_decode() counts it */

	if (!read_value(&reader, reply)) {
		return false;
	}
	skip_space(&reader);
	if (reader.at == reader.end) {
		return true;
	}
	zval_ptr_dtor(reply);
	return false;
}

/* ---------------------------------------------------------------- decoding */

static const char *flaw_of(php_json_error_code code)
{
	switch (code) {
		case PHP_JSON_ERROR_DEPTH:
			return "the reply is nested too deeply";
		case PHP_JSON_ERROR_UTF8:
		case PHP_JSON_ERROR_UTF16:
			return "the reply is not valid UTF-8";
		default:
			return "the reply is not JSON";
	}
}

/* With PHP's own parser where it must be; json_last_error() stays the caller's. */
zend_result php_pgw_reply_decode(zval *reply, const struct pgw_response *response, const char **flaw)
{
	const char *at = response->body.at;
	size_t length = response->body.length;
	php_json_error_code callers = JSON_G(error_code), ours;

	if (length >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0) {
		at += 3;
		length -= 3;
	}
	if (length == 0) {
		*flaw = "the reply is empty";
		return FAILURE;
	}
	if (at[strspn(at, " \t\r\n")] == '[') {
		*flaw = "the reply is JSON, but not an object";
		return FAILURE;
	}
	if (read_common_json(reply, (struct pgw_text){at, length}, (int)PAYMENT_GATEWAY_G(max_reply_depth))) {
		return SUCCESS;
	}
	JSON_G(error_code) = PHP_JSON_ERROR_NONE;
	php_json_decode_ex(
		reply, at, length, PHP_JSON_OBJECT_AS_ARRAY | PHP_JSON_BIGINT_AS_STRING, PAYMENT_GATEWAY_G(max_reply_depth));
	ours = JSON_G(error_code);
	JSON_G(error_code) = callers;
	if (ours != PHP_JSON_ERROR_NONE) {
		*flaw = flaw_of(ours);
		return FAILURE;
	}
	return SUCCESS;
}
