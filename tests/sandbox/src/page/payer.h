#ifndef SANDBOX_PAGE_PAYER_H
#define SANDBOX_PAGE_PAYER_H

#include "gateway/gateway.h"
#include "model/order.h"
#include "page/typed_card.h"

/* What the payer does on the payment page, as calls of the gateway's own methods. */

/* An order and its merchant, as of now. The caller frees a found order. */
enum sandbox_found sandbox_payer_order(
	struct sandbox_gateway *gateway, const char *id, struct sandbox_order *order, struct sandbox_merchant *merchant);

/* The cards of the order's client that can pay it now. The caller frees *bindings. */
bool sandbox_payer_bindings(struct sandbox_gateway *gateway, const struct sandbox_order *order,
	const struct sandbox_merchant *merchant, struct sandbox_binding **bindings, size_t *count);

/* What the payer has decided. */
struct sandbox_decision {
	const char *order_id;
	const char *language;
	const char *binding; /* bindingId of a stored card; NULL: the typed one */
	const struct sandbox_typed_card *card;
	const char *cardholder; /* NULL: none */
	bool store;             /* the typed card may be stored */
	int64_t attempts;       /* of the order when the page was made */
	const char *left;       /* the attempt that was at the ACS then; "": none */
};

/*
 * Tries to pay, one after the other for all payers, and only if nobody has tried since the page was made. False if the
 * gateway refused the attempt: nothing has happened then. What came of it says the order.
 */
bool sandbox_payer_pay(
	struct sandbox_gateway *gateway, const struct sandbox_merchant *merchant, const struct sandbox_decision *decision);

/* The attempt that the order has at an ACS, by its threeDSServerTransId; "" if there is none. */
const char *sandbox_payer_left(const struct sandbox_order *order);

/* The payer's browser goes on to the ACS, and comes back with what it says: PaRes, CRes or nothing. */
void sandbox_payer_continue(
	struct sandbox_gateway *gateway, const struct sandbox_merchant *merchant, const struct sandbox_order *order);
void sandbox_payer_finish(struct sandbox_gateway *gateway, const struct sandbox_merchant *merchant,
	const struct sandbox_order *order, const char *pares, const char *cres);

#endif
