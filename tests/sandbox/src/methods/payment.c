/* paymentorder.do: pays a registered order with a card typed on the shop's own page. */
#include "methods/handlers.h"

#include "payment/attempt.h"
#include "payment/pay.h"
#include "payment/pay_card.h"
#include "payment/se_token.h"
#include "payment/tds.h"

static int64_t read_expiry(const struct sandbox_call *call)
{
	if (sandbox_call_text(call, "$EXPIRY")) {
		return sandbox_call_number(call, "$EXPIRY");
	}
	return sandbox_call_number(call, "YYYY") * 100 + sandbox_call_number(call, "MM");
}

/* The first mandatory card parameter that is missing, or NULL. */
static const char *missing_card_parameter(const struct sandbox_call *call)
{
	/* The JSON dialect needs no CVC. $EXPIRY replaces YYYY and MM. */
	static const char *const needed[] = {"$PAN", "$CVC", "YYYY", "MM"};
	static const char *const needed_by_json[] = {"$PAN", "YYYY", "MM"};
	bool json = call->method->dialect == SANDBOX_JSON;
	size_t count = json ? sizeof needed_by_json / sizeof *needed_by_json : sizeof needed / sizeof *needed;
	count -= sandbox_call_text(call, "$EXPIRY") ? 2 : 0;
	return sandbox_call_missing(call, json ? needed_by_json : needed, count);
}

static bool read_typed_card(const struct sandbox_call *call, struct sandbox_card *card)
{
	const char *missing = missing_card_parameter(call);
	if (missing) {
		sandbox_call_empty(call, missing);
		return false;
	}
	card->pan = sandbox_call_text(call, "$PAN");
	card->cvc = sandbox_call_text(call, "$CVC");
	card->expiry = read_expiry(call);
	return sandbox_attempt_check_card(call, card, "$PAN");
}

/* False after answering what is wrong. The attempt borrows from the token, which the caller wipes. */
static bool read_card_attempt(
	const struct sandbox_call *call, struct sandbox_se_token *token, struct sandbox_attempt *attempt)
{
	attempt->cardholder = sandbox_call_text(call, "TEXT");
	sandbox_attempt_read(call, attempt);
	if (!sandbox_call_text(call, "seToken")) {
		return read_typed_card(call, &attempt->card);
	}
	return sandbox_se_token_apply(call, SANDBOX_SE_CARD, sandbox_call_text(call, "MDORDER"), token, attempt);
}

void sandbox_handle_payment(struct sandbox_call *call)
{
	struct sandbox_attempt attempt = {0};
	struct sandbox_se_token token;
	struct sandbox_order order = {0};
	struct sandbox_operation operation;
	struct sandbox_reference reference = {.merchant = call->merchant->id, .id = sandbox_call_text(call, "MDORDER")};
	if (read_card_attempt(call, &token, &attempt) &&
		sandbox_transaction(call, &reference, attempt.transaction ? sandbox_tds_continue : sandbox_pay_by_card,
			&attempt, &order, &operation)) {
		/* After a payment the status names the binding; only VERIFY names it here. */
		sandbox_pay_answer(call, &order, &operation, order.verify ? order.binding : NULL);
	}
	sandbox_order_free(&order);
	sandbox_wipe(&token, sizeof token);
}
