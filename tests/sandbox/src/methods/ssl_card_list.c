/* updateSSLCardList.do: the card of an order may pay without 3-D Secure from now on. */
#include "methods/handlers.h"

#include "call/call.h"
#include "order/ledger.h"

static const struct sandbox_refusal in_the_list = {6, 6, "Card is in the list already"};

/* In one transaction. False after answering why nothing was added. */
static bool add_card(const struct sandbox_call *call, const char *pan_mac)
{
	if (!sandbox_call_begin(call)) {
		return false;
	}
	enum sandbox_found added = sandbox_store_ssl_card_add(call->store, call->merchant->id, pan_mac);
	return sandbox_call_end(call, sandbox_call_refusal_unless_found(added, &in_the_list));
}

void sandbox_handle_ssl_card_list(struct sandbox_call *call)
{
	struct sandbox_reference reference = {.merchant = call->merchant->id, .id = sandbox_call_text(call, "mdorder")};
	struct sandbox_order order;
	enum sandbox_found found = sandbox_ledger_read(call->store, &reference, call->now, &order);
	if (found != SANDBOX_FOUND) {
		sandbox_call_not_found(call, found);
		return;
	}
	if (!order.pan_mac) {
		sandbox_call_wrong(call, "mdorder"); /* nobody has tried to pay it */
	} else if (add_card(call, order.pan_mac)) {
		sandbox_call_answer(call, 0, "Success");
	}
	sandbox_order_free(&order);
}
