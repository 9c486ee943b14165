/* Charges that a shop makes to a stored card without the payer. */
#include "payment/charge.h"

#include "base/text.h"
#include "model/action.h"
#include "model/card.h"
#include "model/rules.h"
#include "order/ledger.h"
#include "order/registration.h"
#include "payment/pay.h"
#include "payment/tds.h"

#define OF(type) (1u << SANDBOX_BINDING_##type)

bool sandbox_charge_fits(enum sandbox_binding_type type, const char *tii)
{
	static const struct {
		const char *tii;
		unsigned types;
	} rows[] = {
		{"R", OF(COMMON) | OF(RECURRENT)},
		{"I", OF(INSTALLMENT)},
		{"U", OF(COMMON) | OF(RECURRENT) | OF(INSTALLMENT)},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (sandbox_text_equal(rows[i].tii, tii)) {
			return rows[i].types & 1u << type;
		}
	}
	return false;
}

enum sandbox_found sandbox_charge_binding(struct sandbox_store *store, const struct sandbox_merchant *merchant,
	const char *id, const char *tii, int64_t now, struct sandbox_binding *binding)
{
	enum sandbox_found found = sandbox_store_binding_by_id(store, merchant->id, id, binding);
	if (found != SANDBOX_FOUND) {
		return found;
	}
	bool usable = sandbox_charge_fits(binding->type, tii) &&
				  sandbox_binding_usable(binding, binding->client_id, &merchant->settings, now);
	return usable ? SANDBOX_FOUND : SANDBOX_NOT_FOUND;
}

int64_t sandbox_charge_authorize(const struct sandbox_store *store, const struct sandbox_settings *settings,
	const struct sandbox_binding *binding, int64_t amount, int64_t now)
{
	if (!sandbox_limits_allow(&binding->limits, amount, settings, now)) {
		return SANDBOX_ACTION_LIMIT;
	}
	return sandbox_binding_authorize(binding, sandbox_store_key(store), NULL, amount);
}

bool sandbox_charge_count(struct sandbox_store *store, struct sandbox_binding *binding, int64_t amount, int64_t now)
{
	sandbox_limits_count(&binding->limits, amount, now);
	return sandbox_store_binding_update(store, binding);
}

static void open_charge_order(struct sandbox_order *order, const struct sandbox_merchant *merchant,
	const struct sandbox_binding *binding, int64_t now)
{
	sandbox_registration_set_id(order);
	sandbox_text_set(&order->client_id, binding->client_id);
	order->merchant = merchant->id;
	order->state = SANDBOX_CREATED;
	order->action_code = SANDBOX_ACTION_NO_PAYMENT_YET;
	order->eci = SANDBOX_ECI_WITHOUT_3DS;
	order->unattended = 1;
	sandbox_pay_keep_binding_way(order, binding);
	order->created_at = now;
	order->expires_at = now;
	sandbox_pay_keep_card(order, binding);
}

enum sandbox_found sandbox_charge_order(struct sandbox_store *store, const struct sandbox_merchant *merchant,
	struct sandbox_binding *binding, int64_t decline, struct sandbox_order *order, struct sandbox_operation *operation)
{
	struct sandbox_settings settings = merchant->settings;
	settings.attempts = 1;
	open_charge_order(order, merchant, binding, operation->at);
	enum sandbox_found inserted = sandbox_ledger_open(store, order);
	if (inserted != SANDBOX_FOUND) {
		return inserted;
	}
	const struct sandbox_tds_request request = {.pan_mac = binding->pan_mac, .initiated = binding->by_tds2};
	int64_t action_code = sandbox_charge_authorize(store, &settings, binding, order->amount, operation->at);
	action_code = sandbox_tds_charge(&settings, sandbox_store_key(store), &request, order, action_code);
	sandbox_operation_assign_codes(operation);
	sandbox_pay_record_attempt(order, &settings, decline, operation, action_code);
	bool paid = operation->action_code == SANDBOX_ACTION_APPROVED;
	sandbox_text_set(&order->binding, paid ? binding->id : NULL);
	bool kept = sandbox_ledger_record(store, order, operation) &&
				(!paid || sandbox_charge_count(store, binding, order->amount, operation->at));
	return kept ? SANDBOX_FOUND : SANDBOX_STORE_FAILED;
}
