/* The class PaymentGateway\Cart. */
#include "php_payment_gateway.h"

/* ---------------------------------------------------------------- arrays, written by the core */

enum {
	DEEPEST = 8
}; /* orderBundle, cartItems, items, item, itemDetails, itemDetailsParams, one of them; and one more */

struct writing {
	zval *open[DEEPEST]; /* the containers being filled, from the whole inwards; they stay where they are meanwhile */
	int depth;
	zval *whole;
};

static zval *add(struct writing *writing, const struct pgw_text *name, zval *value)
{
	zval *container;

	if (writing->depth == 0) {
		ZVAL_COPY_VALUE(writing->whole, value);
		return writing->whole;
	}
	container = writing->open[writing->depth - 1];
	return name ? zend_symtable_str_update(Z_ARRVAL_P(container), name->at, name->length, value)
				: zend_hash_next_index_insert(Z_ARRVAL_P(container), value);
}

static void open_container(void *context, const struct pgw_text *name, bool list)
{
	struct writing *writing = context;
	zval array, *added;

	ZEND_ASSERT(writing->depth < DEEPEST);
	array_init(&array);
	added = add(writing, name, &array);
	writing->open[writing->depth++] = added;
}

static void close_container(void *context)
{
	struct writing *writing = context;

	writing->depth--;
}

static void write_integer(void *context, const struct pgw_text *name, int64_t integer)
{
	zval value;

	ZVAL_LONG(&value, (zend_long)integer);
	add(context, name, &value);
}

static void write_real(void *context, const struct pgw_text *name, double real)
{
	zval value;

	ZVAL_DOUBLE(&value, real);
	add(context, name, &value);
}

static void write_text(void *context, const struct pgw_text *name, struct pgw_text text)
{
	zval value;

	ZVAL_STRINGL(&value, text.at, text.length);
	add(context, name, &value);
}

static void write_copy(void *context, const struct pgw_text *name, const void *node)
{
	zval value;

	ZVAL_COPY_DEREF(&value, (zval *)node);
	add(context, name, &value);
}

static const struct pgw_writer writer = {
	.open = open_container,
	.close = close_container,
	.integer = write_integer,
	.real = write_real,
	.text = write_text,
	.copy = write_copy,
};

/* ---------------------------------------------------------------- methods */

ZEND_METHOD(PaymentGateway_Cart, bundle)
{
	struct writing writing = {.whole = return_value};
	zval *lines, *options = NULL;
	struct php_pgw_given given;
	struct pgw_error error;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ARRAY(lines)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY(options)
	ZEND_PARSE_PARAMETERS_END();

	php_pgw_given_init(&given, "Cart::bundle", false, false);
	lines = php_pgw_given_hold(&given, lines, "lines", NULL);
	if (lines && options) {
		options = php_pgw_given_hold(&given, options, "options", "option ");
	}
	if (!EG(exception) && php_pgw_given_write_texts(&given, NULL) == SUCCESS &&
		!pgw_cart_bundle(&php_pgw_parameters_tree, lines, options, &writer, &writing, &error)) {
		php_pgw_exception_throw(&error, "Cart::bundle", NULL);
	}
	php_pgw_given_free(&given);
}

ZEND_METHOD(PaymentGateway_Cart, sum)
{
	struct php_pgw_given given;
	struct pgw_error error;
	zval *bundle;
	int64_t sum;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY(bundle)
	ZEND_PARSE_PARAMETERS_END();

	php_pgw_given_init(&given, "Cart::sum", false, false);
	bundle = php_pgw_given_hold(&given, bundle, "bundle", NULL);
	if (bundle && !pgw_cart_sum(&sum, &php_pgw_parameters_tree, bundle, &error)) {
		php_pgw_exception_throw(&error, "Cart::sum", NULL);
	}
	php_pgw_given_free(&given);
	if (EG(exception)) {
		RETURN_THROWS();
	}
	RETURN_LONG((zend_long)sum);
}
