/* A cart as cart.c reads and checks it, and cart_writer.c writes it; cart_part.c reads and writes parts of one. */
#ifndef PGW_CART_LINES_H
#define PGW_CART_LINES_H

#include "fields.h"

enum { PGW_QUANTITY_ONE = 1000 }; /* quantities are counted in thousandths */
enum { PGW_CART_LONGEST_CODE = 100 };

#define PGW_CART_QUANTITY_EXPECTED \
	"a number with at most 3 decimals, int, float or decimal text, such as '0.333', more than 0 and less than " \
	"1000000000"
/* Reads a quantity of the shop as an int64_t of thousandths: the `read` of a field. */
bool pgw_cart_read_quantity(
	struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to);

/* One line of the cart, or the shipping. Nodes are borrowed from the caller; NULL: not given. */
struct pgw_cart_line {
	const void *name, *code, *measure, *tax, *details, *attributes, *extra;
	const struct pgw_currency *currency;
	int64_t quantity;      /* thousandths; 0: not given */
	int64_t price, amount; /* minor units; -1: not given */
	bool discounted;       /* part of the discount was subtracted */
};

struct pgw_cart {
	struct pgw_field_reader reader;
	char where[32];              /* what is being read, for messages: the reader's `before` */
	struct pgw_cart_line *lines; /* owned by pgw_cart_bundle() */
	size_t count, capacity;
	int64_t sum; /* of the lines */
	/* the options */
	int64_t expected; /* the order's amount; -1: not given */
	int64_t discount;
	const void *shipping, *measure, *customer, *created, *extra;
	bool prices;
};

/* The price that gives exactly the line's amount, or -1. */
static inline int64_t pgw_cart_exact_price(const struct pgw_cart_line *line)
{
	int64_t thousandths = line->amount * PGW_QUANTITY_ONE;

	return thousandths % line->quantity == 0 ? thousandths / line->quantity : -1;
}

/* Must the line become two positions, whose prices differ by one, so that every position has a price? */
static inline bool pgw_cart_is_split(const struct pgw_cart *cart, const struct pgw_cart_line *line)
{
	return cart->prices && pgw_cart_exact_price(line) < 0;
}

/* Null and an empty text count as not given. */
static inline bool pgw_cart_is_given(const struct pgw_tree *tree, const void *value)
{
	enum pgw_type type = tree->type(value);

	return type != PGW_NULL && !(type == PGW_STRING && tree->text(value).length == 0);
}

/* Writes the bundle of a checked cart. */
void pgw_cart_write(const struct pgw_cart *cart, const struct pgw_writer *writer, void *context);
/* Writes the member `value` of a quantity. */
void pgw_cart_write_quantity(const struct pgw_writer *writer, void *context, int64_t thousandths);

#endif
