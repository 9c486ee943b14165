/* Stored cards. */
#include "model/binding.h"

#include "base/clock.h"
#include "base/text.h"

#include <stdio.h>

#define MINUTE INT64_C(60000)

const char *const sandbox_binding_names[SANDBOX_BINDING_TYPES] = {
	[SANDBOX_BINDING_COMMON] = "COMMON",
	[SANDBOX_BINDING_RECURRENT] = "RECURRENT",
	[SANDBOX_BINDING_INSTALLMENT] = "INSTALLMENT",
};

int64_t sandbox_binding_month(const struct sandbox_settings *settings, int64_t now)
{
	return sandbox_clock_month(now + settings->utc_offset_minutes * MINUTE);
}

bool sandbox_binding_expired(
	const struct sandbox_binding *binding, const struct sandbox_settings *settings, int64_t now)
{
	return binding->expiry < sandbox_binding_month(settings, now);
}

bool sandbox_binding_usable(
	const struct sandbox_binding *binding, const char *client_id, const struct sandbox_settings *settings, int64_t now)
{
	return binding->active && !sandbox_binding_expired(binding, settings, now) &&
		   sandbox_text_equal(binding->client_id, client_id);
}

enum sandbox_binding_type sandbox_binding_type_of(char letter)
{
	for (int type = 0; type < SANDBOX_BINDING_TYPES; type++) {
		if (sandbox_binding_names[type][0] == letter) {
			return (enum sandbox_binding_type)type;
		}
	}
	return SANDBOX_BINDING_TYPES;
}

void sandbox_binding_set_card(struct sandbox_binding *binding, const unsigned char key[SANDBOX_KEY_SIZE],
	const struct sandbox_card *card, const char *cardholder, int64_t month)
{
	sandbox_card_mask(card->pan, binding->masked_pan);
	sandbox_mac(key, card->pan, binding->pan_mac);
	snprintf(binding->payment_system, sizeof binding->payment_system, "%s", sandbox_card_system(card->pan));
	snprintf(binding->cardholder, sizeof binding->cardholder, "%s", cardholder ? cardholder : "");
	binding->expiry = card->expiry;
	binding->card_right = sandbox_card_expiry_right(card, month);
}

int64_t sandbox_binding_authorize(
	const struct sandbox_binding *binding, const unsigned char key[SANDBOX_KEY_SIZE], const char *cvc, int64_t amount)
{
	struct sandbox_stored_card card = {.pan_mac = binding->pan_mac, .cvc = cvc, .right = binding->card_right};
	return sandbox_card_authorize_stored(key, &card, amount);
}
