/* Finding the fiscal receipts of an order, and the order of a receipt. */
#include "order/receipts.h"

#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void write_id(const struct sandbox_store *store, int64_t row, size_t number, char id[SANDBOX_UUID_SIZE])
{
	char name[64], mac[SANDBOX_MAC_SIZE];
	snprintf(name, sizeof name, "receipt %lld %zu", (long long)row, number);
	sandbox_mac(sandbox_store_key(store), name, mac);
	snprintf(id, SANDBOX_UUID_SIZE, "%08llx-%04zx-4%.3s-8%.3s-%.12s", (unsigned long long)row & 0xffffffff,
		number & 0xffff, mac, mac + 3, mac + 6);
}

void sandbox_receipt_id(
	const struct sandbox_store *store, const struct sandbox_order *order, size_t number, char id[SANDBOX_UUID_SIZE])
{
	write_id(store, order->row, number, id);
}

/* False unless the id is one that this sandbox wrote. */
static bool read_id(const struct sandbox_store *store, const char *id, int64_t *row)
{
	unsigned long long first = strtoull(id, NULL, 16);
	size_t number = first <= 0xffffffff && id[8] == '-' ? strtoul(id + 9, NULL, 16) : 0;
	char written[SANDBOX_UUID_SIZE];
	*row = (int64_t)first;
	write_id(store, *row, number, written);
	return sandbox_text_equal(written, id);
}

enum sandbox_found sandbox_receipt_order(
	struct sandbox_store *store, int64_t merchant, const char *id, struct sandbox_order *order)
{
	int64_t row;
	if (strlen(id) != SANDBOX_UUID_SIZE - 1 || !read_id(store, id, &row)) {
		return SANDBOX_NOT_FOUND;
	}
	sandbox_store_lock(store);
	enum sandbox_found found = sandbox_store_order_after(store, row - 1, order);
	sandbox_store_unlock(store);
	if (found == SANDBOX_FOUND && (order->row != row || order->merchant != merchant)) {
		sandbox_order_free(order);
		return SANDBOX_NOT_FOUND;
	}
	return found;
}

bool sandbox_receipts_read(struct sandbox_store *store, const struct sandbox_order *order,
	const struct sandbox_settings *settings, int64_t now, struct sandbox_receipt **receipts, size_t *count)
{
	struct sandbox_operation *operations = NULL;
	size_t operation_count = 0;
	sandbox_store_lock(store);
	bool read = sandbox_store_list_operations(store, order->row, &operations, &operation_count);
	sandbox_store_unlock(store);
	*receipts = read ? calloc(operation_count + 1, sizeof **receipts) : NULL;
	*count = *receipts ? sandbox_receipts_list(order, operations, operation_count, settings, now, *receipts) : 0;
	free(operations);
	return *receipts;
}
