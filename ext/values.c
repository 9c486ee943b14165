/* zvals as the core sees them. */
#include "php_payment_gateway.h"

#include "ext/json/php_json.h"
#include "zend_interfaces.h"

enum { DEEPEST = 24, MOST_ENTRIES = 1000000 };

/* ---------------------------------------------------------------- reading */

static const zval *resolve(const void *node)
{
	const zval *value = node;

	return Z_TYPE_P(value) == IS_REFERENCE ? Z_REFVAL_P(value) : value;
}

static enum pgw_type scalar_type(const zval *value)
{
	switch (Z_TYPE_P(value)) {
		case IS_NULL:
			return PGW_NULL;
		case IS_FALSE:
		case IS_TRUE:
			return PGW_BOOLEAN;
		case IS_LONG:
			return PGW_INTEGER;
		case IS_DOUBLE:
			return PGW_DOUBLE;
		case IS_STRING:
			return PGW_STRING;
		default:
			return PGW_FOREIGN;
	}
}

static enum pgw_type parameter_type(const void *node)
{
	const zval *value = resolve(node);

	if (Z_TYPE_P(value) == IS_ARRAY) {
		return zend_array_is_list(Z_ARRVAL_P(value)) ? PGW_LIST : PGW_OBJECT;
	}
	return scalar_type(value);
}

static enum pgw_type reply_type(const void *node)
{
	const zval *value = resolve(node);

	if (Z_TYPE_P(value) == IS_ARRAY) {
		bool list = zend_hash_num_elements(Z_ARRVAL_P(value)) > 0 && zend_array_is_list(Z_ARRVAL_P(value));

		return list ? PGW_LIST : PGW_OBJECT;
	}
	return scalar_type(value);
}

static bool get_boolean(const void *node)
{
	return Z_TYPE_P(resolve(node)) == IS_TRUE;
}

static int64_t get_integer(const void *node)
{
	return Z_LVAL_P(resolve(node));
}

static double get_real(const void *node)
{
	return Z_DVAL_P(resolve(node));
}

static struct pgw_text get_text(const void *node)
{
	const zval *value = resolve(node);

	return (struct pgw_text){Z_STRVAL_P(value), Z_STRLEN_P(value)};
}

static const void *get_member(const void *object, struct pgw_text name)
{
	return zend_hash_str_find(Z_ARRVAL_P(resolve(object)), name.at, name.length);
}

static bool visit_each(const void *container, pgw_visit visit, void *context)
{
	HashTable *array = Z_ARRVAL_P(resolve(container));
	bool list = zend_array_is_list(array);
	zend_ulong index;
	zend_string *key;
	zval *value;

	ZEND_HASH_FOREACH_KEY_VAL(array, index, key, value) {
		char digits[MAX_LENGTH_OF_LONG];
		struct pgw_text name = PGW_TEXT("");

		if (key) {
			name = (struct pgw_text){ZSTR_VAL(key), ZSTR_LEN(key)};
		} else if (!list) {
			name.at = digits;
			name.length = (size_t)snprintf(digits, sizeof(digits), ZEND_LONG_FMT, (zend_long)index);
		}
		if (!visit(context, name, value)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

#define TREE(type_function) \
	{ \
		.type = (type_function), .boolean = get_boolean, .integer = get_integer, .real = get_real, .text = get_text, \
		.member = get_member, .each = visit_each \
	}

const struct pgw_tree php_pgw_parameters_tree = TREE(parameter_type);
const struct pgw_tree php_pgw_reply_tree = TREE(reply_type);

/* ---------------------------------------------------------------- preparing */

/* What becomes a text before the core sees it. */
static bool is_text_object(const zval *value, const struct php_pgw_dates *dates)
{
	if (php_pgw_is_date(value)) {
		return dates != NULL;
	}
	return Z_TYPE_P(value) == IS_OBJECT && instanceof_function(Z_OBJCE_P(value), zend_ce_stringable);
}

/*
 * An array nested deeper than any parameter, or with more entries than any, is left as it is: the core refuses it.
 * `budget` counts the entries down, since arrays that hold each other have few values and endless entries.
 */
static bool holds_text_object(const zval *value, const struct php_pgw_dates *dates, int depth, size_t *budget)
{
	zval *entry;

	value = resolve(value);
	if (Z_TYPE_P(value) != IS_ARRAY) {
		return is_text_object(value, dates);
	}
	if (depth == DEEPEST) {
		return false;
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(value), entry) {
		if (*budget == 0) {
			return false;
		}
		--*budget;
		if (holds_text_object(entry, dates, depth + 1, budget)) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

static zend_result write_text(zval *prepared, zval *object, const struct php_pgw_dates *dates)
{
	zend_result result = FAILURE;
	zend_string *text;
	zval held;

	/* Its own code may let go of the reference through which it is seen here. */
	ZVAL_COPY(&held, object);
	if (dates && php_pgw_is_date(&held)) {
		result = php_pgw_date_text(prepared, &held, dates);
	} else {
		text = zval_try_get_string(&held);
		ZVAL_UNDEF(prepared);
		if (text) {
			ZVAL_STR(prepared, text);
			result = SUCCESS;
		}
	}
	zval_ptr_dtor(&held);
	return result;
}

static zend_result copy_prepared(zval *prepared, const zval *given, const struct php_pgw_dates *dates, int depth);

static zend_result copy_entries(zval *prepared, zend_array *given, const struct php_pgw_dates *dates, int depth)
{
	zend_ulong index;
	zend_string *key;
	zval *entry, copy;

	ZEND_HASH_FOREACH_KEY_VAL(given, index, key, entry) {
		if (copy_prepared(&copy, entry, dates, depth + 1) == FAILURE) {
			return FAILURE;
		}
		if (key) {
			zend_hash_add_new(Z_ARRVAL_P(prepared), key, &copy);
		} else {
			zend_hash_index_add_new(Z_ARRVAL_P(prepared), index, &copy);
		}
	}
	ZEND_HASH_FOREACH_END();
	return SUCCESS;
}

static zend_result copy_prepared(zval *prepared, const zval *given, const struct php_pgw_dates *dates, int depth)
{
	zend_result result;
	zend_array *array;

	given = resolve(given);
	if (is_text_object(given, dates)) {
		return write_text(prepared, (zval *)given, dates);
	}
	if (Z_TYPE_P(given) != IS_ARRAY || depth == DEEPEST) {
		ZVAL_COPY(prepared, given);
		return SUCCESS;
	}
	/* A __toString may change what it can reach by reference: the array lives at least as long as the walk. */
	array = Z_ARRVAL_P(given);
	GC_TRY_ADDREF(array);
	array_init_size(prepared, zend_hash_num_elements(array));
	result = copy_entries(prepared, array, dates, depth);
	zend_array_release(array);
	if (result == FAILURE) {
		zval_ptr_dtor(prepared);
		ZVAL_UNDEF(prepared);
	}
	return result;
}

zend_result php_pgw_values_prepare(zval *prepared, zval *given, const struct php_pgw_dates *dates)
{
	size_t budget = MOST_ENTRIES;

	if (!holds_text_object(given, dates, 0, &budget)) {
		ZVAL_COPY(prepared, given);
		return SUCCESS;
	}
	return copy_prepared(prepared, given, dates, 0);
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
zend_result php_pgw_values_decode(zval *reply, const struct pgw_response *response, const char **flaw)
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
	if (php_pgw_reply_json_read(reply, (struct pgw_text){at, length}, (int)PAYMENT_GATEWAY_G(max_reply_depth))) {
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
