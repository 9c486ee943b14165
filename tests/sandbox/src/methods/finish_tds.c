/* The calls after the first one of a payment with 3-D Secure: continue, and finish after the ACS. */
#include "methods/handlers.h"

#include "base/text.h"
#include "payment/pay.h"
#include "payment/tds.h"

static void answer_change(struct sandbox_call *call, const char *order_id, sandbox_change *change, const void *subject)
{
	struct sandbox_reference reference = {.merchant = call->merchant->id, .id = order_id};
	struct sandbox_order order = {0};
	struct sandbox_operation operation;
	if (sandbox_transaction(call, &reference, change, subject, &order, &operation)) {
		sandbox_pay_answer(call, &order, &operation, order.verify ? order.binding : NULL);
	}
	sandbox_order_free(&order);
}

/* 3ds/continue.do, and Sberbank's finish3dsMethod.do, which names the transaction as well. */
void sandbox_handle_continue_tds(struct sandbox_call *call)
{
	struct sandbox_attempt attempt = {.transaction = sandbox_call_text(call, "threeDSServerTransId")};
	answer_change(call, sandbox_call_text(call, "mdOrder"), sandbox_tds_continue, &attempt);
}

/* finish3dsPayment.do: with what the ACS has posted to the shop. */
void sandbox_handle_finish_tds(struct sandbox_call *call)
{
	const char *pares = sandbox_call_text(call, "paRes"), *cres = sandbox_call_text(call, "cRes");
	const struct sandbox_tds_answer answer = {.message = pares ? pares : cres, .secure2 = !pares};
	if (!answer.message) {
		sandbox_call_empty(call, "paRes");
	} else if (pares && cres) {
		sandbox_call_wrong(call, "cRes");
	} else {
		answer_change(call, sandbox_call_text(call, "mdOrder"), sandbox_tds_finish, &answer);
	}
}

/* The order of a transaction; the caller frees it. False after answering that there is none. */
static bool find_transaction(const struct sandbox_call *call, const char *transaction, struct sandbox_order *order)
{
	sandbox_store_lock(call->store);
	enum sandbox_found found = sandbox_store_order_by_transaction(call->store, transaction, order);
	sandbox_store_unlock(call->store);
	if (found == SANDBOX_FOUND && order->merchant != call->merchant->id) {
		sandbox_order_free(order);
		found = SANDBOX_NOT_FOUND;
	}
	if (found == SANDBOX_NOT_FOUND) {
		sandbox_call_wrong(call, "threeDSServerTransId");
	} else if (found == SANDBOX_STORE_FAILED) {
		sandbox_call_system_error(call);
	}
	return found == SANDBOX_FOUND;
}

/* finish3dsVer2Payment.do and its other names: by the transaction, which is the secret. */
void sandbox_handle_finish_tds2(struct sandbox_call *call)
{
	static const char *const orders[] = {"threeDSVer2MdOrder", "mdOrder"};
	const char *transaction = sandbox_call_text(call, "threeDSServerTransId");
	struct sandbox_order order;
	transaction = transaction ? transaction : sandbox_call_text(call, "tDsTransId");
	if (!transaction) {
		sandbox_call_empty(call, "threeDSServerTransId");
		return;
	}
	if (!find_transaction(call, transaction, &order)) {
		return;
	}
	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
		const char *named = sandbox_call_text(call, orders[i]);
		if (named && !sandbox_text_equal(named, order.id)) {
			sandbox_call_wrong(call, orders[i]);
			goto cleanup;
		}
	}
	const struct sandbox_tds_answer answer = {.transaction = transaction, .secure2 = true};
	answer_change(call, order.id, sandbox_tds_finish, &answer);
cleanup:
	sandbox_order_free(&order);
}
