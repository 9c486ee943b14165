/* The two struct pgw_tree through which the core reads zvals. */
#include "php_payment_gateway.h"

/* ---------------------------------------------------------------- reading */

static const zval *dereference_node(const void *node)
{
	const zval *value = node;

	return Z_TYPE_P(value) == IS_REFERENCE ? Z_REFVAL_P(value) : value;
}

static enum pgw_type scalar_node_type(const zval *value)
{
	static const enum pgw_type types[] = {
		[IS_UNDEF] = PGW_FOREIGN,
		[IS_NULL] = PGW_NULL,
		[IS_FALSE] = PGW_BOOLEAN,
		[IS_TRUE] = PGW_BOOLEAN,
		[IS_LONG] = PGW_INTEGER,
		[IS_DOUBLE] = PGW_DOUBLE,
		[IS_STRING] = PGW_STRING,
	};

	return Z_TYPE_P(value) <= IS_STRING ? types[Z_TYPE_P(value)] : PGW_FOREIGN;
}

static enum pgw_type parameter_node_type(const void *node)
{
	const zval *value = dereference_node(node);

	if (Z_TYPE_P(value) == IS_ARRAY) {
		return zend_array_is_list(Z_ARRVAL_P(value)) ? PGW_LIST : PGW_OBJECT;
	}
	return scalar_node_type(value);
}

static enum pgw_type reply_node_type(const void *node)
{
	const zval *value = dereference_node(node);

	if (Z_TYPE_P(value) == IS_ARRAY) {
		bool list = zend_hash_num_elements(Z_ARRVAL_P(value)) > 0 && zend_array_is_list(Z_ARRVAL_P(value));

		return list ? PGW_LIST : PGW_OBJECT;
	}
	return scalar_node_type(value);
}

static bool get_node_boolean(const void *node)
{
	return Z_TYPE_P(dereference_node(node)) == IS_TRUE;
}

static int64_t get_node_integer(const void *node)
{
	return Z_LVAL_P(dereference_node(node));
}

static double get_node_real(const void *node)
{
	return Z_DVAL_P(dereference_node(node));
}

static struct pgw_text get_node_text(const void *node)
{
	const zval *value = dereference_node(node);

	return (struct pgw_text){Z_STRVAL_P(value), Z_STRLEN_P(value)};
}

static const void *get_node_member(const void *object, struct pgw_text name)
{
	return zend_hash_str_find(Z_ARRVAL_P(dereference_node(object)), name.at, name.length);
}

static bool visit_node_entries(const void *container, pgw_visit visit, void *context)
{
	HashTable *array = Z_ARRVAL_P(dereference_node(container));
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
		.type = (type_function), .boolean = get_node_boolean, .integer = get_node_integer, .real = get_node_real, \
		.text = get_node_text, .member = get_node_member, .each = visit_node_entries \
	}

const struct pgw_tree php_pgw_parameters_tree = TREE(parameter_node_type);
const struct pgw_tree php_pgw_reply_tree = TREE(reply_node_type);
