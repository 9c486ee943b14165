#include "handlers.h"

#include "attempt.h"
#include "pay.h"

/* paymentorder.do: pays a registered order with a card typed on the shop's own page. */

#define CARD_PARAMETER_WRONG 1

/* False after answering what is wrong with it. */
static bool read_expiry(const struct sandbox_call *call, int64_t *expiry)
{
	if (sandbox_call_text(call, "$EXPIRY")) {
		*expiry = sandbox_call_number(call, "$EXPIRY");
	} else {
		*expiry = sandbox_call_number(call, "YYYY") * 100 + sandbox_call_number(call, "MM");
	}
	if (*expiry % 100 >= 1 && *expiry % 100 <= 12) {
		return true;
	}
	sandbox_call_answer(call, CARD_PARAMETER_WRONG, "Card expiration date is wrong");
	return false;
}

/* The first mandatory card parameter that is not there, or NULL. */
static const char *missing_parameter(const struct sandbox_call *call)
{
	static const char *const needed[] = {"$PAN", "$CVC", "YYYY", "MM"};
	size_t count = sandbox_call_text(call, "$EXPIRY") ? 2 : 4;
	for (size_t i = 0; i < count; i++) {
		bool may_lack = i == 1 && call->method->dialect == SANDBOX_JSON;
		if (!may_lack && !sandbox_call_text(call, needed[i])) {
			return needed[i];
		}
	}
	return NULL;
}

static bool read_card(const struct sandbox_call *call, struct sandbox_card *card)
{
	if (sandbox_call_text(call, "seToken")) {
		sandbox_call_wrong(call, "seToken");
		return false;
	}
	const char *missing = missing_parameter(call);
	if (missing) {
		sandbox_call_empty(call, missing);
		return false;
	}
	card->pan = sandbox_call_text(call, "$PAN");
	card->cvc = sandbox_call_text(call, "$CVC");
	if (!sandbox_card_number_valid(card->pan)) {
		sandbox_call_answer(call, CARD_PARAMETER_WRONG, "[$PAN] Card number is wrong");
		return false;
	}
	return read_expiry(call, &card->expiry);
}

static void read_attempt(const struct sandbox_call *call, struct sandbox_attempt *attempt)
{
	attempt->cardholder = sandbox_call_text(call, "TEXT");
	sandbox_attempt_read(call, attempt);
}

void sandbox_handle_payment(struct sandbox_call *call)
{
	struct sandbox_attempt attempt = {0};
	struct sandbox_order order;
	struct sandbox_operation operation;
	if (!read_card(call, &attempt.card)) {
		return;
	}
	read_attempt(call, &attempt);
	struct sandbox_reference reference = {.merchant = call->merchant->id, .id = sandbox_call_text(call, "MDORDER")};
	if (sandbox_transaction(call, &reference, sandbox_pay_by_card, &attempt, &order, &operation)) {
		/* Of a payment the status answer names the binding. */
		sandbox_pay_answer(call, &order, &operation, order.verify ? order.binding : NULL);
	}
	sandbox_order_free(&order);
}
