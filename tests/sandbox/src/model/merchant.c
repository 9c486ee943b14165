/* The settings of a merchant, in one table. */
#include "model/merchant.h"

#include "base/text.h"
#include "model/currency.h"

#include <json-c/json.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* clang-format off: one row a line */
#define NUMBER(name, member, least, most) \
	{ \
		name, offsetof(struct sandbox_settings, member), 0, least, most \
	}
#define FLAG(name, member) NUMBER(name, member, 0, 1)
#define TEXT(name, member) \
	{ \
		name, offsetof(struct sandbox_settings, member), sizeof(((struct sandbox_settings *)0)->member), 0, 0 \
	}
static const struct setting {
	const char *name;
	size_t offset;
	size_t text_size; /* 0: a number */
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
	NUMBER("receiptSecs", receipt_secs, 0, 86400),
	FLAG("receiptErrors", receipt_errors),
	FLAG("strict", strict),
	NUMBER("statusVersion", status_version, 1, 46),
	NUMBER("sessionTimeoutSecs", session_timeout_secs, 1, 999999999),
	NUMBER("utcOffsetMinutes", utc_offset_minutes, -720, 840),
	TEXT("currency", currency),
	TEXT("language", language),
};
#undef NUMBER
#undef FLAG
#undef TEXT
/* clang-format on */
#define SETTINGS (sizeof setting_table / sizeof *setting_table)

static bool strict_by_default;

void sandbox_settings_strict_by_default(bool strict)
{
	strict_by_default = strict;
}

struct sandbox_settings sandbox_settings_default(void)
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
		.strict = strict_by_default,
		.status_version = 46,
		.session_timeout_secs = 1200,
		.currency = "643",
		.language = "en",
	};
}

char *sandbox_settings_write(const struct sandbox_settings *settings)
{
	struct json_object *object = json_object_new_object();
	for (size_t i = 0; i < SETTINGS; i++) {
		const char *member = (const char *)settings + setting_table[i].offset;
		int64_t number = 0;
		if (setting_table[i].text_size == 0) {
			memcpy(&number, member, sizeof number);
		}
		json_object_object_add(object, setting_table[i].name,
			setting_table[i].text_size ? json_object_new_string(member) : json_object_new_int64(number));
	}
	char *text = sandbox_text_copy(json_object_to_json_string(object));
	json_object_put(object);
	return text;
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

static bool is_language(const char *text)
{
	return strlen(text) == 2 && text[0] >= 'a' && text[0] <= 'z' && text[1] >= 'a' && text[1] <= 'z';
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

enum sandbox_setting_result sandbox_setting_write(
	struct sandbox_settings *settings, const char *name, const char *value)
{
	const struct setting *setting = find_setting(name);
	int64_t number;
	if (!setting) {
		return SANDBOX_SETTING_UNKNOWN;
	}
	char *member = (char *)settings + setting->offset;
	if (setting->text_size) {
		bool right = strcmp(name, "currency") == 0 ? sandbox_currency_known(value) : is_language(value);
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

const char *sandbox_settings_conflict(const struct sandbox_settings *settings)
{
	return settings->auto_completion_hours && settings->auto_reverse_hours ? "autoReverseHours" : NULL;
}
