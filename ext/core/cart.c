#include "error.h"
#include "money.h"
#include "text.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { QUANTITY_DECIMALS = 3, ONE = 1000, NAME = 255, CODE = 100, MEASURE = 20, DETAIL_VALUE = 2000 };

/* One line of the shop, or the shipping. Nodes are the caller's; NULL: not given. */
struct line {
	const void *name, *code, *measure, *tax, *details, *attributes, *extra;
	const struct pgw_currency *currency;
	int64_t quantity;      /* thousandths; 0: not given */
	int64_t price, amount; /* minor units; -1: not given */
	bool reduced;          /* the discount took something */
};

struct cart {
	const struct pgw_tree *tree;
	struct pgw_error *error;
	char where[32]; /* what is being read, for messages */
	struct line *lines;
	size_t count, capacity;
	int64_t sum;   /* of the lines */
	size_t walked; /* how many values were come to */
	/* the options */
	int64_t expected; /* the order's amount; -1: not given */
	int64_t discount;
	const void *shipping, *measure, *customer, *created, *extra;
	bool prices;
};

/* A field of a line, or an option: how it is read, and where to. */
struct field {
	const char *name;
	bool (*read)(struct cart *cart, const struct field *field, const void *value, void *to);
	size_t offset;
	int maximum;   /* characters */
	bool of_goods; /* not of the shipping */
};

/* ---------------------------------------------------------------- reading */

/* The value is not shown: a cart can hold what is personal. */
static bool refuse(struct cart *cart, const char *name, const char *expected)
{
	return pgw_fail(cart->error, PGW_ERROR_ARGUMENT, "%s%s must be %s", cart->where, name, expected);
}

/* Lists that share their entries are longer to a walk than they are in memory. */
static bool count_value(struct cart *cart)
{
	return ++cart->walked <= PGW_MOST_VALUES || pgw_refuse_bound(cart->error, "", PGW_TEXT("the cart"), PGW_TOO_MANY);
}

static bool is_array(const struct pgw_tree *tree, const void *value)
{
	enum pgw_type type = tree->type(value);

	return type == PGW_OBJECT || type == PGW_LIST;
}

static bool read_text(struct cart *cart, const struct field *field, const void *value, void *to)
{
	ssize_t characters = cart->tree->type(value) == PGW_STRING ? pgw_text_characters(cart->tree->text(value)) : -1;
	char expected[64];

	if (characters < 1 || characters > field->maximum) {
		snprintf(expected, sizeof(expected), "a string of 1 to %d characters of valid UTF-8", field->maximum);
		return refuse(cart, field->name, expected);
	}
	*(const void **)to = value;
	return true;
}

/* The ids of shops and the codes of measures are ints as often as texts. */
static bool read_text_or_integer(struct cart *cart, const struct field *field, const void *value, void *to)
{
	if (cart->tree->type(value) == PGW_INTEGER && cart->tree->integer(value) >= 0) {
		*(const void **)to = value;
		return true;
	}
	return read_text(cart, field, value, to);
}

static bool read_date_time(struct cart *cart, const struct field *field, const void *value, void *to)
{
	if (cart->tree->type(value) != PGW_STRING || !pgw_text_is_date_time(cart->tree->text(value))) {
		return refuse(cart, field->name, "a date and time that exists, as yyyy-MM-ddTHH:mm:ss");
	}
	*(const void **)to = value;
	return true;
}

static bool read_amount(struct cart *cart, const struct field *field, const void *value, void *to)
{
	int64_t amount = cart->tree->type(value) == PGW_INTEGER ? cart->tree->integer(value) : -1;

	if (amount < 0 || amount >= PGW_AMOUNT_LIMIT) {
		return refuse(cart, field->name, "an int in minor units, not negative and of at most 12 digits");
	}
	*(int64_t *)to = amount;
	return true;
}

static bool read_quantity(struct cart *cart, const struct field *field, const void *value, void *to)
{
	int64_t *quantity = to;

	switch (cart->tree->type(value)) {
		case PGW_INTEGER:
			if (cart->tree->integer(value) > 0 && cart->tree->integer(value) < PGW_AMOUNT_LIMIT / ONE) {
				*quantity = cart->tree->integer(value) * ONE;
				return true;
			}
			break;
		case PGW_STRING:
			if (pgw_decimal_read(quantity, cart->tree->text(value), QUANTITY_DECIMALS) == PGW_DECIMAL_GOOD &&
				*quantity > 0) {
				return true;
			}
			break;
		default:
			break;
	}
	return refuse(cart, field->name,
		"an int or a decimal string with at most 3 decimals, such as '0.333', more than 0 and less than 1000000000");
}

static bool read_boolean(struct cart *cart, const struct field *field, const void *value, void *to)
{
	if (cart->tree->type(value) != PGW_BOOLEAN) {
		return refuse(cart, field->name, "true or false");
	}
	*(bool *)to = cart->tree->boolean(value);
	return true;
}

static bool read_currency(struct cart *cart, const struct field *field, const void *value, void *to)
{
	struct pgw_error error;

	(void)field;
	*(const struct pgw_currency **)to = pgw_currency_find(cart->tree, value, &error);
	return *(const struct pgw_currency **)to ||
		   pgw_fail(cart->error, PGW_ERROR_ARGUMENT, "%s%s", cart->where, error.message);
}

static bool read_array(struct cart *cart, const struct field *field, const void *value, void *to)
{
	if (!is_array(cart->tree, value)) {
		return refuse(cart, field->name, "an array");
	}
	*(const void **)to = value;
	return true;
}

/* A walk over the names and values of one field. */
struct naming {
	struct cart *cart;
	const struct field *field;
	size_t count; /* of those that are not null */
};

static bool check_named(void *context, struct pgw_text name, const void *value)
{
	struct naming *naming = context;
	const struct pgw_tree *tree = naming->cart->tree;
	enum pgw_type type = tree->type(value);
	ssize_t characters = pgw_text_characters(name);
	bool good;

	if (!count_value(naming->cart)) {
		return false;
	}
	naming->count += type != PGW_NULL;
	switch (type) {
		case PGW_NULL:
		case PGW_INTEGER:
			good = true;
			break;
		case PGW_STRING:
			good = pgw_text_characters(tree->text(value)) > 0 && pgw_text_characters(tree->text(value)) <= DETAIL_VALUE;
			break;
		default:
			/* An attribute such as markQuantity has fields of its own. */
			good = is_array(tree, value) && naming->field->maximum == 0;
			break;
	}
	return (good && characters > 0 && characters <= NAME) ||
		   refuse(naming->cart, naming->field->name,
			   naming->field->maximum
				   ? "an array of name => value: names of 1 to 255 characters, values ints or 1 to 2000 characters"
				   : "an array of name => value: names of 1 to 255 characters, values ints, 1 to 2000 characters, or "
					 "arrays");
}

static bool read_named(struct cart *cart, const struct field *field, const void *value, void *to)
{
	struct naming naming = {cart, field, 0};

	if (!is_array(cart->tree, value)) {
		return refuse(cart, field->name, "an array of name => value");
	}
	if (!cart->tree->each(value, check_named, &naming)) {
		return false;
	}
	*(const void **)to = naming.count > 0 ? value : NULL;
	return true;
}

static bool check_extra(void *context, struct pgw_text name, const void *value)
{
	static const char *const ours[] = {"orderCreationDate", "customerDetails", "cartItems", "positionId", "name",
		"quantity", "itemAmount", "itemPrice", "itemCurrency", "itemCode", "itemDetails", "itemAttributes", "tax",
		NULL};
	const struct naming *naming = context;

	(void)value;
	if (!count_value(naming->cart)) {
		return false;
	}
	for (const char *const *our = ours; *our; our++) {
		if (pgw_text_is(name, *our)) {
			return pgw_fail(naming->cart->error, PGW_ERROR_ARGUMENT,
				"%sextra must not hold %s, which is made of the other fields", naming->cart->where, *our);
		}
	}
	return pgw_text_characters(name) > 0 ||
		   refuse(naming->cart, "extra", "an array of name => value, with names in valid UTF-8");
}

static bool read_extra(struct cart *cart, const struct field *field, const void *value, void *to)
{
	struct naming naming = {cart, field, 0};

	if (!is_array(cart->tree, value)) {
		return refuse(cart, field->name, "an array of name => value");
	}
	*(const void **)to = value;
	return cart->tree->each(value, check_extra, &naming);
}

/* Ended by a field without a name. */
static const struct field line_fields[] = {
	{"name", read_text, offsetof(struct line, name), NAME, false},
	{"quantity", read_quantity, offsetof(struct line, quantity), 0, true},
	{"price", read_amount, offsetof(struct line, price), 0, true},
	{"amount", read_amount, offsetof(struct line, amount), 0, false},
	{"code", read_text_or_integer, offsetof(struct line, code), CODE, false},
	{"measure", read_text_or_integer, offsetof(struct line, measure), MEASURE, false},
	{"currency", read_currency, offsetof(struct line, currency), 0, false},
	{"tax", read_array, offsetof(struct line, tax), 0, false},
	{"details", read_named, offsetof(struct line, details), DETAIL_VALUE, false},
	{"attributes", read_named, offsetof(struct line, attributes), 0, false},
	{"extra", read_extra, offsetof(struct line, extra), 0, false},
	{NULL, NULL, 0, 0, false},
};

static const struct field option_fields[] = {
	{"amount", read_amount, offsetof(struct cart, expected), 0, false},
	{"discount", read_amount, offsetof(struct cart, discount), 0, false},
	{"shipping", read_array, offsetof(struct cart, shipping), 0, false},
	{"prices", read_boolean, offsetof(struct cart, prices), 0, false},
	{"measure", read_text_or_integer, offsetof(struct cart, measure), MEASURE, false},
	{"customer", read_array, offsetof(struct cart, customer), 0, false},
	{"created", read_date_time, offsetof(struct cart, created), 0, false},
	{"extra", read_extra, offsetof(struct cart, extra), 0, false},
	{NULL, NULL, 0, 0, false},
};

/* A walk over the fields of a line, or over the options. */
struct reading {
	struct cart *cart;
	const struct field *fields;
	bool shipping;
	char *to;
};

static bool read_field(void *context, struct pgw_text name, const void *value)
{
	const struct reading *reading = context;
	struct pgw_nearest nearest = pgw_nearest_to(name);
	char suggestion[PGW_SUGGESTION];
	struct pgw_text shown;

	if (!count_value(reading->cart)) {
		return false;
	}
	for (const struct field *field = reading->fields; field->name; field++) {
		if (reading->shipping && field->of_goods) {
			continue;
		}
		if (pgw_text_is(name, field->name)) {
			return reading->cart->tree->type(value) == PGW_NULL ||
				   field->read(reading->cart, field, value, reading->to + field->offset);
		}
		pgw_nearest_offer(&nearest, field->name);
	}
	if (name.length == 0) {
		return reading->fields == option_fields
				   ? pgw_fail(reading->cart->error, PGW_ERROR_ARGUMENT, "options must be given by name")
				   : refuse(reading->cart, "every field", "given by name");
	}
	shown = pgw_text_shown(name);
	return pgw_fail(reading->cart->error, PGW_ERROR_ARGUMENT, "%s%.*s is unknown%s", reading->cart->where,
		(int)shown.length, shown.at, pgw_nearest_suggestion(&nearest, suggestion));
}

/* ---------------------------------------------------------------- lines */

static struct line *add_line(struct cart *cart)
{
	if (cart->count == cart->capacity) {
		size_t capacity = cart->capacity ? cart->capacity * 2 : 16;
		struct line *lines = realloc(cart->lines, capacity * sizeof(*lines));

		if (!lines) {
			pgw_fail_memory(cart->error);
			return NULL;
		}
		cart->lines = lines;
		cart->capacity = capacity;
	}
	cart->lines[cart->count] = (struct line){.price = -1, .amount = -1};
	return &cart->lines[cart->count++];
}

/* The amount of a line that has a price: half a minor unit counts as one. */
static bool multiply(struct cart *cart, struct line *line)
{
	int64_t product;

	if (__builtin_mul_overflow(line->price, line->quantity, &product) ||
		__builtin_add_overflow(product, ONE / 2, &product) || product / ONE >= PGW_AMOUNT_LIMIT) {
		return refuse(cart, "price times quantity", "of at most 12 digits of minor units");
	}
	line->amount = product / ONE;
	return true;
}

static bool read_line(struct cart *cart, const void *value, bool shipping)
{
	struct line *line = add_line(cart);
	struct reading reading = {cart, line_fields, shipping, (char *)line};

	if (!line) {
		return false;
	}
	if (!is_array(cart->tree, value)) {
		return refuse(cart, "the line", "an array");
	}
	if (!cart->tree->each(value, read_field, &reading)) {
		return false;
	}
	if (!line->name) {
		return pgw_fail(cart->error, PGW_ERROR_ARGUMENT, "%sname is missing", cart->where);
	}
	if (shipping) {
		line->quantity = ONE;
	}
	if (line->quantity == 0) {
		return pgw_fail(cart->error, PGW_ERROR_ARGUMENT, "%squantity is missing", cart->where);
	}
	if ((line->price < 0) == (line->amount < 0)) {
		return pgw_fail(cart->error, PGW_ERROR_ARGUMENT, "%s%s", cart->where,
			shipping          ? "amount is missing"
			: line->price < 0 ? "price or amount is missing"
							  : "give price or amount, not both");
	}
	if (line->amount < 0 && !multiply(cart, line)) {
		return false;
	}
	if (__builtin_add_overflow(cart->sum, line->amount, &cart->sum) || cart->sum >= PGW_AMOUNT_LIMIT) {
		return refuse(cart, "the sum up to here", "of at most 12 digits of minor units");
	}
	return true;
}

static bool read_goods(void *context, struct pgw_text name, const void *value)
{
	struct cart *cart = context;

	(void)name;
	snprintf(cart->where, sizeof(cart->where), "line %zu: ", cart->count + 1);
	return count_value(cart) && read_line(cart, value, false);
}

/* ---------------------------------------------------------------- the discount */

struct share {
	size_t line;
	int64_t whole, remainder;
};

/* Divides `factor` x `times` by `divisor` without ever leaving 64 bits: all three are below PGW_AMOUNT_LIMIT. */
static void multiply_and_divide(struct share *share, int64_t factor, int64_t times, int64_t divisor)
{
	share->whole = 0;
	share->remainder = 0;
	for (int64_t bit = INT64_C(1) << 40; bit > 0; bit >>= 1) {
		share->whole *= 2;
		share->remainder *= 2;
		if (times & bit) {
			share->remainder += factor;
		}
		share->whole += share->remainder / divisor;
		share->remainder %= divisor;
	}
}

static int compare_shares(const void *a, const void *b)
{
	const struct share *one = a, *other = b;

	if (one->remainder != other->remainder) {
		return one->remainder > other->remainder ? -1 : 1;
	}
	return one->line < other->line ? -1 : 1;
}

/*
 * In proportion to the amounts, rounded down; the units that are left go to the largest remainders, the earlier line
 * first. No line gives more than it has: its share is rounded up only where it is not whole.
 */
static bool take_discount(struct cart *cart)
{
	struct share *shares;
	int64_t left = cart->discount;

	if (cart->discount == 0) {
		return true;
	}
	if (cart->discount > cart->sum) {
		return pgw_fail(cart->error, PGW_ERROR_ARGUMENT,
			"option discount is %" PRId64 ", and the lines sum to %" PRId64, cart->discount, cart->sum);
	}
	shares = calloc(cart->count, sizeof(*shares));
	if (!shares) {
		return pgw_fail_memory(cart->error);
	}
	for (size_t i = 0; i < cart->count; i++) {
		multiply_and_divide(&shares[i], cart->lines[i].amount, cart->discount, cart->sum);
		shares[i].line = i;
		left -= shares[i].whole;
	}
	qsort(shares, cart->count, sizeof(*shares), compare_shares);
	for (size_t i = 0; i < cart->count; i++) {
		struct line *line = &cart->lines[shares[i].line];
		int64_t share = shares[i].whole + (left > 0);

		left -= left > 0;
		line->amount -= share;
		line->reduced = share > 0;
	}
	free(shares);
	cart->sum -= cart->discount;
	return true;
}

/* ---------------------------------------------------------------- prices */

/* The price that gives the amount exactly, or -1. */
static int64_t exact_price(const struct line *line)
{
	int64_t thousandths = line->amount * ONE;

	return thousandths % line->quantity == 0 ? thousandths / line->quantity : -1;
}

/* One position with an exact price, or without any, or two whose prices differ by one. */
static bool is_split(const struct cart *cart, const struct line *line)
{
	return cart->prices && exact_price(line) < 0;
}

static bool check_line(struct cart *cart, size_t i)
{
	const struct line *line = &cart->lines[i];
	bool split = is_split(cart, line);

	snprintf(cart->where, sizeof(cart->where), "line %zu: ", i + 1);
	if (split && line->quantity % ONE != 0) {
		return pgw_fail(cart->error, PGW_ERROR_ARGUMENT,
			"%squantity %" PRId64 ".%03" PRId64 " has no price that makes the amount %" PRId64
			" exactly, which option prices demands; sell it as quantity 1, with the measure in its name",
			cart->where, line->quantity / ONE, line->quantity % ONE, line->amount);
	}
	if ((split || line->reduced) && line->tax && cart->tree->type(line->tax) == PGW_OBJECT &&
		cart->tree->member(line->tax, PGW_TEXT("taxSum"))) {
		return pgw_fail(cart->error, PGW_ERROR_ARGUMENT,
			"%stax must be without taxSum, because the %s changes the line's amount", cart->where,
			line->reduced ? "discount" : "option prices");
	}
	return true;
}

static bool check_sum(struct cart *cart)
{
	if (cart->expected >= 0 && cart->expected != cart->sum) {
		return pgw_fail(cart->error, PGW_ERROR_ARGUMENT,
			"option amount is %" PRId64 ", but the lines sum to %" PRId64 " with discount and shipping", cart->expected,
			cart->sum);
	}
	for (size_t i = 0; i < cart->count; i++) {
		if (!check_line(cart, i)) {
			return false;
		}
	}
	return true;
}

/* ---------------------------------------------------------------- writing */

struct output {
	const struct cart *cart;
	const struct pgw_writer *writer;
	void *context;
	int64_t position;
};

static void open_named(const struct output *output, struct pgw_text name, bool list)
{
	output->writer->open(output->context, &name, list);
}

static void write_integer(const struct output *output, struct pgw_text name, int64_t value)
{
	output->writer->integer(output->context, &name, value);
}

static void write_text(const struct output *output, struct pgw_text name, struct pgw_text value)
{
	output->writer->text(output->context, &name, value);
}

static void write_copy(const struct output *output, struct pgw_text name, const void *node)
{
	if (node && output->cart->tree->type(node) != PGW_NULL) {
		output->writer->copy(output->context, &name, node);
	}
}

static void write_as_text(const struct output *output, struct pgw_text name, const void *node)
{
	const struct pgw_tree *tree = output->cart->tree;
	char room[PGW_INTEGER_TEXT];

	write_text(output, name,
		tree->type(node) == PGW_STRING ? tree->text(node) : pgw_text_of_integer(tree->integer(node), room));
}

static void write_quantity(const struct output *output, const struct line *line, int64_t quantity)
{
	const void *measure = line->measure ? line->measure : output->cart->measure;
	struct pgw_text value = PGW_TEXT("value");

	open_named(output, PGW_TEXT("quantity"), false);
	if (quantity % ONE == 0) {
		write_integer(output, value, quantity / ONE);
	} else {
		/* At most 12 digits: the nearest double, which every writer of JSON turns into these digits again. */
		output->writer->real(output->context, &value, (double)quantity / ONE);
	}
	if (measure) {
		write_as_text(output, PGW_TEXT("measure"), measure);
	} else {
		write_text(output, PGW_TEXT("measure"), PGW_TEXT("pcs"));
	}
	output->writer->close(output->context);
}

static bool write_pair(void *context, struct pgw_text name, const void *value)
{
	const struct output *output = context;

	if (output->cart->tree->type(value) != PGW_NULL) {
		output->writer->open(output->context, NULL, false);
		write_text(output, PGW_TEXT("name"), name);
		if (output->cart->tree->type(value) == PGW_INTEGER) {
			write_as_text(output, PGW_TEXT("value"), value);
		} else {
			write_copy(output, PGW_TEXT("value"), value);
		}
		output->writer->close(output->context);
	}
	return true;
}

/* name => value, as the gateway's list of pairs within an object; numbers as texts, as its documents have them */
static void write_pairs(struct output *output, struct pgw_text object, struct pgw_text list, const void *pairs)
{
	if (pairs) {
		open_named(output, object, false);
		open_named(output, list, true);
		output->cart->tree->each(pairs, write_pair, output);
		output->writer->close(output->context);
		output->writer->close(output->context);
	}
}

static bool copy_entry(void *context, struct pgw_text name, const void *value)
{
	write_copy(context, name, value);
	return true;
}

static void write_extra(struct output *output, const void *extra)
{
	if (extra) {
		output->cart->tree->each(extra, copy_entry, output);
	}
}

static void write_item(struct output *output, const struct line *line, int64_t quantity, int64_t amount, int64_t price)
{
	output->writer->open(output->context, NULL, false);
	write_integer(output, PGW_TEXT("positionId"), ++output->position);
	write_text(output, PGW_TEXT("name"), output->cart->tree->text(line->name));
	write_quantity(output, line, quantity);
	write_integer(output, PGW_TEXT("itemAmount"), amount);
	if (price >= 0) {
		write_integer(output, PGW_TEXT("itemPrice"), price);
	}
	if (line->currency) {
		char digits[8];

		snprintf(digits, sizeof(digits), "%03d", line->currency->number);
		write_text(output, PGW_TEXT("itemCurrency"), (struct pgw_text){digits, strlen(digits)});
	}
	if (line->code) {
		write_as_text(output, PGW_TEXT("itemCode"), line->code);
	}
	write_pairs(output, PGW_TEXT("itemDetails"), PGW_TEXT("itemDetailsParams"), line->details);
	write_pairs(output, PGW_TEXT("itemAttributes"), PGW_TEXT("attributes"), line->attributes);
	write_copy(output, PGW_TEXT("tax"), line->tax);
	write_extra(output, line->extra);
	output->writer->close(output->context);
}

/* Two positions when split: the units at the lower price, then those at one more. */
static void write_line(struct output *output, const struct line *line)
{
	int64_t units = line->quantity / ONE, price, dearer;

	if (!is_split(output->cart, line)) {
		write_item(output, line, line->quantity, line->amount, exact_price(line));
		return;
	}
	price = line->amount / units;
	dearer = line->amount % units;
	write_item(output, line, (units - dearer) * ONE, (units - dearer) * price, price);
	write_item(output, line, dearer * ONE, dearer * (price + 1), price + 1);
}

static void write_bundle(struct output *output)
{
	const struct cart *cart = output->cart;

	output->writer->open(output->context, NULL, false);
	write_copy(output, PGW_TEXT("orderCreationDate"), cart->created);
	write_copy(output, PGW_TEXT("customerDetails"), cart->customer);
	open_named(output, PGW_TEXT("cartItems"), false);
	open_named(output, PGW_TEXT("items"), true);
	for (size_t i = 0; i < cart->count; i++) {
		write_line(output, &cart->lines[i]);
	}
	output->writer->close(output->context);
	output->writer->close(output->context);
	write_extra(output, cart->extra);
	output->writer->close(output->context);
}

/* ---------------------------------------------------------------- the whole */

static bool read_options(struct cart *cart, const void *options)
{
	struct reading reading = {cart, option_fields, false, (char *)cart};

	snprintf(cart->where, sizeof(cart->where), "option ");
	return !options || cart->tree->each(options, read_field, &reading);
}

static bool read_lines(struct cart *cart, const void *lines)
{
	if (!cart->tree->each(lines, read_goods, cart)) {
		return false;
	}
	return cart->count > 0 || pgw_fail(cart->error, PGW_ERROR_ARGUMENT, "lines must hold at least one line");
}

static bool read_shipping(struct cart *cart)
{
	snprintf(cart->where, sizeof(cart->where), "option shipping: ");
	return !cart->shipping || read_line(cart, cart->shipping, true);
}

bool pgw_cart_bundle(const struct pgw_tree *tree, const void *lines, const void *options,
	const struct pgw_writer *writer, void *context, struct pgw_error *error)
{
	struct cart cart = {.tree = tree, .error = error, .expected = -1};
	struct output output = {.cart = &cart, .writer = writer, .context = context};
	bool good = read_options(&cart, options) && read_lines(&cart, lines) && take_discount(&cart) &&
				read_shipping(&cart) && check_sum(&cart);

	if (good) {
		write_bundle(&output);
	}
	free(cart.lines);
	return good;
}

/* ---------------------------------------------------------------- the sum of a bundle */

static bool add_item(void *context, struct pgw_text name, const void *value)
{
	static const struct field field = {"itemAmount", read_amount, 0, 0, false};
	struct cart *cart = context;
	const void *node = NULL;
	int64_t amount = 0;

	(void)name;
	if (!count_value(cart)) {
		return false;
	}
	cart->count++;
	snprintf(cart->where, sizeof(cart->where), "line %zu: ", cart->count);
	if (cart->tree->type(value) == PGW_OBJECT) {
		node = cart->tree->member(value, PGW_TEXT("itemAmount"));
	}
	if (!node) {
		return pgw_fail(cart->error, PGW_ERROR_ARGUMENT, "%sitemAmount is missing", cart->where);
	}
	if (!read_amount(cart, &field, node, &amount)) {
		return false;
	}
	if (__builtin_add_overflow(cart->sum, amount, &cart->sum) || cart->sum >= PGW_AMOUNT_LIMIT) {
		return refuse(cart, "the sum up to here", "of at most 12 digits of minor units");
	}
	return true;
}

static const void *member_of(const struct pgw_tree *tree, const void *node, struct pgw_text name)
{
	return node && tree->type(node) == PGW_OBJECT ? tree->member(node, name) : NULL;
}

bool pgw_cart_sum(int64_t *sum, const struct pgw_tree *tree, const void *bundle, struct pgw_error *error)
{
	struct cart cart = {.tree = tree, .error = error};
	const void *inner = member_of(tree, bundle, PGW_TEXT("cartItems"));
	const void *items = member_of(tree, inner ? inner : bundle, PGW_TEXT("items"));

	if (!items || tree->type(items) != PGW_LIST) {
		return pgw_fail(error, PGW_ERROR_ARGUMENT, "the bundle must hold cartItems with a list of items");
	}
	if (!tree->each(items, add_item, &cart)) {
		return false;
	}
	*sum = cart.sum;
	return true;
}
