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

/*
 * A reader takes the place where it begins and returns the one behind what it read, or NULL: leave it to PHP's parser,
 * and there is nothing to release. The body is zero-terminated, and the zero byte ends every loop below.
 */
struct json_reader {
	const char *end;
	int depth;     /* how many more levels are allowed */
	uint32_t room; /* for the members of the outermost object; 0 for those within */
};

static const char *read_json_value(struct json_reader *reader, const char *at, zval *to);

static inline const char *skip_whitespace(const char *at)
{
	while ((unsigned char)*at <= ' ' && (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r')) {
		at++;
	}
	return at;
}

static inline const char *read_char(const char *at, char expected)
{
	at = skip_whitespace(at);
	return *at == expected ? at + 1 : NULL;
}

/* ---------------------------------------------------------------- strings */

/* To the closing quote. NULL: there is an escape, a control character or invalid UTF-8 before it. */
static inline const char *end_of_json_string(const struct json_reader *reader, const char *at)
{
	for (;;) {
		at = skip_plain_bytes(at, reader->end);
		if (EXPECTED(*at == '"')) {
			return at;
		}
		if ((unsigned char)*at < 0x80) {
			return NULL;
		}
		do {
			size_t length = pgw_text_sequence(at, (size_t)(reader->end - at));

			if (length == 0) {
				return NULL;
			}
			at += length;
		} while ((unsigned char)*at >= 0x80);
	}
}

/* From behind the opening quote. */
static const char *read_json_string(const struct json_reader *reader, const char *at, zval *to)
{
	const char *end = end_of_json_string(reader, at);

	if (!end) {
		return NULL;
	}
	ZVAL_STRINGL_FAST(to, at, end - at);
	return end + 1;
}

/* ---------------------------------------------------------------- numbers and literals */

static const char *skip_digits(const char *at)
{
	while (*at >= '0' && *at <= '9') {
		at++;
	}
	return at;
}

/* `at` is behind the digits of a number that begins at `start`. */
static const char *read_json_float(const char *start, const char *at, zval *to)
{
	const char *digits;

	if (*at == '.') {
		digits = ++at;
		at = skip_digits(at);
		if (at == digits) {
			return NULL;
		}
	}
	if (*at == 'e' || *at == 'E') {
		at++;
		at += *at == '+' || *at == '-';
		digits = at;
		at = skip_digits(at);
		if (at == digits) {
			return NULL;
		}
	}
	ZVAL_DOUBLE(to, zend_strtod(start, NULL));
	return at;
}

static const char *read_json_number(const char *at, zval *to)
{
	enum { SAFE_DIGITS = MAX_LENGTH_OF_LONG - 3 }; /* always fits into an int */
	bool negative = *at == '-';
	const char *digits = at + negative, *end = digits;
	zend_ulong value = 0; /* of too many digits it is not used */

	for (; *end >= '0' && *end <= '9'; end++) {
		value = value * 10 + (zend_ulong)(*end - '0');
	}
	if (end == digits || end - digits > SAFE_DIGITS || (*digits == '0' && end - digits > 1)) {
		return NULL;
	}
	if (*end == '.' || *end == 'e' || *end == 'E') {
		return read_json_float(at, end, to);
	}
	if (negative && *digits == '0') {
		return NULL; /* PHP decodes -0 as a float */
	}
	ZVAL_LONG(to, negative ? -(zend_long)value : (zend_long)value);
	return end;
}

static const char *read_word(const char *at, const char *word)
{
	size_t length = strlen(word);

	return strncmp(at, word, length) == 0 ? at + length : NULL;
}

/* ---------------------------------------------------------------- lists and objects */

static const char *read_json_list(struct json_reader *reader, const char *at, zend_array *to)
{
	const char *next = read_char(at, ']');
	zval value;

	if (next) {
		return next;
	}
	zend_hash_real_init_packed(to);
	for (next = at; next; next = read_char(at, ',')) {
		at = read_json_value(reader, next, &value);
		if (!at) {
			return NULL;
		}
		zend_hash_next_index_insert_new(to, &value);
	}
	return read_char(at, ']');
}

static const char *read_json_member(struct json_reader *reader, const char *at, zend_array *to)
{
	const char *name = read_char(at, '"'), *end = name ? end_of_json_string(reader, name) : NULL;
	zend_string *key;
	zval value;

	at = end ? read_char(end + 1, ':') : NULL;
	at = at ? read_json_value(reader, at, &value) : NULL;
	if (at) {
		key = php_pgw_reply_name((struct pgw_text){name, (size_t)(end - name)});
		zend_symtable_update(to, key, &value);
		zend_string_release(key);
	}
	return at;
}

static const char *read_json_object(struct json_reader *reader, const char *at, zend_array *to)
{
	const char *next = read_char(at, '}');

	if (next) {
		return next;
	}
	zend_hash_real_init_mixed(to);
	for (next = at; next; next = read_char(at, ',')) {
		at = read_json_member(reader, next, to);
		if (!at) {
			return NULL;
		}
	}
	return read_char(at, '}');
}

static const char *read_json_container(struct json_reader *reader, const char *at, zval *to)
{
	bool is_list = *at++ == '[';

	/* On an interrupt, such as a memory or time limit, leave it to PHP's parser, which can be stopped. */
	if (reader->depth == 0 || zend_atomic_bool_load_ex(&EG(vm_interrupt))) {
		return NULL;
	}
	reader->depth--;
	array_init_size(to, reader->room);
	reader->room = 0;
	at = is_list ? read_json_list(reader, at, Z_ARRVAL_P(to)) : read_json_object(reader, at, Z_ARRVAL_P(to));
	reader->depth++;
	if (!at) {
		zval_ptr_dtor(to);
	}
	return at;
}

static const char *read_json_value(struct json_reader *reader, const char *at, zval *to)
{
	at = skip_whitespace(at);
	switch (*at) {
		case '{':
		case '[':
			return read_json_container(reader, at, to);
		case '"':
			return read_json_string(reader, at + 1, to);
		case 't':
			ZVAL_TRUE(to);
			return read_word(at, "true");
		case 'f':
			ZVAL_FALSE(to);
			return read_word(at, "false");
		case 'n':
			ZVAL_NULL(to);
			return read_word(at, "null");
		default:
			return read_json_number(at, to);
	}
}

static bool read_common_json(zval *reply, struct pgw_text text, int depth)
{
	enum { BYTES_OF_MEMBER = 32, MOST_ROOM = 32 }; /* so that a usual reply's array need not grow */
	struct json_reader reader = {
		.end = text.at + text.length,
		.depth = depth - 1, /* counted as json_decode() does */
		.room = (uint32_t)MIN(text.length / BYTES_OF_MEMBER, MOST_ROOM),
	};
	const char *at = read_json_value(&reader, text.at, reply);

	if (!at) {
		return false;
	}
	if (skip_whitespace(at) == reader.end) {
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
