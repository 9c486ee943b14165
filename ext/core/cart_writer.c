/* Writing a cart as the gateway's orderBundle. */
#include "cart.h"

#include <stdio.h>
#include <string.h>

struct bundle_output {
	const struct pgw_cart *cart;
	const struct pgw_writer *writer;
	void *context;
	int64_t position;
};

static void open_named(const struct bundle_output *output, struct pgw_text name, bool list)
{
	output->writer->open(output->context, &name, list);
}

static void write_integer(const struct bundle_output *output, struct pgw_text name, int64_t value)
{
	output->writer->integer(output->context, &name, value);
}

static void write_text(const struct bundle_output *output, struct pgw_text name, struct pgw_text value)
{
	output->writer->text(output->context, &name, value);
}

static void write_copy(const struct bundle_output *output, struct pgw_text name, const void *node)
{
	if (node && output->cart->reader.tree->type(node) != PGW_NULL) {
		output->writer->copy(output->context, &name, node);
	}
}

static void write_as_text(const struct bundle_output *output, struct pgw_text name, const void *node)
{
	const struct pgw_tree *tree = output->cart->reader.tree;
	char room[PGW_INTEGER_TEXT];

	write_text(output, name,
		tree->type(node) == PGW_STRING ? tree->text(node) : pgw_text_of_integer(tree->integer(node), room));
}

static void write_quantity(const struct bundle_output *output, const struct pgw_cart_line *line, int64_t quantity)
{
	const void *measure = line->measure ? line->measure : output->cart->measure;
	struct pgw_text value = PGW_TEXT("value");

	open_named(output, PGW_TEXT("quantity"), false);
	if (quantity % PGW_QUANTITY_ONE == 0) {
		write_integer(output, value, quantity / PGW_QUANTITY_ONE);
	} else {
		/* At most 12 digits: the nearest double, which every writer of JSON turns into these digits again. */
		output->writer->real(output->context, &value, (double)quantity / PGW_QUANTITY_ONE);
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
	const struct bundle_output *output = context;

	if (output->cart->reader.tree->type(value) != PGW_NULL) {
		output->writer->open(output->context, NULL, false);
		write_text(output, PGW_TEXT("name"), name);
		if (output->cart->reader.tree->type(value) == PGW_INTEGER) {
			write_as_text(output, PGW_TEXT("value"), value);
		} else {
			write_copy(output, PGW_TEXT("value"), value);
		}
		output->writer->close(output->context);
	}
	return true;
}

/* name => value, as the gateway's list of pairs within an object; numbers as texts, as its documents have them */
static void write_pairs(struct bundle_output *output, struct pgw_text object, struct pgw_text list, const void *pairs)
{
	if (pairs) {
		open_named(output, object, false);
		open_named(output, list, true);
		output->cart->reader.tree->each(pairs, write_pair, output);
		output->writer->close(output->context);
		output->writer->close(output->context);
	}
}

static bool copy_entry(void *context, struct pgw_text name, const void *value)
{
	write_copy(context, name, value);
	return true;
}

static void write_extra(struct bundle_output *output, const void *extra)
{
	if (extra) {
		output->cart->reader.tree->each(extra, copy_entry, output);
	}
}

static void write_item(
	struct bundle_output *output, const struct pgw_cart_line *line, int64_t quantity, int64_t amount, int64_t price)
{
	output->writer->open(output->context, NULL, false);
	write_integer(output, PGW_TEXT("positionId"), ++output->position);
	write_text(output, PGW_TEXT("name"), output->cart->reader.tree->text(line->name));
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
static void write_line(struct bundle_output *output, const struct pgw_cart_line *line)
{
	int64_t units = line->quantity / PGW_QUANTITY_ONE, price, dearer;

	if (!pgw_cart_is_split(output->cart, line)) {
		write_item(output, line, line->quantity, line->amount, pgw_cart_exact_price(line));
		return;
	}
	price = line->amount / units;
	dearer = line->amount % units;
	write_item(output, line, (units - dearer) * PGW_QUANTITY_ONE, (units - dearer) * price, price);
	write_item(output, line, dearer * PGW_QUANTITY_ONE, dearer * (price + 1), price + 1);
}

static void write_items(struct bundle_output *output)
{
	open_named(output, PGW_TEXT("cartItems"), false);
	open_named(output, PGW_TEXT("items"), true);
	for (size_t i = 0; i < output->cart->count; i++) {
		write_line(output, &output->cart->lines[i]);
	}
	output->writer->close(output->context);
	output->writer->close(output->context);
}

void pgw_cart_write(const struct pgw_cart *cart, const struct pgw_writer *writer, void *context)
{
	struct bundle_output output = {.cart = cart, .writer = writer, .context = context};

	writer->open(context, NULL, false);
	write_copy(&output, PGW_TEXT("orderCreationDate"), cart->created);
	write_copy(&output, PGW_TEXT("customerDetails"), cart->customer);
	write_items(&output);
	write_extra(&output, cart->extra);
	writer->close(context);
}
