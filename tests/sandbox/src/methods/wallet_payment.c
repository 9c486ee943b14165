/* The payments of wallets: register and pay an order in one request, with a token. */
#include "methods/handlers.h"

#include "base/text.h"
#include "base/url.h"
#include "model/action.h"
#include "model/currency.h"
#include "model/json_params.h"
#include "model/limits.h"
#include "payment/at_once.h"
#include "payment/pay.h"
#include "payment/pay_card.h"
#include "payment/tds.h"
#include "payment/wallet.h"

#include <stdlib.h>
#include <string.h>

#define NUMBER_TAKEN 10
#define TOKEN        "paymentToken"

static const struct sandbox_renamed renamed[] = {
	{"currencyCode", "currency"},
	{"additionalParameters", "jsonParams"},
};

static bool wants_verification(const struct sandbox_call *call)
{
	for (size_t i = 0; i < call->form->count; i++) {
		const struct sandbox_field *field = &call->form->fields[i];
		if (strcmp(field->name, "features") == 0 && strcmp(field->value, "VERIFY") == 0) {
			return true;
		}
	}
	return false;
}

/* The parameter that contradicts the token, or NULL. */
static const char *find_contradiction(const struct sandbox_call *call, const struct sandbox_wallet_token *token)
{
	const char *currency = sandbox_call_text(call, "currencyCode");
	if (token->currency[0] && !sandbox_currency_known(token->currency)) {
		return TOKEN;
	}
	if (currency &&
		(!sandbox_currency_known(currency) || (token->currency[0] && !sandbox_text_equal(currency, token->currency)))) {
		return "currencyCode";
	}
	/* A token for VERIFY has the amount 0, and only such a token. */
	if (token->amount[0] && (sandbox_text_integer(token->amount) == 0) != wants_verification(call)) {
		return TOKEN;
	}
	return NULL;
}

/* The parameter about later charges that is wrong, or NULL. */
static const char *wrong_agreement_parameter(
	const struct sandbox_call *call, const struct sandbox_attempt *attempt, const char *params_name, const char *params)
{
	struct sandbox_limits limits;
	bool recurring = sandbox_text_equal(attempt->tii, "RI"), installment = sandbox_text_equal(attempt->tii, "II");
	if (sandbox_attempt_unattended(attempt) && sandbox_text_equal(sandbox_call_text(call, "preAuth"), "true")) {
		return "tii";
	}
	if (!recurring && !installment) {
		return NULL;
	}
	return sandbox_limits_read(&limits, params, installment, &call->merchant->settings, call->now) ? NULL : params_name;
}

/* Answers the order's id with the binding's id, or in Sberbank's dialect with the order's number. */
static void answer_wallet_payment(const struct sandbox_call *call, struct sandbox_order *order)
{
	sandbox_pay_answer_data(call, order);
	struct json_object *data = sandbox_json_member(call->reply->json, "data");
	if (call->method->dialect == SANDBOX_CLASSIC) {
		sandbox_json_text(data, "bindingId", order->binding);
	} else {
		sandbox_json_text(data, "orderNumber", order->number);
	}
}

static void pay_new_order(const struct sandbox_call *call, const struct sandbox_at_once *how)
{
	struct sandbox_order order = {0};
	struct sandbox_operation operation;
	if (sandbox_pay_at_once(call, how, &order, &operation)) {
		answer_wallet_payment(call, &order);
	}
	sandbox_order_free(&order);
}

/* Whether the request agrees with the registration of the order. */
static bool is_same_order(const struct sandbox_call *call, const struct sandbox_order *order)
{
	const char *currency = sandbox_call_text(call, "currencyCode"), *client = sandbox_call_text(call, "clientId");
	bool two_phase = sandbox_text_equal(sandbox_call_text(call, "preAuth"), "true");
	return order->amount == sandbox_call_number(call, "amount") && two_phase == (order->two_phase != 0) &&
		   wants_verification(call) == (order->verify != 0) &&
		   (!currency || sandbox_text_equal(currency, order->currency)) &&
		   (!client || sandbox_text_equal(client, order->client_id));
}

static const struct sandbox_refusal *pay_same_order(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	static const struct sandbox_refusal taken = {NUMBER_TAKEN, NUMBER_TAKEN, "Order number already processed"};
	if (!sandbox_rules_payable(order) || !is_same_order(call, order)) {
		return &taken;
	}
	return sandbox_pay_by_card(call, subject, order, operation);
}

/* Pays the registered order of that number. False if there is none. */
static bool pay_registered_order(const struct sandbox_call *call, const struct sandbox_attempt *attempt)
{
	struct sandbox_order order;
	struct sandbox_operation operation;
	struct sandbox_reference reference = {
		.merchant = call->merchant->id,
		.number = sandbox_call_text(call, "orderNumber"),
	};
	if (sandbox_ledger_read(call->store, &reference, call->now, &order) != SANDBOX_FOUND) {
		return false;
	}
	sandbox_order_free(&order);
	if (sandbox_transaction(call, &reference, pay_same_order, attempt, &order, &operation)) {
		answer_wallet_payment(call, &order);
	}
	sandbox_order_free(&order);
	return true;
}

/* The order of the transaction that a second call names; the caller frees the id. NULL if there is none. */
static char *find_transaction(const struct sandbox_call *call, const char *transaction)
{
	struct sandbox_order order;
	char *id = NULL;
	sandbox_store_lock(call->store);
	if (sandbox_store_order_by_transaction(call->store, transaction, &order) == SANDBOX_FOUND) {
		id = sandbox_text_copy(order.id);
		sandbox_order_free(&order);
	}
	sandbox_store_unlock(call->store);
	return id;
}

/* The end of a payment with 3DS2, by the names that wallets' answers have for it. */
static void add_end(const struct sandbox_call *call, const struct sandbox_order *order)
{
	struct json_object *data = sandbox_json_member(call->reply->json, "data");
	if (order->state != SANDBOX_AUTHENTICATING) {
		bool failed = order->state == SANDBOX_DECLINED && order->fail_url;
		char *url = sandbox_url_return(
			call->base_uri, failed ? order->fail_url : order->return_url, order->id, order->language);
		sandbox_json_flag(data, "is3DSVer2", 1);
		sandbox_json_text(data, "redirectUrl", url);
		free(url);
	}
}

/* The second call of a payment with 3DS2. */
static void continue_order(const struct sandbox_call *call, const char *id, const struct sandbox_attempt *attempt)
{
	struct sandbox_order order = {0};
	struct sandbox_operation operation;
	struct sandbox_reference reference = {.merchant = call->merchant->id, .id = id};
	if (sandbox_transaction(call, &reference, sandbox_tds_continue, attempt, &order, &operation)) {
		answer_wallet_payment(call, &order);
		add_end(call, &order);
	}
	sandbox_order_free(&order);
}

/* That of a card which the payer has at Google names the transaction alone. */
static void continue_transaction(const struct sandbox_call *call, const struct sandbox_attempt *attempt)
{
	char *id = find_transaction(call, attempt->transaction);
	if (id) {
		continue_order(call, id, attempt);
	} else {
		sandbox_call_wrong(call, "threeDSServerTransId");
	}
	free(id);
}

static void pay_by_wallet_token(
	const struct sandbox_call *call, const struct sandbox_wallet *wallet, const struct sandbox_wallet_token *token)
{
	struct sandbox_attempt attempt = {
		.card = {.pan = token->pan, .expiry = token->expiry, .by_wallet = true},
		.wallet = token->way,
		.proven = !token->card,
		.cardholder = token->cardholder[0] ? token->cardholder : NULL,
	};
	/* A token that has an amount has its currency too. */
	const struct sandbox_field more[] = {
		{"amount", strlen("amount"), token->amount, strlen(token->amount)},
		{"currency", strlen("currency"), token->currency, strlen(token->currency)},
	};
	struct sandbox_at_once how = {
		.pay = sandbox_pay_by_card,
		.attempt = &attempt,
		.eci = token->eci,
		.number_taken = NUMBER_TAKEN,
		.renamed = renamed,
		.renamed_count = sizeof renamed / sizeof *renamed,
		.more = more,
		.more_count = token->amount[0] ? sizeof more / sizeof *more : 0,
	};
	const char *params = sandbox_call_text(call, "additionalParameters");
	sandbox_attempt_read(call, &attempt);
	const char *wrong = sandbox_card_valid(&attempt.card) ? find_contradiction(call, token) : TOKEN;
	wrong = wrong ? wrong : wrong_agreement_parameter(call, &attempt, "additionalParameters", params);
	if (wrong) {
		sandbox_call_wrong(call, wrong);
		return;
	}
	if (attempt.transaction) {
		continue_transaction(call, &attempt);
	} else if (!wallet->pays_registered || !pay_registered_order(call, &attempt)) {
		pay_new_order(call, &how);
	}
}

static void handle_wallet(const struct sandbox_call *call, const struct sandbox_wallet *wallet)
{
	struct sandbox_wallet_token token;
	bool wrapped = call->method->credentials == SANDBOX_MERCHANT;
	if (sandbox_wallet_token_read(wallet, wrapped, sandbox_call_text(call, TOKEN), call->now, &token)) {
		pay_by_wallet_token(call, wallet, &token);
	} else {
		sandbox_call_wrong(call, TOKEN);
	}
	sandbox_wipe(&token, sizeof token);
}

void sandbox_handle_apple(struct sandbox_call *call)
{
	handle_wallet(call, &sandbox_wallet_apple);
}

void sandbox_handle_google(struct sandbox_call *call)
{
	handle_wallet(call, &sandbox_wallet_google);
}

void sandbox_handle_samsung(struct sandbox_call *call)
{
	handle_wallet(call, &sandbox_wallet_samsung);
}

void sandbox_handle_mir(struct sandbox_call *call)
{
	handle_wallet(call, &sandbox_wallet_mir);
}

/* token/payment.do has the token's data as members of their own, and jsonParams as a list of names and values. */

/* jsonParams as an object, as other methods have them; NULL if there are none. The caller frees the text. */
static char *read_name_value_list(const struct sandbox_call *call)
{
	const char *text = sandbox_call_text(call, "jsonParams");
	if (!text) {
		return NULL;
	}
	struct json_object *list = json_tokener_parse(text), *params = json_object_new_object();
	for (size_t i = 0; i < json_object_array_length(list); i++) {
		struct json_object *entry = json_object_array_get_idx(list, i);
		json_object_object_add(params, sandbox_json_member_text(entry, "name"),
			json_object_new_string(sandbox_json_member_text(entry, "value")));
	}
	json_object_put(list);
	return sandbox_json_into_text(params);
}

/* The parameter that is wrong, or NULL. */
static const char *wrong_token_parameter(
	const struct sandbox_call *call, const struct sandbox_attempt *attempt, const char *params)
{
	const char *currency = sandbox_call_text(call, "currency");
	/* One without the other would register a second order, and charge twice. */
	if (!sandbox_call_text(call, "orderId") != !attempt->transaction) {
		return attempt->transaction ? "orderId" : "threeDSServerTransId";
	}
	if (currency && !sandbox_currency_known(currency)) {
		return "currency";
	}
	return sandbox_card_valid(&attempt->card) ? wrong_agreement_parameter(call, attempt, "jsonParams", params)
											  : "paymentData";
}

static void pay_by_token_data(const struct sandbox_call *call, struct json_object *data, const char *params)
{
	static const struct sandbox_renamed dropped[] = {{"jsonParams", NULL}};
	struct sandbox_attempt attempt = {
		.card = {.pan = sandbox_json_member_text(data, "dpan"),
			.cvc = sandbox_call_text(call, "cvc"),
			.by_wallet = true},
		.wallet = "TOKEN_PAY",
		.proven = sandbox_json_member_text(data, "tokenCryptogram"),
		.cardholder = sandbox_call_text(call, "cardholderName"),
	};
	const struct sandbox_field more = {"jsonParams", strlen("jsonParams"), params, params ? strlen(params) : 0};
	struct sandbox_at_once how = {
		.pay = sandbox_pay_by_card,
		.attempt = &attempt,
		.eci = sandbox_json_member_integer(data, "eci", 0),
		.number_taken = NUMBER_TAKEN,
		.renamed = dropped,
		.renamed_count = 1,
		.more = &more,
		.more_count = params != NULL,
	};
	attempt.card.expiry =
		sandbox_json_member_integer(data, "YYYY", 0) * 100 + sandbox_json_member_integer(data, "MM", 0);
	sandbox_attempt_read(call, &attempt);
	/* This method has no originalPaymentDate. */
	attempt.original_named = sandbox_call_text(call, "originalPaymentNetRefNum");
	const char *wrong = wrong_token_parameter(call, &attempt, params);
	if (wrong) {
		sandbox_call_wrong(call, wrong);
	} else if (attempt.transaction) {
		continue_order(call, sandbox_call_text(call, "orderId"), &attempt);
	} else {
		pay_new_order(call, &how);
	}
}

void sandbox_handle_token_payment(struct sandbox_call *call)
{
	struct json_object *data = json_tokener_parse(sandbox_call_text(call, "paymentData"));
	char *params = read_name_value_list(call);
	pay_by_token_data(call, data, params);
	free(params);
	json_object_put(data);
}
