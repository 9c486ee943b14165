/*
 * Decodes the JSON of replies to PHP arrays. A fast path reads what gateways usually send: objects, lists, strings
 * without escapes, numbers. On anything else it gives up and PHP's parser decodes the whole body, so unusual or invalid
 * JSON always gets PHP's verdict. The fast path takes a third of the instructions, and decoding dominates the cost of
 * a call.
 */
#include "php_payment_gateway.h"

#include "ext/json/php_json.h"
#include "plain_bytes.h"
#include "zend_strtod.h"

/* The body is zero-terminated, and the zero byte ends every loop below. */
struct json_reader {
	const char *at, *end;
	int depth;     /* how many more levels are allowed */
	uint32_t room; /* for the members of the outermost object; 0 for those within */
};

static bool read_json_value(struct json_reader *reader, zval *to);

static void skip_whitespace(struct json_reader *reader)
{
	while (*reader->at == ' ' || *reader->at == '\n' || *reader->at == '\t' || *reader->at == '\r') {
		reader->at++;
	}
}

static bool consume_char(struct json_reader *reader, char expected)
{
	skip_whitespace(reader);
	if (*reader->at != expected) {
		return false;
	}
	reader->at++;
	return true;
}

/* ---------------------------------------------------------------- strings */

/* Reads on after the opening quote. False: it has an escape, a control character or invalid UTF-8. */
static bool read_json_string(struct json_reader *reader, struct pgw_text *text)
{
	const char *at = reader->at;

	for (;;) {
		at = skip_plain_bytes(at, reader->end);
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

/* ---------------------------------------------------------------- numbers and literals */

static const char *skip_digits(const char *at)
{
	while (*at >= '0' && *at <= '9') {
		at++;
	}
	return at;
}

static bool read_json_float(struct json_reader *reader, const char *at, zval *to)
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

static bool read_json_number(struct json_reader *reader, zval *to)
{
	enum { SAFE_DIGITS = MAX_LENGTH_OF_LONG - 3 }; /* always fits into an int */
	bool negative = *reader->at == '-';
	const char *digits = reader->at + negative, *end = skip_digits(digits);
	zend_long value = 0;

	if (end == digits || end - digits > SAFE_DIGITS || (*digits == '0' && end - digits > 1)) {
		return false;
	}
	if (*end == '.' || *end == 'e' || *end == 'E') {
		return read_json_float(reader, end, to);
	}
	if (negative && *digits == '0') {
		return false; /* PHP decodes -0 as a float */
	}
	for (const char *at = digits; at < end; at++) {
		value = value * 10 + (*at - '0');
	}
	ZVAL_LONG(to, negative ? -value : value);
	reader->at = end;
	return true;
}

static bool consume_word(struct json_reader *reader, const char *word)
{
	size_t length = strlen(word);

	if (strncmp(reader->at, word, length) != 0) {
		return false;
	}
	reader->at += length;
	return true;
}

/* ---------------------------------------------------------------- lists and objects */

static bool read_json_list(struct json_reader *reader, zend_array *to)
{
	zval value;

	if (consume_char(reader, ']')) {
		return true;
	}
	zend_hash_real_init_packed(to);
	do {
		if (!read_json_value(reader, &value)) {
			return false;
		}
		zend_hash_next_index_insert_new(to, &value);
	} while (consume_char(reader, ','));
	return consume_char(reader, ']');
}

static bool read_json_member(struct json_reader *reader, zend_array *to)
{
	struct pgw_text name;
	zend_string *key;
	zval value;

	if (!consume_char(reader, '"') || !read_json_string(reader, &name) || !consume_char(reader, ':') ||
		!read_json_value(reader, &value)) {
		return false;
	}
	key = php_pgw_reply_name(name);
	zend_symtable_update(to, key, &value);
	zend_string_release(key);
	return true;
}

static bool read_json_object(struct json_reader *reader, zend_array *to)
{
	if (consume_char(reader, '}')) {
		return true;
	}
	zend_hash_real_init_mixed(to);
	do {
		if (!read_json_member(reader, to)) {
			return false;
		}
	} while (consume_char(reader, ','));
	return consume_char(reader, '}');
}

static bool read_json_container(struct json_reader *reader, zval *to)
{
	bool is_list = *reader->at++ == '[';

	/* On an interrupt, such as a memory or time limit, leave it to PHP's parser, which can be stopped. */
	if (reader->depth == 0 || zend_atomic_bool_load_ex(&EG(vm_interrupt))) {
		return false;
	}
	reader->depth--;
	array_init_size(to, reader->room);
	reader->room = 0;
	if (is_list ? read_json_list(reader, Z_ARRVAL_P(to)) : read_json_object(reader, Z_ARRVAL_P(to))) {
		reader->depth++;
		return true;
	}
	zval_ptr_dtor(to);
	return false;
}

/* On failure there is nothing in `to` to release. */
static bool read_json_value(struct json_reader *reader, zval *to)
{
	struct pgw_text text;

	skip_whitespace(reader);
	switch (*reader->at) {
		case '{':
		case '[':
			return read_json_container(reader, to);
		case '"':
			reader->at++;
			if (!read_json_string(reader, &text)) {
				return false;
			}
			ZVAL_STRINGL_FAST(to, text.at, text.length);
			return true;
		case 't':
			ZVAL_TRUE(to);
			return consume_word(reader, "true");
		case 'f':
			ZVAL_FALSE(to);
			return consume_word(reader, "false");
		case 'n':
			ZVAL_NULL(to);
			return consume_word(reader, "null");
		default:
			return read_json_number(reader, to);
	}
}

static bool read_common_json(zval *reply, struct pgw_text text, int depth)
{
	enum { BYTES_OF_MEMBER = 32, MOST_ROOM = 32 }; /* so that a usual reply's array need not grow */
	struct json_reader reader = {
		.at = text.at,
		.end = text.at + text.length,
		.depth = depth - 1, /* counted as json_decode() does */
		.room = (uint32_t)MIN(text.length / BYTES_OF_MEMBER, MOST_ROOM),
	};

	if (!read_json_value(&reader, reply)) {
		return false;
	}
	skip_whitespace(&reader);
	if (reader.at == reader.end) {
		return true;
	}
	zval_ptr_dtor(reply);
	return false;
}

/* ---------------------------------------------------------------- decoding */

static const char *json_flaw(php_json_error_code code)
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

/* PHP's parser must not change what json_last_error() returns to the script. */
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
		*flaw = json_flaw(ours);
		return FAILURE;
	}
	return SUCCESS;
}
