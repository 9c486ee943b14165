/* seToken: encrypted card data. */
#include "payment/se_token.h"

#include "base/base64.h"
#include "base/clock.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define PARAMETER      "seToken"
#define SEPARATOR      '/'
#define TIMESTAMP_SIZE 25 /* yyyy-MM-ddTHH:mm:ss+hh:mm */
#define OLDEST         INT64_C(3600000)
#define NEWEST         INT64_C(300000)
#define UUID_FORM      "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh"
#define HEX            "0123456789abcdefABCDEF"

/* Parameters that must not be given beside a token. */
static const char *const replaced[] = {"$PAN", "$CVC", "YYYY", "MM", "$EXPIRY", "pan", "cvc", "expiry"};

static bool decrypt_token(const struct sandbox_call *call, char plain[SANDBOX_PLAIN_SIZE + 1])
{
	size_t size;
	unsigned char *bytes = sandbox_base64_decode(sandbox_call_text(call, PARAMETER), false, &size);
	bool decrypted = bytes && sandbox_keys_decrypt(call->store, bytes, size, plain);
	free(bytes);
	return decrypted;
}

/* Splits the text at the separators. Parts at the end may be missing. */
static bool split_token(struct sandbox_se_token *token)
{
	const char *registered_from = "";
	const char **const parts[] = {&token->timestamp, &token->uuid, &token->pan, &token->cvc, &token->expiry,
		&token->order, &token->binding, &token->cardholder, &registered_from};
	size_t count = sizeof parts / sizeof *parts;
	char *from = token->plain;
	for (size_t i = 0; i < count; i++) {
		*parts[i] = from ? from : "";
		char *end = from ? strchr(from, SEPARATOR) : NULL;
		if (end) {
			*end = '\0';
		}
		from = end ? end + 1 : NULL;
	}
	return !from;
}

static bool is_uuid(const char *text)
{
	if (strlen(text) != strlen(UUID_FORM)) {
		return false;
	}
	for (size_t i = 0; text[i]; i++) {
		if (UUID_FORM[i] == '-' ? text[i] != '-' : !strchr(HEX, text[i])) {
			return false;
		}
	}
	return true;
}

static bool is_token_recent(const char *text, int64_t now)
{
	int64_t moment;
	bool right = strlen(text) == TIMESTAMP_SIZE && text[10] == 'T' && sandbox_clock_parse_any(text, 0, &moment);
	return right && moment >= now - OLDEST && moment <= now + NEWEST;
}

static bool is_digit_run(const char *text, size_t least, size_t most)
{
	size_t size = strlen(text);
	return size >= least && size <= most && sandbox_text_digits(text, size);
}

static bool has_token_card(const struct sandbox_se_token *token)
{
	return token->pan[0];
}

static bool has_token_shape(const struct sandbox_se_token *token, unsigned shapes)
{
	if (token->cvc[0] && !is_digit_run(token->cvc, 3, 3)) {
		return false;
	}
	if (has_token_card(token)) {
		return shapes & SANDBOX_SE_CARD && is_digit_run(token->pan, 13, 19) && is_digit_run(token->expiry, 6, 6) &&
			   !token->binding[0];
	}
	return shapes & SANDBOX_SE_BINDING && token->binding[0] && !token->expiry[0];
}

static bool fits_request(const struct sandbox_call *call, const struct sandbox_se_token *token, const char *order)
{
	const char *binding = sandbox_call_text(call, "bindingId");
	for (size_t i = 0; i < sizeof replaced / sizeof *replaced; i++) {
		if (sandbox_call_text(call, replaced[i])) {
			return false;
		}
	}
	bool same_binding = !binding || !token->binding[0] || sandbox_text_equal(binding, token->binding);
	return same_binding && sandbox_text_equal(token->order, order ? order : "");
}

static bool is_token_right(
	const struct sandbox_call *call, unsigned shapes, const char *order, struct sandbox_se_token *token)
{
	return decrypt_token(call, token->plain) && split_token(token) && is_token_recent(token->timestamp, call->now) &&
		   is_uuid(token->uuid) && has_token_shape(token, shapes) && fits_request(call, token, order);
}

/* A token can be used once. False after answering. */
static bool decrypt_once(
	const struct sandbox_call *call, unsigned shapes, const char *order, struct sandbox_se_token *token)
{
	if (!is_token_right(call, shapes, order, token)) {
		sandbox_call_wrong(call, PARAMETER);
		return false;
	}
	sandbox_store_lock(call->store);
	enum sandbox_found used = sandbox_store_use_uuid(call->store, token->uuid);
	sandbox_store_unlock(call->store);
	if (used == SANDBOX_STORE_FAILED) {
		sandbox_call_system_error(call);
	} else if (used == SANDBOX_NOT_FOUND) {
		sandbox_call_wrong(call, PARAMETER);
	}
	return used == SANDBOX_FOUND;
}

/* False after answering what is wrong with the card. */
static bool fill_attempt(
	const struct sandbox_call *call, const struct sandbox_se_token *token, struct sandbox_attempt *attempt)
{
	attempt->card.cvc = token->cvc[0] ? token->cvc : NULL;
	if (token->cardholder[0] && !attempt->cardholder) {
		attempt->cardholder = token->cardholder;
	}
	if (!has_token_card(token)) {
		attempt->binding_id = token->binding;
		return true;
	}
	attempt->card.pan = token->pan;
	attempt->card.expiry = sandbox_text_integer(token->expiry);
	return sandbox_attempt_check_card(call, &attempt->card, PARAMETER);
}

bool sandbox_se_token_apply(const struct sandbox_call *call, unsigned shapes, const char *order,
	struct sandbox_se_token *token, struct sandbox_attempt *attempt)
{
	return decrypt_once(call, shapes, order, token) && fill_attempt(call, token, attempt);
}
