/* Carts: reading the lines and options, applying the discount, checking the sums. */
#include "cart_lines.h"

#include "error.h"
#include "money.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	QUANTITY_DECIMALS = 3,
	LONGEST_NAME = 255,
	LONGEST_MEASURE = 20,
	LONGEST_DETAIL = 2000,
};

static bool is_list_or_object(const struct pgw_tree *tree, const void *value)
{
	enum pgw_type type = tree->type(value);

	return type == PGW_OBJECT || type == PGW_LIST;
}

/* ---------------------------------------------------------------- special fields */

bool pgw_cart_read_quantity(struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to)
{
	const struct pgw_tree *tree = reader->tree;
	int64_t *quantity = to;
	char digits[32];
	struct pgw_text text;

	switch (tree->type(value)) {
		case PGW_INTEGER:
			if (tree->integer(value) > 0 && tree->integer(value) < PGW_AMOUNT_LIMIT / PGW_QUANTITY_ONE) {
				*quantity = tree->integer(value) * PGW_QUANTITY_ONE;
				return true;
			}
			return pgw_field_refuse(reader, field->name, field->expected);
		case PGW_DOUBLE:
			text = (struct pgw_text){digits, pgw_text_of_double(tree->real(value), digits)};
			break;
		case PGW_STRING:
			text = tree->text(value);
			break;
		default:
			return pgw_field_refuse(reader, field->name, field->expected);
	}
	if (pgw_decimal_read(quantity, text, QUANTITY_DECIMALS) == PGW_DECIMAL_GOOD && *quantity > 0) {
		return true;
	}
	return pgw_field_refuse(reader, field->name, field->expected);
}

static bool read_currency(struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to)
{
	const struct pgw_currency **currency = to;
	struct pgw_error error;

	(void)field;
	if (reader->tree->type(value) == PGW_STRING && reader->tree->text(value).length == 0) {
		return true;
	}
	*currency = pgw_currency_find(reader->tree, value, &error);
	return *currency || pgw_fail(reader->error, PGW_ERROR_ARGUMENT, "%s%s", reader->before, error.message);
}

/* A walk over the names and values of one field. */
struct pairs_check {
	struct pgw_field_reader *reader;
	const struct pgw_field *field;
	size_t count; /* of those that are given */
};

static bool is_detail_value(const struct pgw_tree *tree, const void *value)
{
	ssize_t characters;

	switch (tree->type(value)) {
		case PGW_NULL:
		case PGW_INTEGER:
			return true;
		case PGW_STRING:
			characters = pgw_text_characters(tree->text(value));
			return characters >= 0 && characters <= LONGEST_DETAIL;
		default:
			return false;
	}
}

static bool check_pair(void *context, struct pgw_text name, const void *value)
{
	struct pairs_check *check = context;
	const struct pgw_tree *tree = check->reader->tree;
	ssize_t characters = pgw_text_characters(name);

	if (!pgw_field_count_value(check->reader)) {
		return false;
	}
	check->count += pgw_cart_is_given(tree, value);
	return (characters > 0 && characters <= LONGEST_NAME &&
			   (is_detail_value(tree, value) ||
				   (check->field->type == PGW_FIELD_ARRAY && is_list_or_object(tree, value)))) ||
		   pgw_field_refuse(check->reader, check->field->name, check->field->expected);
}

/* Names and values. With PGW_FIELD_ARRAY a value may be an array: an attribute such as markQuantity has fields. */
static bool read_pairs(struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to)
{
	struct pairs_check check = {reader, field, 0};

	if (!is_list_or_object(reader->tree, value)) {
		return pgw_field_refuse(reader, field->name, "an array of name => value");
	}
	if (!reader->tree->each(value, check_pair, &check)) {
		return false;
	}
	*(const void **)to = check.count > 0 ? value : NULL;
	return true;
}

static bool check_extra(void *context, struct pgw_text name, const void *value)
{
	static const char *const reserved[] = {"orderCreationDate", "customerDetails", "cartItems", "positionId", "name",
		"quantity", "itemAmount", "itemPrice", "itemCurrency", "itemCode", "itemDetails", "itemAttributes", "tax",
		NULL};
	struct pgw_field_reader *reader = context;

	(void)value;
	if (!pgw_field_count_value(reader)) {
		return false;
	}
	for (const char *const *taken = reserved; *taken; taken++) {
		if (pgw_text_is(name, *taken)) {
			return pgw_fail(reader->error, PGW_ERROR_ARGUMENT,
				"%sextra must not contain %s, which is derived from the other fields", reader->before, *taken);
		}
	}
	return pgw_text_characters(name) > 0 ||
		   pgw_field_refuse(reader, "extra", "an array of name => value, with names in valid UTF-8");
}

static bool read_extra(struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to)
{
	return pgw_field_read_value(reader, field, value, to) && reader->tree->each(value, check_extra, reader);
}

/* ---------------------------------------------------------------- the tables */

#define LINE(member_)   .offset = offsetof(struct pgw_cart_line, member_)
#define OPTION(member_) .offset = offsetof(struct pgw_cart, member_)
#define LENGTH(most)    .minimum = 1, .maximum = (most)
#define PAIR_NAMES      "an array of name => value: names of 1 to 255 characters, "

/* The fields that shipping does not have come first, so that its table is the rest of this one. */
enum { FIELDS_OF_GOODS = 2 };
/* clang-format off */
static const struct pgw_field line_fields[] = {
	{"quantity", PGW_FIELD_SPECIAL, LINE(quantity), .read = pgw_cart_read_quantity,
		.expected = PGW_CART_QUANTITY_EXPECTED},
	{"price", PGW_FIELD_AMOUNT, LINE(price)},
	{"name", PGW_FIELD_TEXT, LINE(name), LENGTH(LONGEST_NAME)},
	{"amount", PGW_FIELD_AMOUNT, LINE(amount)},
	{"code", PGW_FIELD_TEXT, LINE(code), LENGTH(PGW_CART_LONGEST_CODE)},
	{"measure", PGW_FIELD_TEXT, LINE(measure), LENGTH(LONGEST_MEASURE)},
	{"currency", PGW_FIELD_SPECIAL, LINE(currency), .read = read_currency},
	{"tax", PGW_FIELD_ARRAY, LINE(tax)},
	{"details", PGW_FIELD_SPECIAL, LINE(details), .read = read_pairs,
		.expected = PAIR_NAMES "values ints or at most 2000 characters"},
	{"attributes", PGW_FIELD_ARRAY, LINE(attributes), .read = read_pairs,
		.expected = PAIR_NAMES "values ints, at most 2000 characters, or arrays"},
	{"extra", PGW_FIELD_ARRAY, LINE(extra), .read = read_extra, .expected = "an array of name => value"},
	{.name = NULL},
};

static const struct pgw_field option_fields[] = {
	{"amount", PGW_FIELD_AMOUNT, OPTION(expected)},
	{"discount", PGW_FIELD_AMOUNT, OPTION(discount)},
	{"shipping", PGW_FIELD_ARRAY, OPTION(shipping)},
	{"prices", PGW_FIELD_BOOLEAN, OPTION(prices)},
	{"measure", PGW_FIELD_TEXT, OPTION(measure), LENGTH(LONGEST_MEASURE)},
	{"customer", PGW_FIELD_ARRAY, OPTION(customer)},
	{"created", PGW_FIELD_DATE_TIME, OPTION(created)},
	{"extra", PGW_FIELD_ARRAY, OPTION(extra), .read = read_extra, .expected = "an array of name => value"},
	{.name = NULL},
};
/* clang-format on */

static bool read_cart_fields(struct pgw_cart *cart, const struct pgw_field *fields, const void *array, void *to)
{
	cart->reader.fields = fields;
	cart->reader.to = to;
	cart->reader.entries = fields == option_fields ? "options" : NULL;
	return pgw_read_fields(&cart->reader, array);
}

static void init_cart(struct pgw_cart *cart, const struct pgw_tree *tree, struct pgw_error *error)
{
	*cart = (struct pgw_cart){.reader = {.tree = tree, .error = error, .whole = "the cart"}, .expected = -1};
	cart->reader.before = cart->where;
}

/* ---------------------------------------------------------------- lines */

static struct pgw_cart_line *add_line(struct pgw_cart *cart)
{
	if (cart->count == cart->capacity) {
		size_t capacity = cart->capacity ? cart->capacity * 2 : 16;
		struct pgw_cart_line *lines = realloc(cart->lines, capacity * sizeof(*lines));

		if (!lines) {
			pgw_fail_memory(cart->reader.error);
			return NULL;
		}
		cart->lines = lines;
		cart->capacity = capacity;
	}
	cart->lines[cart->count] = (struct pgw_cart_line){.price = -1, .amount = -1};
	return &cart->lines[cart->count++];
}

/* The amount of a line that has a price; half a minor unit is rounded up. */
static bool set_amount_by_price(struct pgw_cart *cart, struct pgw_cart_line *line)
{
	int64_t product;

	if (__builtin_mul_overflow(line->price, line->quantity, &product) ||
		__builtin_add_overflow(product, PGW_QUANTITY_ONE / 2, &product) ||
		product / PGW_QUANTITY_ONE >= PGW_AMOUNT_LIMIT) {
		return pgw_field_refuse(&cart->reader, "price times quantity", "of at most 12 digits of minor units");
	}
	line->amount = product / PGW_QUANTITY_ONE;
	return true;
}

static bool read_line(struct pgw_cart *cart, const void *value, bool shipping)
{
	struct pgw_cart_line *line = add_line(cart);

	if (!line) {
		return false;
	}
	if (!is_list_or_object(cart->reader.tree, value)) {
		return pgw_field_refuse(&cart->reader, "the line", "an array");
	}
	if (!read_cart_fields(cart, shipping ? line_fields + FIELDS_OF_GOODS : line_fields, value, line)) {
		return false;
	}
	if (!line->name) {
		return pgw_fail(cart->reader.error, PGW_ERROR_ARGUMENT, "%sname is missing", cart->where);
	}
	if (shipping) {
		line->quantity = PGW_QUANTITY_ONE;
	}
	if (line->quantity == 0) {
		return pgw_fail(cart->reader.error, PGW_ERROR_ARGUMENT, "%squantity is missing", cart->where);
	}
	if ((line->price < 0) == (line->amount < 0)) {
		return pgw_fail(cart->reader.error, PGW_ERROR_ARGUMENT, "%s%s", cart->where,
			shipping          ? "amount is missing"
			: line->price < 0 ? "price or amount is missing"
							  : "give price or amount, not both");
	}
	if (line->amount < 0 && !set_amount_by_price(cart, line)) {
		return false;
	}
	if (__builtin_add_overflow(cart->sum, line->amount, &cart->sum) || cart->sum >= PGW_AMOUNT_LIMIT) {
		return pgw_field_refuse(&cart->reader, "the running total", "of at most 12 digits of minor units");
	}
	return true;
}

static bool read_goods_line(void *context, struct pgw_text name, const void *value)
{
	struct pgw_cart *cart = context;

	(void)name;
	snprintf(cart->where, sizeof(cart->where), "line %zu: ", cart->count + 1);
	return pgw_field_count_value(&cart->reader) && read_line(cart, value, false);
}

/* ---------------------------------------------------------------- the discount */

struct share {
	size_t line;
	int64_t whole, remainder;
};

static int compare_shares(const void *a, const void *b)
{
	const struct share *one = a, *other = b;

	if (one->remainder != other->remainder) {
		return one->remainder > other->remainder ? -1 : 1;
	}
	return one->line < other->line ? -1 : 1;
}

/*
 * Each line's share is proportional to its amount and rounded down; the units that are left go to the lines with the
 * largest remainders, in the order of the lines. No share exceeds its line's amount: it is only rounded up where there
 * is a remainder.
 */
static bool take_discount(struct pgw_cart *cart)
{
	struct share *shares;
	int64_t left = cart->discount;

	if (cart->discount == 0) {
		return true;
	}
	if (cart->discount > cart->sum) {
		return pgw_fail(cart->reader.error, PGW_ERROR_ARGUMENT,
			"option discount is %" PRId64 ", and the lines sum to %" PRId64, cart->discount, cart->sum);
	}
	shares = calloc(cart->count, sizeof(*shares));
	if (!shares) {
		return pgw_fail_memory(cart->reader.error);
	}
	for (size_t i = 0; i < cart->count; i++) {
		struct pgw_quotient quotient = pgw_multiply_and_divide(cart->lines[i].amount, cart->discount, cart->sum);

		shares[i] = (struct share){i, quotient.whole, quotient.remainder};
		left -= quotient.whole;
	}
	qsort(shares, cart->count, sizeof(*shares), compare_shares);
	for (size_t i = 0; i < cart->count; i++) {
		struct pgw_cart_line *line = &cart->lines[shares[i].line];
		int64_t share = shares[i].whole + (left > 0);

		left -= left > 0;
		line->amount -= share;
		line->discounted = share > 0;
	}
	free(shares);
	cart->sum -= cart->discount;
	return true;
}

/* ---------------------------------------------------------------- prices */

static bool check_line_price(struct pgw_cart *cart, size_t i)
{
	const struct pgw_cart_line *line = &cart->lines[i];
	bool split = pgw_cart_is_split(cart, line);

	snprintf(cart->where, sizeof(cart->where), "line %zu: ", i + 1);
	if (split && line->quantity % PGW_QUANTITY_ONE != 0) {
		return pgw_fail(cart->reader.error, PGW_ERROR_ARGUMENT,
			"%squantity %" PRId64 ".%03" PRId64 " has no unit price that gives the amount %" PRId64
			" exactly, as the option prices requires; sell it as quantity 1, with the measure in its name",
			cart->where, line->quantity / PGW_QUANTITY_ONE, line->quantity % PGW_QUANTITY_ONE, line->amount);
	}
	if ((split || line->discounted) && line->tax && cart->reader.tree->type(line->tax) == PGW_OBJECT &&
		cart->reader.tree->member(line->tax, PGW_TEXT("taxSum"))) {
		return pgw_fail(cart->reader.error, PGW_ERROR_ARGUMENT,
			"%stax must be without taxSum, because the %s changes the line's amount", cart->where,
			line->discounted ? "discount" : "option prices");
	}
	return true;
}

static bool check_sum(struct pgw_cart *cart)
{
	if (cart->expected >= 0 && cart->expected != cart->sum) {
		return pgw_fail(cart->reader.error, PGW_ERROR_ARGUMENT,
			"option amount is %" PRId64 ", but the lines sum to %" PRId64 " with discount and shipping", cart->expected,
			cart->sum);
	}
	for (size_t i = 0; i < cart->count; i++) {
		if (!check_line_price(cart, i)) {
			return false;
		}
	}
	return true;
}

/* ---------------------------------------------------------------- building a bundle */

static bool read_options(struct pgw_cart *cart, const void *options)
{
	snprintf(cart->where, sizeof(cart->where), "option ");
	return !options || read_cart_fields(cart, option_fields, options, cart);
}

static bool read_all_lines(struct pgw_cart *cart, const void *lines)
{
	if (!cart->reader.tree->each(lines, read_goods_line, cart)) {
		return false;
	}
	return cart->count > 0 || pgw_fail(cart->reader.error, PGW_ERROR_ARGUMENT, "lines must hold at least one line");
}

static bool read_shipping(struct pgw_cart *cart)
{
	snprintf(cart->where, sizeof(cart->where), "option shipping: ");
	return !cart->shipping || read_line(cart, cart->shipping, true);
}

bool pgw_cart_bundle(const struct pgw_tree *tree, const void *lines, const void *options,
	const struct pgw_writer *writer, void *context, struct pgw_error *error)
{
	struct pgw_cart cart;
	bool good;

	init_cart(&cart, tree, error);
	good = read_options(&cart, options) && read_all_lines(&cart, lines) && take_discount(&cart) &&
		   read_shipping(&cart) && check_sum(&cart);
	if (good) {
		pgw_cart_write(&cart, writer, context);
	}
	free(cart.lines);
	return good;
}

/* ---------------------------------------------------------------- the sum of a bundle */

static bool add_item_amount(void *context, struct pgw_text name, const void *value)
{
	static const struct pgw_field field = {.name = "itemAmount", .type = PGW_FIELD_AMOUNT};
	struct pgw_cart *cart = context;
	const void *node = NULL;
	int64_t amount = 0;

	(void)name;
	if (!pgw_field_count_value(&cart->reader)) {
		return false;
	}
	cart->count++;
	snprintf(cart->where, sizeof(cart->where), "line %zu: ", cart->count);
	if (cart->reader.tree->type(value) == PGW_OBJECT) {
		node = cart->reader.tree->member(value, PGW_TEXT("itemAmount"));
	}
	if (!node) {
		return pgw_fail(cart->reader.error, PGW_ERROR_ARGUMENT, "%sitemAmount is missing", cart->where);
	}
	if (!pgw_field_read_value(&cart->reader, &field, node, &amount)) {
		return false;
	}
	if (__builtin_add_overflow(cart->sum, amount, &cart->sum) || cart->sum >= PGW_AMOUNT_LIMIT) {
		return pgw_field_refuse(&cart->reader, "the running total", "of at most 12 digits of minor units");
	}
	return true;
}

static const void *object_member(const struct pgw_tree *tree, const void *node, struct pgw_text name)
{
	return node && tree->type(node) == PGW_OBJECT ? tree->member(node, name) : NULL;
}

bool pgw_cart_sum(int64_t *sum, const struct pgw_tree *tree, const void *bundle, struct pgw_error *error)
{
	struct pgw_cart cart;
	const void *inner = object_member(tree, bundle, PGW_TEXT("cartItems"));
	const void *items = object_member(tree, inner ? inner : bundle, PGW_TEXT("items"));

	if (!items || tree->type(items) != PGW_LIST) {
		return pgw_fail(error, PGW_ERROR_ARGUMENT, "the bundle must hold cartItems with a list of items");
	}
	init_cart(&cart, tree, error);
	if (!tree->each(items, add_item_amount, &cart)) {
		return false;
	}
	*sum = cart.sum;
	return true;
}
