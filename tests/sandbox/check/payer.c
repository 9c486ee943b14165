/* A payer with a card, and the shop that walks the payer through 3-D Secure, without pages. */
#include "payer.h"

#include "base/clock.h"
#include "base/text.h"
#include "check.h"
#include "payment/acs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int payer_pays(struct bench *bench, const char *id, const struct payer_card *card, const char *more)
{
	return bench_form(bench, "rest/paymentorder.do", "MDORDER=%s&$PAN=%s&$CVC=%s&$EXPIRY=%s&TEXT=A%s", id, card->pan,
		card->cvc, card->expiry, more);
}

static void read_order(struct bench *bench, const char *id, struct sandbox_order *order)
{
	assert_int_equal(sandbox_store_order_by_id(bench->gateway.store, id, order), SANDBOX_FOUND);
}

int payer_attempts(struct bench *bench, const char *id)
{
	struct sandbox_order order;
	read_order(bench, id, &order);
	int attempts = (int)order.attempts;
	sandbox_order_free(&order);
	return attempts;
}

void payer_transaction(struct bench *bench, const char *id, char transaction[UUID_SIZE])
{
	struct sandbox_order order;
	read_order(bench, id, &order);
	snprintf(transaction, UUID_SIZE, "%s", order.tds.server_trans_id ? order.tds.server_trans_id : "");
	sandbox_order_free(&order);
}

char *payer_message(struct bench *bench, const char *id)
{
	struct sandbox_order order;
	read_order(bench, id, &order);
	char *message = sandbox_text_copy(order.tds.message);
	sandbox_order_free(&order);
	return message;
}

int payer_continues(struct bench *bench, const char *id, const struct payer_card *card)
{
	char more[64 + UUID_SIZE], transaction[UUID_SIZE];
	payer_transaction(bench, id, transaction);
	snprintf(more, sizeof more, "&threeDSServerTransId=%s", transaction);
	return payer_pays(bench, id, card, more);
}

bool payer_answers(struct bench *bench, const char *id, const char *code)
{
	struct sandbox_order order, at_acs;
	read_order(bench, id, &order);
	enum sandbox_acs_outcome outcome = sandbox_acs_visit(bench->gateway.store, order.tds.server_trans_id,
		order.tds.acs_trans_id, code ? SANDBOX_ACS_TYPES : SANDBOX_ACS_CANCELS, code, sandbox_clock_now(), &at_acs);
	sandbox_order_free(&order);
	if (outcome != SANDBOX_ACS_UNKNOWN && outcome != SANDBOX_ACS_FAILED) {
		sandbox_order_free(&at_acs);
	}
	return outcome == SANDBOX_ACS_ANSWERED;
}

int payer_finishes(struct bench *bench, const char *id)
{
	char transaction[UUID_SIZE], encoded[1024] = "";
	char *message = payer_message(bench, id);
	struct sandbox_order order;
	read_order(bench, id, &order);
	bool secure2 = sandbox_tds_is_2(&order.tds);
	sandbox_order_free(&order);
	payer_transaction(bench, id, transaction);
	for (const char *c = message ? message : ""; *c; c++) {
		snprintf(encoded + strlen(encoded), sizeof encoded - strlen(encoded), *c == '+' ? "%%2B" : "%c", *c);
	}
	free(message);
	return secure2 ? bench_form(bench, "rest/finish3dsVer2Payment.do", "threeDSServerTransId=%s", transaction)
				   : bench_form(bench, "rest/finish3dsPayment.do", "mdOrder=%s&paRes=%s", id, encoded);
}

void payer_walks(struct bench *bench, const char *id, const struct payer_card *card, const char *code)
{
	assert_int_equal(payer_pays(bench, id, card, ""), 0);
	if (bench_text(bench, "threeDSServerTransId")) {
		assert_int_equal(payer_continues(bench, id, card), 0);
	}
	if (bench_text(bench, "acsUrl")) {
		assert_true(payer_answers(bench, id, code));
		assert_int_equal(payer_finishes(bench, id), 0);
	}
}

const char *payer_status(struct bench *bench, const char *id, const char *path)
{
	assert_int_equal(bench_form(bench, "rest/getOrderStatusExtended.do", "orderId=%s", id), 0);
	const char *text = bench_text(bench, path);
	return text ? text : "";
}
