/* Payment tokens of Apple, Google, Samsung and Mir Pay. */
#include "payment/wallet.h"

#include "base/base64.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/secret.h"
#include "base/strict_json.h"
#include "base/text.h"
#include "payment/attempt.h"
#include "payment/wallet_shapes.h"
#include "request/object_check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CENTURY       2000
#define JWE_PARTS     5
#define JWE_ENCRYPTED 3
#define NO_3DS        "PAN_ONLY"

/* Parses a JSON object of that shape; NULL if it is not. The caller frees it. */
static struct json_object *parse_shaped(const char *text, const struct sandbox_shape *shape)
{
	static const struct sandbox_codes codes = {0};
	struct sandbox_fault fault;
	struct json_object *object = text ? sandbox_strict_json_parse(text, strlen(text)) : NULL;
	if (object && !sandbox_object_check(shape, &codes, object, false, &fault)) {
		json_object_put(object);
		object = NULL;
	}
	return object;
}

/* For texts that may hold a card number. */
static void wipe_and_free(char *text)
{
	if (text) {
		sandbox_wipe(text, strlen(text));
		free(text);
	}
}

static char *decode_text(const char *text, bool url)
{
	size_t size;
	char *bytes = text ? (char *)sandbox_base64_decode(text, url, &size) : NULL;
	if (bytes && strlen(bytes) != size) {
		free(bytes);
		bytes = NULL;
	}
	return bytes;
}

static char *decode_standard(const char *token)
{
	return decode_text(token, false);
}

static char *decode_url(const char *token)
{
	return decode_text(token, true);
}

static char *unwrap_apple(const char *token)
{
	char *text = decode_text(token, false);
	struct json_object *wrapping = parse_shaped(text, &sandbox_shape_apple_wrapping);
	char *plain = decode_text(sandbox_json_member_text(wrapping, "data"), false);
	json_object_put(wrapping);
	wipe_and_free(text);
	return plain;
}

/* ECv2 has an intermediate key, ECv1 has none. */
static bool has_right_google_key(struct json_object *wrapping)
{
	bool newer = sandbox_text_equal(sandbox_json_member_text(wrapping, "protocolVersion"), "ECv2");
	return json_object_object_get_ex(wrapping, "intermediateSigningKey", NULL) == newer;
}

static char *unwrap_google(const char *token)
{
	char *text = decode_text(token, false), *plain = NULL;
	struct json_object *wrapping = parse_shaped(text, &sandbox_shape_google_wrapping);
	if (wrapping && has_right_google_key(wrapping)) {
		struct json_object *message =
			parse_shaped(sandbox_json_member_text(wrapping, "signedMessage"), &sandbox_shape_google_message);
		plain = decode_text(sandbox_json_member_text(message, "encryptedMessage"), false);
		json_object_put(message);
	}
	json_object_put(wrapping);
	wipe_and_free(text);
	return plain;
}

/* Splits a compact JWE at its points. False if the number of parts is wrong. */
static bool cut_jwe(char *text, char *parts[JWE_PARTS])
{
	size_t count = 0;
	for (char *from = text; from; count++) {
		char *point = strchr(from, '.');
		if (count == JWE_PARTS) {
			return false;
		}
		parts[count] = from;
		if (point) {
			*point = '\0';
		}
		from = point ? point + 1 : NULL;
	}
	return count == JWE_PARTS;
}

static bool is_samsung_header(const char *part)
{
	char *text = decode_text(part, true);
	struct json_object *header = parse_shaped(text, &sandbox_shape_samsung_header);
	wipe_and_free(text);
	json_object_put(header);
	return header;
}

/* 3ds.data as Samsung delivers it, which contains points, or that in Base64. */
static char *unwrap_samsung(const char *token)
{
	char *parts[JWE_PARTS], *plain = NULL;
	char *text = strchr(token, '.') ? sandbox_text_copy(token) : decode_text(token, false);
	if (text && cut_jwe(text, parts) && is_samsung_header(parts[0])) {
		plain = decode_text(parts[JWE_ENCRYPTED], true);
	}
	wipe_and_free(text);
	return plain;
}

static void copy_member(char *slot, size_t size, const char *text)
{
	snprintf(slot, size, "%s", text ? text : "");
}

#define COPY(slot, text) copy_member(slot, sizeof slot, text)

/* YYMMDD */
static bool read_apple(struct json_object *plain, int64_t now, struct sandbox_wallet_token *token)
{
	(void)now;
	COPY(token->pan, sandbox_json_member_text(plain, "applicationPrimaryAccountNumber"));
	COPY(token->amount, sandbox_json_member_text(plain, "transactionAmount"));
	COPY(token->currency, sandbox_json_member_text(plain, "currencyCode"));
	COPY(token->cardholder, sandbox_json_member_text(plain, "cardholderName"));
	int64_t date = sandbox_json_member_integer(plain, "applicationExpirationDate", 0);
	token->expiry = CENTURY * 100 + date / 100;
	token->eci = sandbox_json_member_integer(sandbox_json_member(plain, "paymentData"), "eciIndicator", 0);
	token->way = "APPLE_PAY";
	return date % 100 >= 1 && date % 100 <= 31;
}

static bool read_google(struct json_object *plain, int64_t now, struct sandbox_wallet_token *token)
{
	struct json_object *details = sandbox_json_member(plain, "paymentMethodDetails");
	int64_t expiration = sandbox_json_member_integer(plain, "messageExpiration", 0);
	bool card = sandbox_text_equal(sandbox_json_member_text(details, "authMethod"), NO_3DS);
	token->card = card;
	COPY(token->pan, sandbox_json_member_text(details, "pan"));
	token->expiry = sandbox_json_member_integer(details, "expirationYear", 0) * 100 +
					sandbox_json_member_integer(details, "expirationMonth", 0);
	token->eci = sandbox_json_member_integer(details, "eciIndicator", 0);
	token->way = card ? "GOOGLE_PAY_CARD" : "GOOGLE_PAY_TOKENIZED";
	/* A device number comes with a cryptogram, a card number without. */
	return card == !sandbox_json_member_text(details, "cryptogram") && (!expiration || expiration > now);
}

/* Converts an alphabetic currency code to the numeric one; returns any other text as it is. */
static const char *numeric_currency(const char *text)
{
	static const struct {
		const char *letters, *digits;
	} currencies[] = {
		{"AED", "784"},
		{"AMD", "051"},
		{"AZN", "944"},
		{"BYN", "933"},
		{"CNY", "156"},
		{"EUR", "978"},
		{"GBP", "826"},
		{"GEL", "981"},
		{"KGS", "417"},
		{"KZT", "398"},
		{"RUB", "643"},
		{"TJS", "972"},
		{"TRY", "949"},
		{"UAH", "980"},
		{"USD", "840"},
		{"UZS", "860"},
	};
	for (size_t i = 0; i < sizeof currencies / sizeof *currencies; i++) {
		if (strcmp(currencies[i].letters, text) == 0) {
			return currencies[i].digits;
		}
	}
	return text;
}

/* MMYY */
static bool read_samsung(struct json_object *plain, int64_t now, struct sandbox_wallet_token *token)
{
	(void)now;
	COPY(token->pan, sandbox_json_member_text(plain, "tokenPAN"));
	COPY(token->amount, sandbox_json_member_text(plain, "amount"));
	COPY(token->currency, numeric_currency(sandbox_json_member_text(plain, "currency_code")));
	COPY(token->cardholder, sandbox_json_member_text(plain, "cardholder_name"));
	int64_t date = sandbox_json_member_integer(plain, "tokenPanExpiration", 0);
	token->expiry = (CENTURY + date % 100) * 100 + date / 100;
	token->eci = sandbox_json_member_integer(plain, "eci_indicator", 0);
	token->way = "SAMSUNG_PAY";
	return true;
}

static bool read_mir(struct json_object *plain, int64_t now, struct sandbox_wallet_token *token)
{
	(void)now;
	COPY(token->pan, sandbox_json_member_text(plain, "tan"));
	token->expiry =
		(CENTURY + sandbox_json_member_integer(plain, "tey", 0)) * 100 + sandbox_json_member_integer(plain, "tem", 0);
	token->way = "MIR_PAY";
	return true;
}

const struct sandbox_wallet sandbox_wallet_apple = {
	unwrap_apple, decode_standard, &sandbox_shape_apple, read_apple, false};
const struct sandbox_wallet sandbox_wallet_google = {
	unwrap_google, decode_standard, &sandbox_shape_google, read_google, false};
const struct sandbox_wallet sandbox_wallet_samsung = {
	unwrap_samsung, decode_standard, &sandbox_shape_samsung, read_samsung, false};
/* The envelope of Mir Pay is not published. */
const struct sandbox_wallet sandbox_wallet_mir = {decode_url, decode_url, &sandbox_shape_mir, read_mir, true};

bool sandbox_wallet_token_read(const struct sandbox_wallet *wallet, bool wrapped, const char *text, int64_t now,
	struct sandbox_wallet_token *token)
{
	*token = (struct sandbox_wallet_token){.way = NULL};
	char *decoded = (wrapped ? wallet->wrapped : wallet->plain)(text);
	struct json_object *plain = parse_shaped(decoded, wallet->shape);
	bool right = plain && wallet->read(plain, now, token);
	json_object_put(plain);
	wipe_and_free(decoded);
	return right;
}
