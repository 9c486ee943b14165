/* Writing a checked cart as the gateway's orderBundle. */
#include "cart_lines.h"

#include <stdio.h>
#include <string.h>

struct bundle_output {
	const struct pgw_cart *cart;
	const struct pgw_writer *writer;
	void *context;
	int64_t position;
};

static void open_member(const struct bundle_output *output, struct pgw_text name, bool list)
{
	output->writer->open(output->context, &name, list);
}

static void put_integer(const struct bundle_output *output, struct pgw_text name, int64_t value)
{
	output->writer->integer(output->context, &name, value);
}

static void put_text(const struct bundle_output *output, struct pgw_text name, struct pgw_text value)
{
	output->writer->text(output->context, &name, value);
}

static void put_copy(const struct bundle_output *output, struct pgw_text name, const void *node)
{
	if (node && output->cart->reader.tree->type(node) != PGW_NULL) {
		output->writer->copy(output->context, &name, node);
	}
}

static void put_as_text(const struct bundle_output *output, struct pgw_text name, const void *node)
{
	const struct pgw_tree *tree = output->cart->reader.tree;
	char room[PGW_INTEGER_TEXT];

	put_text(output, name,
		tree->type(node) == PGW_STRING ? tree->text(node) : pgw_text_of_integer(tree->integer(node), room));
}

/* Sberbank's receipts of version 1.05 have the unit as text there, and no measure. */
static bool has_measurement_unit(const struct bundle_output *output, const struct pgw_cart_line *line)
{
	const struct pgw_tree *tree = output->cart->reader.tree;
	const void *unit = line->extra && tree->type(line->extra) == PGW_OBJECT
						   ? tree->member(line->extra, PGW_TEXT("measurementUnit"))
						   : NULL;

	return unit && tree->type(unit) != PGW_NULL;
}

void pgw_cart_write_quantity(const struct pgw_writer *writer, void *context, int64_t thousandths)
{
	struct pgw_text value = PGW_TEXT("value");

	if (thousandths % PGW_QUANTITY_ONE == 0) {
		writer->integer(context, &value, thousandths / PGW_QUANTITY_ONE);
	} else {
		/* It has at most 12 digits, so every JSON writer turns the nearest double back into the same digits. */
		writer->real(context, &value, (double)thousandths / PGW_QUANTITY_ONE);
	}
}

static void put_quantity(const struct bundle_output *output, const struct pgw_cart_line *line, int64_t quantity)
{
	const void *measure = line->measure ? line->measure : output->cart->measure;

	open_member(output, PGW_TEXT("quantity"), false);
	pgw_cart_write_quantity(output->writer, output->context, quantity);
	if (measure) {
		put_as_text(output, PGW_TEXT("measure"), measure);
	} else if (!has_measurement_unit(output, line)) {
		put_text(output, PGW_TEXT("measure"), PGW_TEXT("pcs"));
	}
	output->writer->close(output->context);
}

static bool put_pair(void *context, struct pgw_text name, const void *value)
{
	const struct bundle_output *output = context;

	if (pgw_cart_is_given(output->cart->reader.tree, value)) {
		output->writer->open(output->context, NULL, false);
		put_text(output, PGW_TEXT("name"), name);
		if (output->cart->reader.tree->type(value) == PGW_INTEGER) {
			put_as_text(output, PGW_TEXT("value"), value);
		} else {
			put_copy(output, PGW_TEXT("value"), value);
		}
		output->writer->close(output->context);
	}
	return true;
}

/* name => value, written as the gateway's list of pairs inside an object. Numbers become texts, as documented. */
static void put_pair_list(struct bundle_output *output, struct pgw_text object, struct pgw_text list, const void *pairs)
{
	if (pairs) {
		open_member(output, object, false);
		open_member(output, list, true);
		output->cart->reader.tree->each(pairs, put_pair, output);
		output->writer->close(output->context);
		output->writer->close(output->context);
	}
}

static bool put_extra_entry(void *context, struct pgw_text name, const void *value)
{
	put_copy(context, name, value);
	return true;
}

static void put_extra(struct bundle_output *output, const void *extra)
{
	if (extra) {
		output->cart->reader.tree->each(extra, put_extra_entry, output);
	}
}

static void put_item(
	struct bundle_output *output, const struct pgw_cart_line *line, int64_t quantity, int64_t amount, int64_t price)
{
	output->writer->open(output->context, NULL, false);
	put_integer(output, PGW_TEXT("positionId"), ++output->position);
	put_as_text(output, PGW_TEXT("name"), line->name);
	put_quantity(output, line, quantity);
	put_integer(output, PGW_TEXT("itemAmount"), amount);
	if (price >= 0) {
		put_integer(output, PGW_TEXT("itemPrice"), price);
	}
	if (line->currency) {
		char digits[8];

		snprintf(digits, sizeof(digits), "%03d", line->currency->number);
		put_text(output, PGW_TEXT("itemCurrency"), (struct pgw_text){digits, strlen(digits)});
	}
	if (line->code) {
		put_as_text(output, PGW_TEXT("itemCode"), line->code);
	}
	put_pair_list(output, PGW_TEXT("itemDetails"), PGW_TEXT("itemDetailsParams"), line->details);
	put_pair_list(output, PGW_TEXT("itemAttributes"), PGW_TEXT("attributes"), line->attributes);
	put_copy(output, PGW_TEXT("tax"), line->tax);
	put_extra(output, line->extra);
	output->writer->close(output->context);
}

/* A split line becomes two positions: the units at the lower price, then those that cost one more. */
static void put_line(struct bundle_output *output, const struct pgw_cart_line *line)
{
	int64_t units = line->quantity / PGW_QUANTITY_ONE, price, dearer;

	if (!pgw_cart_is_split(output->cart, line)) {
		put_item(output, line, line->quantity, line->amount, pgw_cart_exact_price(line));
		return;
	}
	price = line->amount / units;
	dearer = line->amount % units;
	put_item(output, line, (units - dearer) * PGW_QUANTITY_ONE, (units - dearer) * price, price);
	put_item(output, line, dearer * PGW_QUANTITY_ONE, dearer * (price + 1), price + 1);
}

static void put_cart_items(struct bundle_output *output)
{
	open_member(output, PGW_TEXT("cartItems"), false);
	open_member(output, PGW_TEXT("items"), true);
	for (size_t i = 0; i < output->cart->count; i++) {
		put_line(output, &output->cart->lines[i]);
	}
	output->writer->close(output->context);
	output->writer->close(output->context);
}

void pgw_cart_write(const struct pgw_cart *cart, const struct pgw_writer *writer, void *context)
{
	struct bundle_output output = {.cart = cart, .writer = writer, .context = context};

	writer->open(context, NULL, false);
	put_copy(&output, PGW_TEXT("orderCreationDate"), cart->created);
	put_copy(&output, PGW_TEXT("customerDetails"), cart->customer);
	put_cart_items(&output);
	put_extra(&output, cart->extra);
	writer->close(context);
}
