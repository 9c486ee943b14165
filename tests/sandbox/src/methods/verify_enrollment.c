/* verifyEnrollment.do: whether a card takes part in 3-D Secure. */
#include "methods/handlers.h"

#include "call/call.h"
#include "model/card.h"

/* An issuer that takes no part in the attempt has not enrolled the card. */
static const char *enrolled(enum sandbox_tds_kind kind)
{
	if (kind == SANDBOX_TDS1_UNREACHABLE) {
		return "U";
	}
	return kind == SANDBOX_TDS_NONE || kind == SANDBOX_TDS_ATTEMPT ? "N" : "Y";
}

void sandbox_handle_verify_enrollment(struct sandbox_call *call)
{
	char mac[SANDBOX_MAC_SIZE];
	const unsigned char *key = sandbox_store_key(call->store);
	const char *pan = sandbox_call_text(call, "pan");
	if (!sandbox_card_number_valid(pan)) {
		sandbox_call_wrong(call, "pan");
		return;
	}
	sandbox_mac(key, pan, mac);
	struct json_object *json = sandbox_call_answer(call, 0, "Success");
	sandbox_json_text(json, "enrolled", enrolled(sandbox_card_tds(key, mac)));
	sandbox_json_text(json, "emitterName", "UNKNOWN");
	sandbox_json_text(json, "emitterCountryCode", "<unknown>");
}
