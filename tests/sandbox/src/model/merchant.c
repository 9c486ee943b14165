/* The settings of a merchant, in one table. */
#include "model/merchant.h"

#include "base/signature.h"
#include "base/text.h"
#include "model/action.h"
#include "model/callback.h"
#include "model/currency.h"
#include "model/profile.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

static bool is_language(const char *text)
{
	return strlen(text) == 2 && text[0] >= 'a' && text[0] <= 'z' && text[1] >= 'a' && text[1] <= 'z';
}

static bool is_signature_key(const char *text)
{
	return text[0] == '\0' || sandbox_public_key_valid(text);
}

static bool is_any_text(const char *text)
{
	return sandbox_text_length(text, strlen(text)) >= 0;
}

/* clang-format off: one row a line */
#define NUMBER(name, member, least, most) \
	{ \
		name, offsetof(struct sandbox_settings, member), 0, NULL, false, least, most \
	}
#define FLAG(name, member) NUMBER(name, member, 0, 1)
#define TEXT_ROW(name, member, valid, secret) \
	{ \
		name, offsetof(struct sandbox_settings, member), sizeof(((struct sandbox_settings *)0)->member), valid, \
			secret, 0, 0 \
	}
#define TEXT(name, member, valid)   TEXT_ROW(name, member, valid, false)
#define SECRET(name, member, valid) TEXT_ROW(name, member, valid, true)
static const struct setting {
	const char *name;
	size_t offset;
	size_t text_size; /* 0: a number */
	bool (*valid)(const char *text);
	bool secret; /* never shown */
	int64_t least, most;
} setting_table[] = {
	NUMBER("attempts", attempts, 1, 99),
	NUMBER("depositLimitPercent", deposit_limit_percent, 0, 1000),
	NUMBER("depositMinimum", deposit_minimum, 0, INT64_C(999999999999)),
	FLAG("multipleDeposits", multiple_deposits),
	FLAG("partialReversal", partial_reversal),
	FLAG("reverseDeposited", reverse_deposited),
	FLAG("reverseReturnsToApproved", reverse_to_approved),
	FLAG("reverseSameDay", reverse_same_day),
	FLAG("failedReversalIsFinal", failed_reversal_final),
	NUMBER("autoCompletionHours", auto_completion_hours, 0, 87600),
	NUMBER("autoReverseHours", auto_reverse_hours, 0, 87600),
	FLAG("verify", verify),
	FLAG("autoPayment", auto_payment),
	FLAG("instantRefund", instant_refund),
	FLAG("bindings", bindings),
	FLAG("forceCreateBinding", force_create_binding),
	FLAG("createBindingNoPayment", binding_no_payment),
	FLAG("bindingWithoutCvc", binding_without_cvc),
	FLAG("industryPractice", industry_practice),
	FLAG("threeDSecure", three_d_secure),
	NUMBER("ownMpi", own_mpi, 0, 2),
	NUMBER("acsTimeoutActionCode", acs_timeout_action_code, -99999, 99999),
	TEXT("termUrl", term_url, sandbox_callback_address_valid),
	NUMBER("receiptSecs", receipt_secs, 0, 86400),
	FLAG("receiptErrors", receipt_errors),
	FLAG("depositAmountMandatory", deposit_amount_mandatory),
	FLAG("completionCodeNumber", completion_code_number),
	NUMBER("inputActionCode", input_action_code, 1, 99999),
	FLAG("strict", strict),
	FLAG("magicAmounts", magic_amounts),
	NUMBER("statusVersion", status_version, 1, 46),
	NUMBER("sessionTimeoutSecs", session_timeout_secs, 1, 999999999),
	NUMBER("utcOffsetMinutes", utc_offset_minutes, -720, 840),
	TEXT("currency", currency, sandbox_currency_known),
	TEXT("language", language, is_language),
	TEXT("bank", bank, sandbox_profile_known),
	TEXT("signatureKey", signature_key, is_signature_key),
	TEXT("callbackAddress", callback_address, sandbox_callback_address_valid),
	TEXT("callbackMethod", callback_method, sandbox_callback_method_valid),
	TEXT("callbackType", callback_type, sandbox_callback_type_valid),
	TEXT("callbackSigning", callback_signing, sandbox_callback_signing_valid),
	SECRET("callbackSecret", callback_secret, is_any_text),
	TEXT("callbackOperations", callback_operations, sandbox_callback_operations_valid),
	TEXT("callbackParameters", callback_parameters, sandbox_callback_parameters_valid),
	SECRET("callbackHeaders", callback_headers, sandbox_callback_headers_valid),
	FLAG("callbackEnabled", callback_enabled),
	NUMBER("callbackTries", callback_tries, 1, 100),
	NUMBER("callbackTrySecs", callback_try_secs, 0, 86400),
	NUMBER("callbackDelaySecs", callback_delay_secs, 0, 86400),
	NUMBER("callbackRepeat", callback_repeat, 1, 10),
	FLAG("callbackEncodeTwice", callback_encode_twice),
	FLAG("callbackTextStatus", callback_text_status),
};
#undef NUMBER
#undef FLAG
#undef TEXT_ROW
#undef TEXT
#undef SECRET
/* clang-format on */
#define SETTINGS (sizeof setting_table / sizeof *setting_table)

static const char *default_bank = "default";
static bool strict_by_default;

void sandbox_settings_start_with(const char *bank, bool strict)
{
	default_bank = bank;
	strict_by_default = strict;
}

/* Those of no bank. */
static struct sandbox_settings built_in_settings(void)
{
	return (struct sandbox_settings){
		.attempts = 1,
		.partial_reversal = 1,
		.reverse_same_day = 1,
		.failed_reversal_final = 1,
		.verify = 1,
		.auto_payment = 1,
		.instant_refund = 1,
		.bindings = 1,
		.force_create_binding = 1,
		.binding_no_payment = 1,
		.binding_without_cvc = 1,
		.industry_practice = 1,
		.own_mpi = 2,
		.acs_timeout_action_code = SANDBOX_ACTION_TIME_IS_OVER,
		.input_action_code = SANDBOX_ACTION_INPUT,
		.strict = strict_by_default,
		.magic_amounts = !strict_by_default,
		.status_version = 46,
		.session_timeout_secs = 1200,
		.currency = "643",
		.language = "en",
		.bank = "default",
		.callback_enabled = 1,
		.callback_method = "GET",
		.callback_type = "DYNAMIC",
		.callback_signing = "hmac",
		.callback_secret = "test_user_callback_secret",
		.callback_operations = "approved,deposited,reversed,refunded,declinedByTimeout,declinedCardPresent,"
							   "bindingCreated,bindingActivityChanged",
		.callback_tries = 3,
		.callback_try_secs = 30,
		.callback_repeat = 1,
	};
}

static struct json_object *describe_setting(const struct setting *setting, const char *member, bool masked)
{
	if (setting->text_size) {
		return json_object_new_string(masked && setting->secret && member[0] ? "***" : member);
	}
	int64_t number;
	memcpy(&number, member, sizeof number);
	return json_object_new_int64(number);
}

static struct json_object *describe_settings(const struct sandbox_settings *settings, bool masked)
{
	struct json_object *object = json_object_new_object();
	for (size_t i = 0; i < SETTINGS; i++) {
		const char *member = (const char *)settings + setting_table[i].offset;
		json_object_object_add(object, setting_table[i].name, describe_setting(&setting_table[i], member, masked));
	}
	return object;
}

char *sandbox_settings_write(const struct sandbox_settings *settings)
{
	return sandbox_json_into_text(describe_settings(settings, false));
}

struct json_object *sandbox_settings_show(const struct sandbox_settings *settings)
{
	return describe_settings(settings, true);
}

bool sandbox_settings_read(struct sandbox_settings *settings, const char *json)
{
	struct json_object *object = json_tokener_parse(json);
	if (!json_object_is_type(object, json_type_object)) {
		json_object_put(object);
		return false;
	}
	for (size_t i = 0; i < SETTINGS; i++) {
		struct json_object *value;
		if (!json_object_object_get_ex(object, setting_table[i].name, &value)) {
			continue;
		}
		char *member = (char *)settings + setting_table[i].offset;
		if (setting_table[i].text_size) {
			snprintf(member, setting_table[i].text_size, "%s", json_object_get_string(value));
			continue;
		}
		int64_t number = json_object_get_int64(value);
		memcpy(member, &number, sizeof number);
	}
	json_object_put(object);
	return true;
}

static const struct setting *find_setting(const char *name)
{
	for (size_t i = 0; i < SETTINGS; i++) {
		if (strcmp(setting_table[i].name, name) == 0) {
			return &setting_table[i];
		}
	}
	return NULL;
}

static bool parse_setting_number(const struct setting *setting, const char *value, int64_t *number)
{
	bool negative = value[0] == '-';
	*number = sandbox_text_integer(value + negative);
	if (*number < 0) {
		return false;
	}
	*number = negative ? -*number : *number;
	return *number >= setting->least && *number <= setting->most;
}

static enum sandbox_setting_result write_setting(
	struct sandbox_settings *settings, const struct setting *setting, const char *value)
{
	char *member = (char *)settings + setting->offset;
	int64_t number;
	if (setting->text_size) {
		bool right = strlen(value) < setting->text_size && setting->valid(value);
		if (right) {
			snprintf(member, setting->text_size, "%s", value);
		}
		return right ? SANDBOX_SETTING_DONE : SANDBOX_SETTING_WRONG;
	}
	if (!parse_setting_number(setting, value, &number)) {
		return SANDBOX_SETTING_WRONG;
	}
	memcpy(member, &number, sizeof number);
	return SANDBOX_SETTING_DONE;
}

/* What any profile changes is that of this one, or as built in. */
static void apply_profile(struct sandbox_settings *settings, const char *bank)
{
	const struct sandbox_settings built_in = built_in_settings();
	const struct sandbox_profile_setting *row;
	for (row = sandbox_profile_settings; row->bank; row++) {
		const struct setting *setting = find_setting(row->setting);
		size_t size = setting->text_size ? setting->text_size : sizeof(int64_t);
		memcpy((char *)settings + setting->offset, (const char *)&built_in + setting->offset, size);
	}
	for (row = sandbox_profile_settings; row->bank; row++) {
		if (strcmp(row->bank, bank) == 0) {
			write_setting(settings, find_setting(row->setting), row->value);
		}
	}
}

struct sandbox_settings sandbox_settings_default(void)
{
	struct sandbox_settings settings = built_in_settings();
	sandbox_setting_write(&settings, "bank", default_bank);
	return settings;
}

enum sandbox_setting_result sandbox_setting_write(
	struct sandbox_settings *settings, const char *name, const char *value)
{
	const struct setting *setting = find_setting(name);
	if (!setting) {
		return SANDBOX_SETTING_UNKNOWN;
	}
	enum sandbox_setting_result result = write_setting(settings, setting, value);
	if (result == SANDBOX_SETTING_DONE && strcmp(name, "bank") == 0) {
		apply_profile(settings, value);
	}
	return result;
}

bool sandbox_setting_bounds(const char *name, int64_t *least, int64_t *most)
{
	const struct setting *setting = find_setting(name);
	if (!setting || setting->text_size) {
		return false;
	}
	*least = setting->least;
	*most = setting->most;
	return true;
}

const char *sandbox_settings_conflict(const struct sandbox_settings *settings)
{
	return settings->auto_completion_hours && settings->auto_reverse_hours ? "autoReverseHours" : NULL;
}

bool sandbox_merchant_token_valid(const char *token)
{
	size_t size = 0;
	while (token[size] > ' ' && token[size] <= '~') {
		size++;
	}
	return token[size] == '\0' && size >= 1 && size <= 256;
}

void sandbox_merchant_set_token(
	struct sandbox_merchant *merchant, const unsigned char key[SANDBOX_KEY_SIZE], const char *token)
{
	merchant->token_mac[0] = merchant->token_hint[0] = '\0';
	if (token[0]) {
		sandbox_mac(key, token, merchant->token_mac);
		sandbox_secret_hint(token, merchant->token_hint);
	}
}
