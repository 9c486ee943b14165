/* What the gateway says about each action code. */
#include "model/action.h"

#include <stddef.h>

#define PROCEEDED    "Your order is proceeded, redirecting..."
#define CHECK_DATA   "Operation declined. Please check the data and available balance of the account."
#define CALL_ISSUER  "Operation declined. Please contact the bank that issued the card."
#define CALL_SHOP    "Operation declined. Please contact the merchant."
#define NO_IDENTITY  "Operation is impossible. Cardholder authentication finished unsuccessfully."
#define NO_BANK      "No connection with the bank. Please try later."
#define TIME_IS_OVER "Time for entering the payment data is over."
#define CLIENT       "DATA_INPUT_ERROR", "CLIENT_ERROR"
#define TDS          "TDS_UNKNOWN_ARES_STATUS", "MANDATORY_3DSECURE"

static const struct sandbox_action actions[] = {
	{SANDBOX_ACTION_APPROVED, "", PROCEEDED, NULL, NULL},
	{SANDBOX_ACTION_NO_PAYMENT_YET, "", "", NULL, NULL},
	{SANDBOX_ACTION_3DS_FAILED, "3DSec decline", NO_IDENTITY, TDS},
	{SANDBOX_ACTION_TIME_IS_OVER, "Payment time limit", TIME_IS_OVER, NULL, NULL},
	{SANDBOX_ACTION_ACS_TIME_IS_OVER, "Payment time limit", TIME_IS_OVER, NULL, NULL},
	{SANDBOX_ACTION_TDS_NOT_FULL, "status not Y", NO_IDENTITY, TDS},
	{SANDBOX_ACTION_CHALLENGE_FAILED, "Declined with RReq", NO_IDENTITY, TDS},
	{SANDBOX_ACTION_STARTED, "Started", "", NULL, NULL},
	{SANDBOX_ACTION_SSL_RESTRICTED, "SSL restricted", CALL_SHOP, TDS},
	{SANDBOX_ACTION_NO_SUBSCRIPTION, "SBP subscription not found", CALL_SHOP, CLIENT},
	{SANDBOX_ACTION_LIMIT, "BLOCKED_BY_LIMIT", CALL_SHOP, CLIENT},
	{SANDBOX_ACTION_REFUSED, "Unable to process", CALL_ISSUER, CLIENT},
	{SANDBOX_ACTION_EXPIRED_CARD, "Expired card", CHECK_DATA, CLIENT},
	{SANDBOX_ACTION_NO_CARD_RECORD, "No card record", CHECK_DATA, CLIENT},
	{SANDBOX_ACTION_NO_MONEY, "Not enough money", CHECK_DATA, CLIENT},
	{SANDBOX_ACTION_FORMAT, "Format error", CALL_ISSUER, CLIENT},
	{SANDBOX_ACTION_3DS_COMMUNICATION, "3DSec comm error", NO_BANK, TDS},
	{SANDBOX_ACTION_INPUT, "Decline. Input error", CHECK_DATA, CLIENT},
	{SANDBOX_ACTION_INPUT_UNPREFIXED, "Input error", CHECK_DATA, CLIENT},
};

const struct sandbox_action *sandbox_action_find(int64_t code)
{
	static const struct sandbox_action general = {1014, "General Error", CALL_SHOP, CLIENT};
	for (size_t i = 0; i < sizeof actions / sizeof *actions; i++) {
		if (actions[i].code == code) {
			return &actions[i];
		}
	}
	return &general;
}
