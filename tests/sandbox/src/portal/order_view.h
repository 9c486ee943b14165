#ifndef SANDBOX_PORTAL_ORDER_VIEW_H
#define SANDBOX_PORTAL_ORDER_VIEW_H

#include "model/order.h"
#include "portal/visit.h"

/* What lists and pages say of orders. */

/* The last digits of a card: the end of the masked number; NULL if there is none. */
const char *sandbox_order_view_card(const char *masked_pan);

/* Sets state, the word, and stateStyle, the class of its dot. */
void sandbox_order_view_state(struct json_object *row, struct json_object *values, int64_t state);

/* Sets an amount for people. */
void sandbox_order_view_amount(const struct sandbox_portal_visit *visit, struct json_object *row, const char *name,
	int64_t amount, const char *currency);

/* Sets everything that the page of an order shows, and what can be done to it now. False if the store failed. */
bool sandbox_order_view(
	const struct sandbox_portal_visit *visit, struct json_object *values, const struct sandbox_order *order);

/* What happened to the order from that operation on, as one text, which the caller frees; "" for nothing. */
char *sandbox_order_view_changes(
	const struct sandbox_portal_visit *visit, const struct sandbox_order *order, size_t from);

#endif
