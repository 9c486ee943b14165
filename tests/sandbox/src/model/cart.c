/* The cart of an order, and what was captured, reversed and refunded of it. */
#include "model/cart.h"

#include "base/json.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CART_WRONG 8
#define THOUSAND   1000
#define AMOUNT_MAX INT64_C(999999999999)

const struct sandbox_refusal sandbox_refusal_items_sum = {5, 8, "Sum of items is not the amount"};
const struct sandbox_refusal sandbox_refusal_items_position = {5, 8, "No such position in the cart of the order"};
const struct sandbox_refusal sandbox_refusal_items_quantity = {5, 8, "Quantity of an item exceeds what is left of it"};
const struct sandbox_refusal sandbox_refusal_items_price = {5, 8, "itemAmount is not itemPrice times quantity"};

static const struct sandbox_refusal position_amount = {7, 7, "Refund amount exceeds what is left of the position"};

__extension__ typedef __int128 int128;

struct cart_line {
	const char *position; /* text of positionId; lives as long as the item */
	int64_t quantity;     /* thousandths */
	int64_t amount;
};

/* Parses digits with at most three decimals into thousandths. -1 for anything else, or if it is too large. */
static int64_t parse_thousandths(const char *text)
{
	char digits[32] = "";
	size_t whole = strcspn(text, ".");
	const char *rest = text[whole] ? text + whole + 1 : "";
	if (whole == 0 || strlen(rest) > 3 || whole + 3 >= sizeof digits) {
		return -1;
	}
	snprintf(digits, sizeof digits, "%.*s%s%.*s", (int)whole, text, rest, (int)(3 - strlen(rest)), "000");
	return sandbox_text_integer(digits);
}

/* False if price and amount differ by more than rounding, or if there is neither. */
static bool read_line_amount(struct json_object *item, struct cart_line *line)
{
	int64_t price = sandbox_json_member_integer(item, "itemPrice", -1);
	line->amount = sandbox_json_member_integer(item, "itemAmount", -1);
	if (price < 0) {
		return line->amount >= 0;
	}
	int128 exact = (int128)price * line->quantity;
	if (line->amount < 0) {
		int128 rounded = (exact + THOUSAND / 2) / THOUSAND;
		line->amount = rounded <= AMOUNT_MAX ? (int64_t)rounded : -1;
		return line->amount >= 0;
	}
	int128 difference = (int128)line->amount * THOUSAND - exact;
	return difference > -THOUSAND && difference < THOUSAND;
}

static bool read_cart_line(struct json_object *item, struct cart_line *line)
{
	struct json_object *quantity = sandbox_json_member(sandbox_json_member(item, "quantity"), "value");
	line->position = json_object_get_string(sandbox_json_member(item, "positionId"));
	line->quantity = quantity ? parse_thousandths(json_object_get_string(quantity)) : -1;
	return line->position && line->quantity >= 0 && read_line_amount(item, line);
}

static struct json_object *items_of(struct json_object *object)
{
	struct json_object *cart = sandbox_json_member(object, "cartItems");
	return sandbox_json_member(cart ? cart : object, "items");
}

/* The ledger entry of a new position. */
static struct json_object *make_entry(const struct cart_line *line)
{
	struct json_object *entry = json_object_new_object();
	json_object_object_add(entry, "ordered", json_object_new_int64(line->quantity));
	json_object_object_add(entry, "amount", json_object_new_int64(line->amount));
	return entry;
}

static int64_t entry_get(struct json_object *entry, const char *name)
{
	return json_object_get_int64(sandbox_json_member(entry, name));
}

static void entry_add(struct json_object *entry, const char *name, int64_t more)
{
	json_object_object_add(entry, name, json_object_new_int64(entry_get(entry, name) + more));
}

static bool fail_item(struct sandbox_fault *fault, size_t index, const char *name, const char *what)
{
	char path[64];
	snprintf(path, sizeof path, "orderBundle.cartItems.items[%zu].%s", index, name);
	sandbox_fault_set(fault, CART_WRONG, path, what);
	return false;
}

static bool open_position(struct json_object *ledger, const struct sandbox_order *order, struct json_object *item,
	size_t index, int64_t *sum, struct sandbox_fault *fault)
{
	struct json_object *currency = sandbox_json_member(item, "itemCurrency");
	struct cart_line line;
	if (!read_cart_line(item, &line)) {
		return fail_item(fault, index, "itemAmount", "is not itemPrice times quantity");
	}
	if (sandbox_json_member(ledger, line.position)) {
		return fail_item(fault, index, "positionId", "is given more than once");
	}
	if (currency && !sandbox_text_equal(json_object_get_string(currency), order->currency)) {
		return fail_item(fault, index, "itemCurrency", "is not the currency of the order");
	}
	json_object_object_add(ledger, line.position, make_entry(&line));
	*sum += line.amount;
	return true;
}

static bool open_ledger(struct json_object *ledger, const struct sandbox_order *order, struct json_object *items,
	struct sandbox_fault *fault)
{
	int64_t sum = 0;
	for (size_t i = 0; i < json_object_array_length(items); i++) {
		if (!open_position(ledger, order, json_object_array_get_idx(items, i), i, &sum, fault)) {
			return false;
		}
	}
	if (sum != order->amount) {
		sandbox_fault_set(fault, CART_WRONG, "orderBundle", "sum of itemAmount is not the amount of the order");
		return false;
	}
	return true;
}

static void save_ledger(struct sandbox_order *order, struct json_object *ledger)
{
	sandbox_text_set(&order->cart, json_object_to_json_string_ext(ledger, JSON_C_TO_STRING_PLAIN));
}

bool sandbox_cart_open(struct sandbox_order *order, struct sandbox_fault *fault)
{
	if (!order->order_bundle) {
		return true;
	}
	struct json_object *bundle = json_tokener_parse(order->order_bundle);
	struct json_object *ledger = json_object_new_object();
	bool right = open_ledger(ledger, order, items_of(bundle), fault);
	if (right) {
		save_ledger(order, ledger);
	}
	json_object_put(ledger);
	json_object_put(bundle);
	return right;
}

/* Whether it is known which positions were captured: only if every capture named them. */
static bool is_captured_by_line(const struct sandbox_order *order, struct json_object *ledger)
{
	if (order->captured_whole || !order->two_phase) {
		return false;
	}
	json_object_object_foreach(ledger, position, entry) {
		(void)position;
		if (entry_get(entry, "deposited") > 0) {
			return true;
		}
	}
	return false;
}

/* The quantity of a position that an operation of that type may still take. */
static int64_t quantity_left(struct json_object *entry, enum sandbox_operation_type type, bool by_line)
{
	int64_t ordered = entry_get(entry, "ordered") - entry_get(entry, "reversed");
	if (type != SANDBOX_OPERATION_REFUNDED) {
		return ordered - entry_get(entry, "deposited");
	}
	return (by_line ? entry_get(entry, "deposited") : ordered) - entry_get(entry, "refunded");
}

static const struct sandbox_refusal *take_position(
	struct json_object *ledger, const struct cart_line *line, enum sandbox_operation_type type, bool by_line)
{
	static const char *const amounts[SANDBOX_OPERATION_TYPES] = {
		[SANDBOX_OPERATION_DEPOSITED] = "depositedAmount",
		[SANDBOX_OPERATION_REVERSED] = "reversedAmount",
		[SANDBOX_OPERATION_REFUNDED] = "refundedAmount",
	};
	struct json_object *entry = sandbox_json_member(ledger, line->position);
	if (!entry) {
		return &sandbox_refusal_items_position;
	}
	if (line->quantity > quantity_left(entry, type, by_line)) {
		return &sandbox_refusal_items_quantity;
	}
	entry_add(entry, sandbox_operation_names[type], line->quantity);
	entry_add(entry, amounts[type], line->amount);
	return NULL;
}

static const struct sandbox_refusal *take_every_position(
	struct json_object *ledger, struct json_object *items, const struct sandbox_operation *operation, bool by_line)
{
	int64_t sum = 0;
	for (size_t i = 0; i < json_object_array_length(items); i++) {
		struct cart_line line;
		if (!read_cart_line(json_object_array_get_idx(items, i), &line)) {
			return &sandbox_refusal_items_price;
		}
		const struct sandbox_refusal *refusal = take_position(ledger, &line, operation->type, by_line);
		if (refusal) {
			return refusal;
		}
		sum += line.amount;
	}
	return sum == operation->amount ? NULL : &sandbox_refusal_items_sum;
}

const struct sandbox_refusal *sandbox_cart_take(
	struct sandbox_order *order, const struct sandbox_operation *operation, const char *items)
{
	if (!items) {
		order->captured_whole |= operation->type == SANDBOX_OPERATION_DEPOSITED;
		return NULL;
	}
	struct json_object *object = json_tokener_parse(items);
	struct json_object *ledger = order->cart ? json_tokener_parse(order->cart) : NULL;
	bool by_line = ledger && is_captured_by_line(order, ledger);
	const struct sandbox_refusal *refusal = take_every_position(ledger, items_of(object), operation, by_line);
	if (!refusal) {
		save_ledger(order, ledger);
	}
	json_object_put(ledger);
	json_object_put(object);
	return refusal;
}

/* What may still be refunded of a position, in money. */
static int64_t refundable_amount(struct json_object *entry, bool by_line)
{
	int64_t captured =
		by_line ? entry_get(entry, "depositedAmount") : entry_get(entry, "amount") - entry_get(entry, "reversedAmount");
	return captured - entry_get(entry, "refundedAmount");
}

/* A position counts as returned once all its money is. */
static const struct sandbox_refusal *refund_entry(struct json_object *entry, int64_t amount, bool by_line)
{
	if (!entry) {
		return &sandbox_refusal_items_position;
	}
	if (amount > refundable_amount(entry, by_line)) {
		return &position_amount;
	}
	entry_add(entry, "refundedAmount", amount);
	if (refundable_amount(entry, by_line) == 0) {
		entry_add(entry, sandbox_operation_names[SANDBOX_OPERATION_REFUNDED],
			quantity_left(entry, SANDBOX_OPERATION_REFUNDED, by_line));
	}
	return NULL;
}

const struct sandbox_refusal *sandbox_cart_refund_position(
	struct sandbox_order *order, const struct sandbox_operation *operation, const char *position)
{
	struct json_object *ledger = order->cart ? json_tokener_parse(order->cart) : NULL;
	bool by_line = ledger && is_captured_by_line(order, ledger);
	const struct sandbox_refusal *refusal =
		refund_entry(sandbox_json_member(ledger, position), operation->amount, by_line);
	if (!refusal) {
		save_ledger(order, ledger);
	}
	json_object_put(ledger);
	return refusal;
}

/* What an operation of that type may still take of a position, in money. */
static int64_t amount_left(struct json_object *entry, enum sandbox_operation_type type, bool by_line)
{
	if (type == SANDBOX_OPERATION_REFUNDED) {
		return refundable_amount(entry, by_line);
	}
	return entry_get(entry, "amount") - entry_get(entry, "reversedAmount") - entry_get(entry, "depositedAmount");
}

static struct json_object *describe_position(
	struct json_object *item, struct json_object *entry, enum sandbox_operation_type type, bool by_line)
{
	struct json_object *position = json_object_new_object();
	int64_t amount = amount_left(entry, type, by_line), quantity = quantity_left(entry, type, by_line);
	sandbox_json_text(position, "positionId", sandbox_json_member_text(item, "positionId"));
	sandbox_json_text(position, "name", sandbox_json_member_text(item, "name"));
	sandbox_json_number(position, "price", sandbox_json_member_integer(item, "itemPrice", -1));
	sandbox_json_number(position, "ordered", entry_get(entry, "ordered"));
	sandbox_json_number(position, "left", quantity > 0 && amount > 0 ? quantity : 0);
	sandbox_json_number(position, "amount", entry_get(entry, "amount"));
	sandbox_json_number(position, "amountLeft", amount > 0 ? amount : 0);
	return position;
}

struct json_object *sandbox_cart_positions(const struct sandbox_order *order, enum sandbox_operation_type type)
{
	if (!order->cart || !order->order_bundle) {
		return NULL;
	}
	struct json_object *bundle = json_tokener_parse(order->order_bundle), *ledger = json_tokener_parse(order->cart);
	struct json_object *items = items_of(bundle), *positions = json_object_new_array();
	bool by_line = is_captured_by_line(order, ledger);
	for (size_t i = 0; items && i < json_object_array_length(items); i++) {
		struct json_object *item = json_object_array_get_idx(items, i);
		struct json_object *entry = sandbox_json_member(ledger, sandbox_json_member_text(item, "positionId"));
		if (entry) {
			json_object_array_add(positions, describe_position(item, entry, type, by_line));
		}
	}
	json_object_put(ledger);
	json_object_put(bundle);
	return positions;
}

struct json_object *sandbox_cart_share(struct json_object *position, const char *quantity)
{
	int64_t left = entry_get(position, "left"), all = entry_get(position, "amountLeft");
	int64_t wanted = parse_thousandths(quantity);
	if (wanted <= 0 || wanted > left) {
		return NULL;
	}
	/* The last part takes what rounding has left over. */
	int64_t share = wanted == left ? all : (int64_t)(((int128)all * wanted + left / 2) / left);
	struct json_object *item = json_object_new_object(), *value = json_object_new_object();
	sandbox_json_text(value, "value", quantity);
	sandbox_json_text(item, "positionId", sandbox_json_member_text(position, "positionId"));
	sandbox_json_value(item, "quantity", value);
	sandbox_json_number(item, "itemAmount", share);
	return item;
}

static void describe_item(struct json_object *item, struct json_object *ledger, const char *captured)
{
	struct json_object *entry =
		sandbox_json_member(ledger, json_object_get_string(sandbox_json_member(item, "positionId")));
	if (entry) {
		int64_t amount = captured ? entry_get(entry, captured) : 0;
		json_object_object_add(item, "depositedItemAmount", json_object_new_int64(amount));
	}
}

struct json_object *sandbox_cart_describe(const struct sandbox_order *order, bool with_prices)
{
	struct json_object *bundle = json_tokener_parse(order->order_bundle);
	struct json_object *ledger = order->cart ? json_tokener_parse(order->cart) : NULL;
	struct json_object *items = items_of(bundle);
	bool by_line = ledger && is_captured_by_line(order, ledger);
	const char *captured = !order->deposited_at ? NULL : by_line ? "depositedAmount" : "amount";
	for (size_t i = 0; items && i < json_object_array_length(items); i++) {
		struct json_object *item = json_object_array_get_idx(items, i);
		if (with_prices) {
			describe_item(item, ledger, captured);
		} else {
			json_object_object_del(item, "itemPrice");
		}
	}
	json_object_put(ledger);
	return bundle;
}
