/* Carts in part: what of a bundle's lines is captured or given back, as items of the same shape. */

/*
 * A line of the shop is one position of the bundle, or the two that the option prices made of it. Its units are given
 * back in the order of the positions. What x units cost is the share x/quantity of their position, rounded down; a
 * piece costs the difference between two such shares, so that the pieces always sum to the whole and the last one takes
 * the remainder.
 */
#include "cart_lines.h"

#include "error.h"
#include "money.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One item of the bundle; the node is borrowed. */
struct part_position {
	const void *item;
	int64_t quantity; /* thousandths */
	int64_t amount;
	int64_t price; /* -1: none */
	size_t line;   /* from 0 */
};

/* Quantities in thousandths. */
struct part_line {
	size_t first;     /* position */
	const void *code; /* its itemCode, borrowed; NULL: none */
	int64_t quantity, before, now;
};

struct cart_part {
	struct pgw_field_reader reader;
	char where[48];                  /* what is being read, for messages: the reader's `before` */
	struct part_position *positions; /* owned by pgw_cart_part() */
	size_t count, capacity;
	struct part_line *lines; /* owned by pgw_cart_part() */
	size_t line_count;
	bool is_before; /* the argument `before` is being read */
	size_t entries; /* of the argument that is being read */
};

/* ---------------------------------------------------------------- the bundle */

static const void *object_member(const struct pgw_tree *tree, const void *node, struct pgw_text name)
{
	return node && tree->type(node) == PGW_OBJECT ? tree->member(node, name) : NULL;
}

/* A text, or an integer as text; empty for anything else. */
static struct pgw_text text_of(const struct pgw_tree *tree, const void *node, char room[PGW_INTEGER_TEXT])
{
	switch (node ? tree->type(node) : PGW_NULL) {
		case PGW_STRING:
			return tree->text(node);
		case PGW_INTEGER:
			return pgw_text_of_integer(tree->integer(node), room);
		default:
			return (struct pgw_text){"", 0};
	}
}

static bool equal_texts(const struct pgw_tree *tree, const void *a, const void *b)
{
	char room_a[PGW_INTEGER_TEXT], room_b[PGW_INTEGER_TEXT];
	struct pgw_text one = text_of(tree, a, room_a), other = text_of(tree, b, room_b);

	return one.length == other.length && memcmp(one.at, other.at, one.length) == 0;
}

/* As pgw_cart_bundle() writes it, or as a gateway returns it: 2, 0.75 or "0.750". 0: none of these. */
static int64_t quantity_of(const struct pgw_tree *tree, const void *item)
{
	const void *node = object_member(tree, object_member(tree, item, PGW_TEXT("quantity")), PGW_TEXT("value"));
	const double most = (double)PGW_AMOUNT_LIMIT / PGW_QUANTITY_ONE;
	int64_t quantity = 0;

	switch (node ? tree->type(node) : PGW_NULL) {
		case PGW_INTEGER:
			return tree->integer(node) > 0 && (double)tree->integer(node) < most
					   ? tree->integer(node) * PGW_QUANTITY_ONE
					   : 0;
		case PGW_DOUBLE:
			quantity =
				tree->real(node) > 0 && tree->real(node) < most ? llround(tree->real(node) * PGW_QUANTITY_ONE) : 0;
			return (double)quantity / PGW_QUANTITY_ONE == tree->real(node) ? quantity : 0;
		case PGW_STRING:
			return pgw_decimal_read(&quantity, tree->text(node), 3) == PGW_DECIMAL_GOOD ? quantity : 0;
		default:
			return 0;
	}
}

static struct part_position *add_position(struct cart_part *part)
{
	if (part->count == part->capacity) {
		size_t capacity = part->capacity ? part->capacity * 2 : 16;
		struct part_position *positions = realloc(part->positions, capacity * sizeof(*positions));

		if (!positions) {
			pgw_fail_memory(part->reader.error);
			return NULL;
		}
		part->positions = positions;
		part->capacity = capacity;
	}
	return &part->positions[part->count++];
}

/* Are these the two positions that the option prices makes of one line? */
static bool are_one_line(
	const struct pgw_tree *tree, const struct part_position *one, const struct part_position *other)
{
	const struct pgw_text measure = PGW_TEXT("measure"), quantity = PGW_TEXT("quantity");

	return one->price >= 0 && other->price == one->price + 1 && one->quantity % PGW_QUANTITY_ONE == 0 &&
		   other->quantity % PGW_QUANTITY_ONE == 0 &&
		   equal_texts(tree, tree->member(one->item, PGW_TEXT("name")), tree->member(other->item, PGW_TEXT("name"))) &&
		   equal_texts(
			   tree, tree->member(one->item, PGW_TEXT("itemCode")), tree->member(other->item, PGW_TEXT("itemCode"))) &&
		   equal_texts(tree, object_member(tree, tree->member(one->item, quantity), measure),
			   object_member(tree, tree->member(other->item, quantity), measure));
}

static bool read_position(void *context, struct pgw_text name, const void *value)
{
	static const struct pgw_field amount = {.name = "itemAmount", .type = PGW_FIELD_AMOUNT};
	struct cart_part *part = context;
	const struct pgw_tree *tree = part->reader.tree;
	struct part_position *position = add_position(part);
	const void *node, *price;

	(void)name;
	if (!position || !pgw_field_count_value(&part->reader)) {
		return false;
	}
	snprintf(part->where, sizeof(part->where), "the bundle, position %zu: ", part->count);
	if (tree->type(value) != PGW_OBJECT) {
		return pgw_field_refuse(&part->reader, "the item", "an array");
	}
	*position = (struct part_position){.item = value, .quantity = quantity_of(tree, value), .price = -1};
	if (position->quantity == 0) {
		return pgw_field_refuse(
			&part->reader, "quantity", "an array with a value, of at most 3 decimals and more than 0");
	}
	node = tree->member(value, PGW_TEXT("itemAmount"));
	if (!node) {
		return pgw_fail(part->reader.error, PGW_ERROR_ARGUMENT, "%sitemAmount is missing", part->where);
	}
	price = tree->member(value, PGW_TEXT("itemPrice"));
	if (price && tree->type(price) == PGW_INTEGER) {
		position->price = tree->integer(price);
	}
	return pgw_field_read_value(&part->reader, &amount, node, &position->amount);
}

/* Puts the positions together to the lines of the shop. */
static bool find_lines(struct cart_part *part)
{
	bool second = false; /* the position before this one is the second of its line */

	part->lines = calloc(part->count, sizeof(*part->lines));
	if (!part->lines) {
		return pgw_fail_memory(part->reader.error);
	}
	for (size_t i = 0; i < part->count; i++) {
		struct part_position *position = &part->positions[i];

		second = i > 0 && !second && are_one_line(part->reader.tree, position - 1, position);
		if (!second) {
			part->lines[part->line_count++] =
				(struct part_line){.first = i, .code = part->reader.tree->member(position->item, PGW_TEXT("itemCode"))};
		}
		position->line = part->line_count - 1;
		part->lines[position->line].quantity += position->quantity;
	}
	return true;
}

static bool read_bundle(struct cart_part *part, const void *bundle)
{
	const struct pgw_tree *tree = part->reader.tree;
	const void *inner = object_member(tree, bundle, PGW_TEXT("cartItems"));
	const void *items = object_member(tree, inner ? inner : bundle, PGW_TEXT("items"));

	if (!items || tree->type(items) != PGW_LIST) {
		return pgw_fail(part->reader.error, PGW_ERROR_ARGUMENT, "the bundle must hold cartItems with a list of items");
	}
	if (!tree->each(items, read_position, part)) {
		return false;
	}
	return part->count > 0 ? find_lines(part)
						   : pgw_fail(part->reader.error, PGW_ERROR_ARGUMENT, "the bundle must hold at least one item");
}

/* ---------------------------------------------------------------- what is given back */

struct part_entry {
	int line; /* from 1; 0: not given */
	const void *code;
	int64_t quantity; /* thousandths; 0: all that is left */
};

#define ENTRY(member_) .offset = offsetof(struct part_entry, member_)

static const struct pgw_field entry_fields[] = {
	{"line", PGW_FIELD_INTEGER, ENTRY(line), .minimum = 1, .maximum = PGW_MOST_VALUES},
	{"code", PGW_FIELD_TEXT, ENTRY(code), .minimum = 1, .maximum = PGW_CART_LONGEST_CODE},
	{"quantity", PGW_FIELD_SPECIAL, ENTRY(quantity), .read = pgw_cart_read_quantity,
		.expected = PGW_CART_QUANTITY_EXPECTED},
	{.name = NULL},
};

static struct part_line *find_line_by_code(struct cart_part *part, const void *code)
{
	const struct pgw_tree *tree = part->reader.tree;
	struct part_line *found = NULL;
	char room[PGW_INTEGER_TEXT];
	struct pgw_text shown;

	for (struct part_line *line = part->lines; line < part->lines + part->line_count; line++) {
		if (!equal_texts(tree, line->code, code)) {
			continue;
		}
		if (found) {
			pgw_fail(part->reader.error, PGW_ERROR_ARGUMENT,
				"%sthe code is that of the lines %td and %td; give line, the number of one of them, instead",
				part->where, found - part->lines + 1, line - part->lines + 1);
			return NULL;
		}
		found = line;
	}
	if (!found) {
		shown = pgw_text_shown(text_of(tree, code, room));
		pgw_fail(part->reader.error, PGW_ERROR_ARGUMENT, "%sno line of the bundle has the code %.*s", part->where,
			(int)shown.length, shown.at);
	}
	return found;
}

static struct part_line *find_line(struct cart_part *part, const struct part_entry *entry)
{
	if ((entry->line > 0) == (entry->code != NULL)) {
		pgw_fail(part->reader.error, PGW_ERROR_ARGUMENT, "%s%s", part->where,
			entry->code ? "give line or code, not both" : "line or code is missing");
		return NULL;
	}
	if (entry->code) {
		return find_line_by_code(part, entry->code);
	}
	if ((size_t)entry->line > part->line_count) {
		pgw_fail(part->reader.error, PGW_ERROR_ARGUMENT, "%sline %d is not in the bundle, which has %zu", part->where,
			entry->line, part->line_count);
		return NULL;
	}
	return &part->lines[entry->line - 1];
}

static bool take_of_line(struct cart_part *part, struct part_line *line, int64_t quantity)
{
	int64_t left = line->quantity - line->before - line->now;

	if (quantity > left || left == 0) {
		return pgw_fail(part->reader.error, PGW_ERROR_ARGUMENT,
			"%squantity must be at most what is left of line %td, which is %" PRId64 ".%03" PRId64, part->where,
			line - part->lines + 1, left / PGW_QUANTITY_ONE, left % PGW_QUANTITY_ONE);
	}
	*(part->is_before ? &line->before : &line->now) += quantity > 0 ? quantity : left;
	return true;
}

static bool read_entry(void *context, struct pgw_text name, const void *value)
{
	struct cart_part *part = context;
	struct part_entry entry = {0};
	struct part_line *line;
	enum pgw_type type = part->reader.tree->type(value);

	(void)name;
	part->entries++;
	snprintf(part->where, sizeof(part->where), "%s, entry %zu: ", part->is_before ? "before" : "lines", part->entries);
	if (!pgw_field_count_value(&part->reader)) {
		return false;
	}
	if (type != PGW_OBJECT && type != PGW_LIST) {
		return pgw_field_refuse(&part->reader, "it", "an array with line or code, and quantity");
	}
	part->reader.fields = entry_fields;
	part->reader.to = &entry;
	if (!pgw_read_fields(&part->reader, value)) {
		return false;
	}
	line = find_line(part, &entry);
	return line && take_of_line(part, line, entry.quantity);
}

static bool read_entries(struct cart_part *part, const void *list, bool is_before)
{
	part->is_before = is_before;
	part->entries = 0;
	return !list || part->reader.tree->each(list, read_entry, part);
}

/* ---------------------------------------------------------------- writing */

/* The units `from` to `to` of a position, in thousandths. */
struct part_piece {
	const struct cart_part *part;
	const struct pgw_writer *writer;
	void *context;
	const struct part_position *position;
	int64_t from, to;
};

static bool is_whole(const struct part_piece *piece)
{
	return piece->to - piece->from == piece->position->quantity;
}

/* What of the position's `sum` is the piece's. */
static int64_t share_of(const struct part_piece *piece, int64_t sum)
{
	int64_t quantity = piece->position->quantity;

	return pgw_multiply_and_divide(sum, piece->to, quantity).whole -
		   pgw_multiply_and_divide(sum, piece->from, quantity).whole;
}

static void put_copy(const struct part_piece *piece, struct pgw_text name, const void *node)
{
	piece->writer->copy(piece->context, &name, node);
}

static bool put_quantity_member(void *context, struct pgw_text name, const void *value)
{
	const struct part_piece *piece = context;

	if (pgw_text_is(name, "value")) {
		pgw_cart_write_quantity(piece->writer, piece->context, piece->to - piece->from);
	} else {
		put_copy(piece, name, value);
	}
	return true;
}

static void put_quantity(struct part_piece *piece, struct pgw_text name, const void *node)
{
	piece->writer->open(piece->context, &name, false);
	piece->part->reader.tree->each(node, put_quantity_member, piece);
	piece->writer->close(piece->context);
}

static void put_amount(struct part_piece *piece, struct pgw_text name, const void *node)
{
	(void)node;
	piece->writer->integer(piece->context, &name, share_of(piece, piece->position->amount));
}

/* Left out if it is not, but for rounding, what the piece costs. */
static void put_price(struct part_piece *piece, struct pgw_text name, const void *node)
{
	int64_t exact, amount = share_of(piece, piece->position->amount) * PGW_QUANTITY_ONE;
	bool overflows = __builtin_mul_overflow(piece->position->price, piece->to - piece->from, &exact);

	if (is_whole(piece) || (!overflows && exact - amount < PGW_QUANTITY_ONE && amount - exact < PGW_QUANTITY_ONE)) {
		put_copy(piece, name, node);
	}
}

static bool put_tax_member(void *context, struct pgw_text name, const void *value)
{
	const struct part_piece *piece = context;
	const struct pgw_tree *tree = piece->part->reader.tree;
	int64_t sum;

	if (!pgw_text_is(name, "taxSum")) {
		put_copy(piece, name, value);
		return true;
	}
	sum = tree->type(value) == PGW_INTEGER ? tree->integer(value) : -1;
	if (sum >= 0 && sum < PGW_AMOUNT_LIMIT) {
		piece->writer->integer(piece->context, &name, share_of(piece, sum));
	}
	return true;
}

static void put_tax(struct part_piece *piece, struct pgw_text name, const void *node)
{
	if (is_whole(piece) || piece->part->reader.tree->type(node) != PGW_OBJECT) {
		put_copy(piece, name, node);
		return;
	}
	piece->writer->open(piece->context, &name, false);
	piece->part->reader.tree->each(node, put_tax_member, piece);
	piece->writer->close(piece->context);
}

/* A value that may be a sum of the whole position. */
static void put_if_whole(struct part_piece *piece, struct pgw_text name, const void *node)
{
	if (is_whole(piece)) {
		put_copy(piece, name, node);
	}
}

static void leave_out(struct part_piece *piece, struct pgw_text name, const void *node)
{
	(void)piece, (void)name, (void)node;
}

/* The fields of an item that are not copied as they are. */
static const struct {
	const char *name;
	void (*put)(struct part_piece *piece, struct pgw_text name, const void *node);
} item_fields[] = {
	{"quantity", put_quantity}, {"itemAmount", put_amount}, {"itemPrice", put_price}, {"tax", put_tax},
	{"discount", put_if_whole}, {"agentInterest", put_if_whole},
	{"depositedItemAmount", leave_out}, /* only in replies */
};

static bool put_item_member(void *context, struct pgw_text name, const void *value)
{
	struct part_piece *piece = context;

	for (size_t i = 0; i < sizeof(item_fields) / sizeof(item_fields[0]); i++) {
		if (pgw_text_is(name, item_fields[i].name)) {
			item_fields[i].put(piece, name, value);
			return true;
		}
	}
	put_copy(piece, name, value);
	return true;
}

/* What the units from before to before + now of a line take of its position that begins at the unit `offset`. */
static void put_piece(struct part_piece *piece, const struct part_line *line, int64_t offset)
{
	int64_t from = line->before - offset, to = from + line->now;

	piece->from = from > 0 ? from : 0;
	piece->to = to < piece->position->quantity ? to : piece->position->quantity;
	if (piece->from < piece->to) {
		piece->writer->open(piece->context, NULL, false);
		piece->part->reader.tree->each(piece->position->item, put_item_member, piece);
		piece->writer->close(piece->context);
	}
}

static void put_items(struct part_piece *piece)
{
	const struct cart_part *part = piece->part;
	struct pgw_text cart_items = PGW_TEXT("cartItems"), items = PGW_TEXT("items");
	int64_t offset = 0;

	piece->writer->open(piece->context, &cart_items, false);
	piece->writer->open(piece->context, &items, true);
	for (size_t i = 0; i < part->count; i++) {
		piece->position = &part->positions[i];
		offset = i == part->lines[piece->position->line].first ? 0 : offset + piece->position[-1].quantity;
		put_piece(piece, &part->lines[piece->position->line], offset);
	}
	piece->writer->close(piece->context);
	piece->writer->close(piece->context);
}

/* What belongs to the whole order is left out, besides the items themselves: sums, and what the receipt is for. */
static bool put_bundle_member(void *context, struct pgw_text name, const void *value)
{
	static const char *const left_out[] = {"cartItems", "items", "total", "payments", "receiptType", "loyalties", NULL};

	for (const char *const *left = left_out; *left; left++) {
		if (pgw_text_is(name, *left)) {
			return true;
		}
	}
	put_copy(context, name, value);
	return true;
}

static void write_part(const struct cart_part *part, const void *bundle, const struct pgw_writer *writer, void *context)
{
	struct part_piece piece = {.part = part, .writer = writer, .context = context};

	writer->open(context, NULL, false);
	part->reader.tree->each(bundle, put_bundle_member, &piece);
	put_items(&piece);
	writer->close(context);
}

/* ---------------------------------------------------------------- the whole */

bool pgw_cart_part(const struct pgw_tree *tree, const void *bundle, const void *lines, const void *before,
	const struct pgw_writer *writer, void *context, struct pgw_error *error)
{
	struct cart_part part = {.reader = {.tree = tree, .error = error, .whole = "the cart"}};
	bool good;

	part.reader.before = part.where;
	good = read_bundle(&part, bundle) && read_entries(&part, before, true) && read_entries(&part, lines, false);
	if (good && part.entries == 0) {
		good = pgw_fail(error, PGW_ERROR_ARGUMENT, "lines must hold at least one entry");
	}
	if (good) {
		write_part(&part, bundle, writer, context);
	}
	free(part.positions);
	free(part.lines);
	return good;
}
