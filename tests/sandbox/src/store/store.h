#ifndef SANDBOX_STORE_STORE_H
#define SANDBOX_STORE_STORE_H

#include "model/binding.h"
#include "model/merchant.h"
#include "model/order.h"
#include "model/task.h"

#include <stdbool.h>

/*
 * The durable memory: one SQLite connection behind one mutex. Every call below it needs the lock, which
 * sandbox_store_lock() or sandbox_store_begin() takes. What is committed survives the process.
 */
struct sandbox_store;

/* Opens or creates the file (":memory:" for none) with its default merchant. NULL after printing why not. */
struct sandbox_store *sandbox_store_open(const char *path);

/* Also for NULL. */
void sandbox_store_close(struct sandbox_store *store);

void sandbox_store_lock(struct sandbox_store *store);
void sandbox_store_unlock(struct sandbox_store *store);

/* One transaction. begin locks; commit and rollback unlock, whatever they answer. False: nothing was changed. */
bool sandbox_store_begin(struct sandbox_store *store);
bool sandbox_store_commit(struct sandbox_store *store);
void sandbox_store_rollback(struct sandbox_store *store);

/* The secret key of this store, for hashes that are to be compared within it. */
const unsigned char *sandbox_store_key(const struct sandbox_store *store);

enum sandbox_found { SANDBOX_FOUND, SANDBOX_NOT_FOUND, SANDBOX_STORE_FAILED };

/* Deletes every order, operation, binding, task, used uuid and merchant but the default one, whose settings are those
 * of the first start. */
bool sandbox_store_empty(struct sandbox_store *store);

/* Keeps the clock's offset for the next start. */
bool sandbox_store_keep_clock(struct sandbox_store *store, int64_t offset);

/* Bytes that are kept under a name for good; the caller wipes and frees them. False if there are none. */
bool sandbox_store_bytes(struct sandbox_store *store, const char *name, unsigned char **bytes, size_t *size);
bool sandbox_store_keep_bytes(struct sandbox_store *store, const char *name, const unsigned char *bytes, size_t size);

/* Marks the uuid of an encrypted card as used. NOT_FOUND says that it was used before. */
enum sandbox_found sandbox_store_use_uuid(struct sandbox_store *store, const char *uuid);

/*
 * Merchants: NULL if there is none. By name, by hash of its token, by id, by index. A caller who gives up the lock
 * copies what was found, since settings change at run time.
 */
const struct sandbox_merchant *sandbox_store_merchant(const struct sandbox_store *store, const char *user_name);
const struct sandbox_merchant *sandbox_store_merchant_of_token(const struct sandbox_store *store, const char *mac);
const struct sandbox_merchant *sandbox_store_merchant_of_id(const struct sandbox_store *store, int64_t id);
const struct sandbox_merchant *sandbox_store_merchant_at(const struct sandbox_store *store, size_t index);

/* Writes a new merchant (its id is given by the store) or a changed one; load makes what is written valid. */
bool sandbox_store_merchant_save(struct sandbox_store *store, const struct sandbox_merchant *merchant);
bool sandbox_store_merchants_load(struct sandbox_store *store);

/* Orders. The caller frees a found order with sandbox_order_free(). */
enum sandbox_found sandbox_store_order_by_id(struct sandbox_store *store, const char *id, struct sandbox_order *order);
enum sandbox_found sandbox_store_order_by_number(
	struct sandbox_store *store, int64_t merchant, const char *number, struct sandbox_order *order);

/* Any order whose due_at has come. */
enum sandbox_found sandbox_store_order_due(struct sandbox_store *store, int64_t now, struct sandbox_order *order);

/* The order that made a subscription. */
enum sandbox_found sandbox_store_order_of_subscription(
	struct sandbox_store *store, int64_t merchant, const char *subscription, struct sandbox_order *order);

/* The first order whose row is greater. */
enum sandbox_found sandbox_store_order_next(struct sandbox_store *store, int64_t row, struct sandbox_order *order);

/* NOT_FOUND here says that the merchant already has an order of that number. Fills in the row. */
enum sandbox_found sandbox_store_order_insert(struct sandbox_store *store, struct sandbox_order *order);
bool sandbox_store_order_update(struct sandbox_store *store, struct sandbox_order *order);

/* Operations. */
bool sandbox_store_operation_insert(
	struct sandbox_store *store, int64_t merchant, const struct sandbox_operation *operation);

/* The refund that a merchant made under that externalRefundId. */
enum sandbox_found sandbox_store_refund(
	struct sandbox_store *store, int64_t merchant, const char *external_refund_id, struct sandbox_operation *operation);

/* All operations of an order, oldest first. The caller frees *operations. */
bool sandbox_store_operations(
	struct sandbox_store *store, int64_t order, struct sandbox_operation **operations, size_t *count);

/*
 * Bindings. By id, of one merchant; and the active one of the same merchant, client, card and type as another, of which
 * there is at most one. An installment binding has none: each agreement has its own.
 */
enum sandbox_found sandbox_store_binding(
	struct sandbox_store *store, int64_t merchant, const char *id, struct sandbox_binding *binding);
enum sandbox_found sandbox_store_binding_twin(
	struct sandbox_store *store, const struct sandbox_binding *like, struct sandbox_binding *twin);
bool sandbox_store_binding_insert(struct sandbox_store *store, const struct sandbox_binding *binding);

/* Writes activity, expiry, card_right, cardholder and limits; the rest of a binding never changes. */
bool sandbox_store_binding_update(struct sandbox_store *store, const struct sandbox_binding *binding);

/* All of a merchant's with that client, or with a card of that hash, oldest first. The caller frees *bindings. */
bool sandbox_store_bindings_of_client(struct sandbox_store *store, int64_t merchant, const char *client_id,
	struct sandbox_binding **bindings, size_t *count);
bool sandbox_store_bindings_of_card(struct sandbox_store *store, int64_t merchant, const char *pan_mac,
	struct sandbox_binding **bindings, size_t *count);

/*
 * Recurring tasks. Of one merchant by either id, the caller frees a found one; NOT_FOUND of insert says that he has one
 * of that merchantTaskUuid. An attempt is refused if its date has one already.
 */
enum sandbox_found sandbox_store_task_by_id(
	struct sandbox_store *store, int64_t merchant, const char *id, struct sandbox_task *task);
enum sandbox_found sandbox_store_task_by_merchant_id(
	struct sandbox_store *store, int64_t merchant, const char *id, struct sandbox_task *task);
enum sandbox_found sandbox_store_task_insert(struct sandbox_store *store, struct sandbox_task *task);
bool sandbox_store_task_update(struct sandbox_store *store, const struct sandbox_task *task);
bool sandbox_store_task_attempt_insert(struct sandbox_store *store, const struct sandbox_task_attempt *attempt);
bool sandbox_store_task_skip(struct sandbox_store *store, int64_t task, int64_t number);
bool sandbox_store_task_skipped(struct sandbox_store *store, int64_t task, int64_t number);

/* All attempts of a task, oldest first. The caller frees *attempts. */
bool sandbox_store_task_attempts(
	struct sandbox_store *store, int64_t task, struct sandbox_task_attempt **attempts, size_t *count);

/* Whether any task is due: without the lock, at the cost of a comparison. The one that has been due longest. */
bool sandbox_store_tasks_due(struct sandbox_store *store, int64_t now);
enum sandbox_found sandbox_store_task_due(struct sandbox_store *store, int64_t now, struct sandbox_task *task);

struct sandbox_books {
	int64_t orders;
	int64_t counts[SANDBOX_OPERATION_TYPES];
	int64_t sums[SANDBOX_OPERATION_TYPES]; /* minor units, of all currencies together */
};

bool sandbox_store_books(struct sandbox_store *store, struct sandbox_books *books);

#endif
