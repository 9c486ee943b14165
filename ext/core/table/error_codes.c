/* The meanings of errorCodes: the tables of the documentation for each kind of method, and the common one. */
#include "error_codes.h"

const struct pgw_meaning pgw_registration_codes[] = {
	{1, PGW_ERROR_DUPLICATE_ORDER, "the order number is already registered, or is wrong"},
	{2, PGW_ERROR_BINDING, "the binding is unknown or inactive"},
	{3, PGW_ERROR_INVALID_REQUEST, "the currency is unknown or not allowed"},
	{4, PGW_ERROR_INVALID_REQUEST, "a mandatory parameter is empty, or the return URL is invalid"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, the password must be changed, or a value is wrong"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{8, PGW_ERROR_INVALID_REQUEST, "the cart does not match the order"},
	{12, PGW_ERROR_INVALID_REQUEST, "the amount is empty"},
	{13, PGW_ERROR_INVALID_REQUEST, "the features exclude each other, or the merchant has no right to one"},
	{14, PGW_ERROR_INVALID_REQUEST, "a feature is unknown"},
	{.code = 0},
};

const struct pgw_meaning pgw_management_codes[] = {
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, the password must be changed, or the amount is wrong"},
	{6, PGW_ERROR_ORDER_NOT_FOUND, "the order is unknown"},
	{7, PGW_ERROR_INVALID_STATE, "the order's state or sums do not allow it, or a system error"},
	{.code = 0},
};

const struct pgw_meaning pgw_instant_refund_codes[] = {
	{1, PGW_ERROR_DUPLICATE_ORDER, "the order number is already registered, or is wrong"},
	{2, PGW_ERROR_DECLINED, "the card's issuer declined, or the binding is missing or inactive"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, the merchant has no right to it, or a value is wrong"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{.code = 0},
};

const struct pgw_meaning pgw_decline_codes[] = {
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, or the order's state does not allow it"},
	{6, PGW_ERROR_ORDER_NOT_FOUND, "the order is unknown"},
	{7, PGW_ERROR_INVALID_STATE, "the order's state does not allow it, or a system error"},
	{.code = 0},
};

const struct pgw_meaning pgw_status_codes[] = {
	{1, PGW_ERROR_INVALID_REQUEST, "neither orderId nor orderNumber was given"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, or the password must be changed"},
	{6, PGW_ERROR_ORDER_NOT_FOUND, "the order is unknown"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{.code = 0},
};

const struct pgw_meaning pgw_payment_codes[] = {
	{1, PGW_ERROR_INVALID_REQUEST, "a mandatory parameter is missing or invalid"},
	{2, PGW_ERROR_DECLINED, "the order was declined"},
	{3, PGW_ERROR_ORDER_NOT_FOUND, "the order is unknown"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, or a value is wrong"},
	{6, PGW_ERROR_ORDER_NOT_FOUND, "the order is unknown"},
	{7, PGW_ERROR_INVALID_STATE, "the order's state does not allow a payment, or a system error"},
	{.code = 0},
};

const struct pgw_meaning pgw_bindings_codes[] = {
	{1, PGW_ERROR_INVALID_REQUEST, "clientId is empty, or neither a card nor a binding was named"},
	{2, PGW_ERROR_BINDING, "no binding was found"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, or the password must be changed"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{.code = 0},
};

const struct pgw_meaning pgw_old_status_codes[] = {
	{2, PGW_ERROR_DECLINED, "the order was declined because of an error in the payment data"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, the password must be changed, or orderId is empty"},
	{6, PGW_ERROR_ORDER_NOT_FOUND, "the order is unknown"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{.code = 0},
};

/* Sberbank returns 5 for both a wrong password and a wrong state; when money is moved, the state is more likely. */
const struct pgw_meaning pgw_sberbank_management_codes[] = {
	{5, PGW_ERROR_INVALID_STATE, "the order's state or sums do not allow it, or access is denied"},
	{6, PGW_ERROR_ORDER_NOT_FOUND, "the order is unknown"},
	{7, PGW_ERROR_INVALID_STATE,
		"the refund is more than was charged, no successful preauthorisation was found, or a system error"},
	{8, PGW_ERROR_INVALID_REQUEST, "the cart does not match the order"},
	{.code = 0},
};

const struct pgw_meaning pgw_sberbank_payment_codes[] = {
	{1, PGW_ERROR_INVALID_REQUEST, "a mandatory parameter is missing or invalid"},
	{2, PGW_ERROR_DECLINED, "the order was declined"},
	{5, PGW_ERROR_INVALID_STATE,
		"the order's state does not allow a payment, its attempts are used up, or access is denied"},
	{6, PGW_ERROR_ORDER_NOT_FOUND, "the order is unknown"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{.code = 0},
};

const struct pgw_meaning pgw_binding_payment_codes[] = {
	{1, PGW_ERROR_INVALID_REQUEST, "a mandatory parameter is empty, or the order cannot be paid with this binding"},
	{2, PGW_ERROR_BINDING, "the binding is unknown or inactive"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, or a value is wrong"},
	{6, PGW_ERROR_ORDER_NOT_FOUND, "the order is unknown"},
	{7, PGW_ERROR_INVALID_STATE, "the order's state does not allow a payment, or a system error"},
	{.code = 0},
};

const struct pgw_meaning pgw_binding_codes[] = {
	{1, PGW_ERROR_INVALID_REQUEST, "a mandatory parameter is empty or wrong"},
	{2, PGW_ERROR_BINDING, "the binding is unknown, or its state does not allow it"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, or the password must be changed"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{.code = 0},
};

const struct pgw_meaning pgw_create_binding_codes[] = {
	{1, PGW_ERROR_INVALID_REQUEST,
		"the card's data are wrong, the binding exists, access is denied, or a system error"},
	{2, PGW_ERROR_BINDING, "the binding exists"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, or the password must be changed"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{.code = 0},
};

/* The order is registered and paid at once: the codes of both. */
const struct pgw_meaning pgw_instant_payment_codes[] = {
	{1, PGW_ERROR_DUPLICATE_ORDER, "the order number is already registered, or is wrong"},
	{2, PGW_ERROR_DECLINED, "the payment was declined, or the binding is unknown or inactive"},
	{3, PGW_ERROR_INVALID_REQUEST, "the currency is unknown or not allowed"},
	{4, PGW_ERROR_INVALID_REQUEST, "a mandatory parameter is empty, or the return URL is invalid"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, the password must be changed, or a value is wrong"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{8, PGW_ERROR_INVALID_REQUEST, "the cart does not match the order"},
	{13, PGW_ERROR_INVALID_REQUEST, "the features exclude each other, or the merchant has no right to one"},
	{14, PGW_ERROR_INVALID_REQUEST, "a feature is unknown"},
	{.code = 0},
};

/*
 * Its flat reply suggests the codes of a registration, its parameters those of recurrentPayment: the documentation does
 * not say which.
 */
const struct pgw_meaning pgw_charge_codes[] = {
	{1, PGW_ERROR_DUPLICATE_ORDER, "the order number is already registered, or is wrong"},
	{2, PGW_ERROR_BINDING, "the binding is unknown or inactive"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, the password must be changed, or a value is wrong"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{10, PGW_ERROR_DUPLICATE_ORDER, "the order number is already registered, or a value is wrong: ask the status"},
	{.code = 0},
};

/* For a known order number register returns 1, this method 10. */
const struct pgw_meaning pgw_recurrent_codes[] = {
	{1, PGW_ERROR_DECLINED, "there is not enough money, or the payment's data are wrong"},
	{2, PGW_ERROR_BINDING, "the binding is unknown or inactive"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, or a value is wrong"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{10, PGW_ERROR_DUPLICATE_ORDER, "the order number is already registered, or a value is wrong: ask the status"},
	{.code = 0},
};

const struct pgw_meaning pgw_wallet_codes[] = {
	{1, PGW_ERROR_DECLINED, "there is not enough money, or the payment's data are wrong"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{10, PGW_ERROR_INVALID_REQUEST, "a parameter's value is wrong, or the payment cannot be processed"},
	{.code = 0},
};

const struct pgw_meaning pgw_enrollment_codes[] = {
	{1, PGW_ERROR_INVALID_REQUEST, "the card number is empty"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, or a value is wrong"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{.code = 0},
};

/* No errorCodes are published for recurring tasks: their replies have a word instead. */
const struct pgw_meaning pgw_task_codes[] = {{.code = 0}};

const struct pgw_meaning pgw_last_orders_codes[] = {
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, a mandatory parameter is empty, or transactionStates is wrong"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{10, PGW_ERROR_INVALID_REQUEST, "size is too large, or the account may not see a merchant"},
	{.code = 0},
};

const struct pgw_meaning pgw_ssl_card_list_codes[] = {
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, or the order is unknown or has no card"},
	{6, PGW_ERROR_INVALID_STATE, "the card is in the list already"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{.code = 0},
};

/* A decline has errorCode 5 as well, but also the bank's actionCode; see PGW_ACTION_TELLS. */
const struct pgw_meaning pgw_industry_practice_codes[] = {
	{1, PGW_ERROR_DUPLICATE_ORDER, "the order number is already registered, or is wrong"},
	{5, PGW_ERROR_INVALID_STATE, "the original order does not allow it, a value is wrong, or access is denied"},
	{6, PGW_ERROR_ORDER_NOT_FOUND, "the original order is unknown"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{.code = 0},
};

static const struct pgw_meaning common_codes[] = {
	{3, PGW_ERROR_INVALID_REQUEST, "unknown currency"},
	{4, PGW_ERROR_INVALID_REQUEST, "a mandatory parameter is missing"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, or a value is wrong"},
	{6, PGW_ERROR_ORDER_NOT_FOUND, "the order is unknown"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{8, PGW_ERROR_INVALID_REQUEST, "the cart does not match"},
	{10, PGW_ERROR_INVALID_REQUEST, "a parameter's value is wrong"},
	{13, PGW_ERROR_INVALID_REQUEST, "a feature or a permission conflicts"},
	{14, PGW_ERROR_INVALID_REQUEST, "a feature is wrong"},
	{15, PGW_ERROR_BINDING, "the payer deactivated the binding"},
	{0, PGW_ERROR_GATEWAY, "the gateway refused the call"},
};

/* The meaning of the code, or the element that ends the array. */
static const struct pgw_meaning *find_meaning(const struct pgw_meaning *meaning, int64_t code)
{
	while (meaning->code && meaning->code != code) {
		meaning++;
	}
	return meaning;
}

const struct pgw_meaning *pgw_error_code_meaning(const struct pgw_wire *wire, int64_t code)
{
	const struct pgw_meaning *own = wire ? find_meaning(wire->meanings, code) : NULL;

	return own && own->code ? own : find_meaning(common_codes, code);
}
