/* The class PaymentGateway\Cart: the cart rules are in the core, the arrays are built here. */
#include "php_payment_gateway.h"

/* ---------------------------------------------------------------- building arrays for the core */

/* orderBundle, cartItems, items, an item, itemDetails, itemDetailsParams, a param; and one to spare. */
enum { MAX_CART_DEPTH = 8 };

struct cart_output {
	zval *open[MAX_CART_DEPTH]; /* borrowed; the open containers, outermost first; they do not move while open */
	int depth;
	zval *root;
};

static zval *add_to_open_container(struct cart_output *output, const struct pgw_text *name, zval *value)
{
	zval *container;

	if (output->depth == 0) {
		ZVAL_COPY_VALUE(output->root, value);
		return output->root;
	}
	container = output->open[output->depth - 1];
	return name ? zend_symtable_str_update(Z_ARRVAL_P(container), name->at, name->length, value)
				: zend_hash_next_index_insert(Z_ARRVAL_P(container), value);
}

static void open_cart_container(void *context, const struct pgw_text *name, bool list)
{
	struct cart_output *output = context;
	zval array, *added;

	ZEND_ASSERT(output->depth < MAX_CART_DEPTH);
	array_init(&array);
	added = add_to_open_container(output, name, &array);
	output->open[output->depth++] = added;
}

static void close_cart_container(void *context)
{
	struct cart_output *output = context;

	output->depth--;
}

static void write_cart_integer(void *context, const struct pgw_text *name, int64_t integer)
{
	zval value;

	ZVAL_LONG(&value, (zend_long)integer);
	add_to_open_container(context, name, &value);
}

static void write_cart_real(void *context, const struct pgw_text *name, double real)
{
	zval value;

	ZVAL_DOUBLE(&value, real);
	add_to_open_container(context, name, &value);
}

static void write_cart_text(void *context, const struct pgw_text *name, struct pgw_text text)
{
	zval value;

	ZVAL_STRINGL(&value, text.at, text.length);
	add_to_open_container(context, name, &value);
}

static void write_cart_copy(void *context, const struct pgw_text *name, const void *node)
{
	zval value;

	ZVAL_COPY_DEREF(&value, (zval *)node);
	add_to_open_container(context, name, &value);
}

static const struct pgw_writer cart_writer = {
	.open = open_cart_container,
	.close = close_cart_container,
	.integer = write_cart_integer,
	.real = write_cart_real,
	.text = write_cart_text,
	.copy = write_cart_copy,
};

/* ---------------------------------------------------------------- methods */

ZEND_METHOD(PaymentGateway_Cart, bundle)
{
	struct cart_output output = {.root = return_value};
	zval *lines, *options = NULL;
	struct php_pgw_snapshot snapshot;
	struct pgw_error error;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ARRAY(lines)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY(options)
	ZEND_PARSE_PARAMETERS_END();

	php_pgw_snapshot_init(&snapshot, "Cart::bundle", false, false);
	lines = php_pgw_snapshot_add(&snapshot, lines, "lines", NULL);
	if (lines && options) {
		options = php_pgw_snapshot_add(&snapshot, options, "options", "option ");
	}
	if (!EG(exception) && php_pgw_snapshot_convert_objects(&snapshot, NULL) == SUCCESS &&
		!pgw_cart_bundle(&php_pgw_parameters_tree, lines, options, &cart_writer, &output, &error)) {
		php_pgw_exception_throw(&error, "Cart::bundle", NULL);
	}
	php_pgw_snapshot_free(&snapshot);
}

ZEND_METHOD(PaymentGateway_Cart, part)
{
	struct cart_output output = {.root = return_value};
	zval *bundle, *lines, *before = NULL;
	struct php_pgw_snapshot snapshot;
	struct pgw_error error;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_ARRAY(bundle)
		Z_PARAM_ARRAY(lines)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY(before)
	ZEND_PARSE_PARAMETERS_END();

	php_pgw_snapshot_init(&snapshot, "Cart::part", false, false);
	bundle = php_pgw_snapshot_add(&snapshot, bundle, "orderBundle", NULL);
	lines = bundle ? php_pgw_snapshot_add(&snapshot, lines, "lines", NULL) : NULL;
	if (lines && before) {
		before = php_pgw_snapshot_add(&snapshot, before, "before", NULL);
	}
	if (!EG(exception) && php_pgw_snapshot_convert_objects(&snapshot, NULL) == SUCCESS &&
		!pgw_cart_part(&php_pgw_parameters_tree, bundle, lines, before, &cart_writer, &output, &error)) {
		php_pgw_exception_throw(&error, "Cart::part", NULL);
	}
	php_pgw_snapshot_free(&snapshot);
}

ZEND_METHOD(PaymentGateway_Cart, sum)
{
	struct php_pgw_snapshot snapshot;
	struct pgw_error error;
	zval *bundle;
	int64_t sum;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY(bundle)
	ZEND_PARSE_PARAMETERS_END();

	php_pgw_snapshot_init(&snapshot, "Cart::sum", false, false);
	bundle = php_pgw_snapshot_add(&snapshot, bundle, "bundle", NULL);
	if (bundle && !pgw_cart_sum(&sum, &php_pgw_parameters_tree, bundle, &error)) {
		php_pgw_exception_throw(&error, "Cart::sum", NULL);
	}
	php_pgw_snapshot_free(&snapshot);
	if (EG(exception)) {
		RETURN_THROWS();
	}
	RETURN_LONG((zend_long)sum);
}
