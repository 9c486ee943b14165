#include "merchant.h"

#include "text.h"

#include <json-c/json.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

static const struct setting {
	const char *name;
	size_t offset;
	size_t text_size; /* 0: a number */
} settings_table[] = {
#define NUMBER(name, member) \
	{ \
		name, offsetof(struct sandbox_settings, member), 0 \
	}
#define TEXT(name, member) \
	{ \
		name, offsetof(struct sandbox_settings, member), sizeof(((struct sandbox_settings *)0)->member) \
	}
	NUMBER("attempts", attempts),
	NUMBER("depositLimitPercent", deposit_limit_percent),
	NUMBER("multipleDeposits", multiple_deposits),
	NUMBER("partialReversal", partial_reversal),
	NUMBER("reverseDeposited", reverse_deposited),
	NUMBER("verify", verify),
	NUMBER("autoPayment", auto_payment),
	NUMBER("statusVersion", status_version),
	NUMBER("sessionTimeoutSecs", session_timeout_secs),
	NUMBER("utcOffsetMinutes", utc_offset_minutes),
	TEXT("currency", currency),
	TEXT("language", language),
#undef NUMBER
#undef TEXT
};
#define SETTINGS (sizeof settings_table / sizeof *settings_table)

struct sandbox_settings sandbox_settings_default(void)
{
	return (struct sandbox_settings){
		.attempts = 1,
		.partial_reversal = 1,
		.verify = 1,
		.auto_payment = 1,
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
		const char *member = (const char *)settings + settings_table[i].offset;
		int64_t number = 0;
		if (settings_table[i].text_size == 0) {
			memcpy(&number, member, sizeof number);
		}
		json_object_object_add(object, settings_table[i].name,
			settings_table[i].text_size ? json_object_new_string(member) : json_object_new_int64(number));
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
		if (!json_object_object_get_ex(object, settings_table[i].name, &value)) {
			continue;
		}
		char *member = (char *)settings + settings_table[i].offset;
		if (settings_table[i].text_size) {
			snprintf(member, settings_table[i].text_size, "%s", json_object_get_string(value));
			continue;
		}
		int64_t number = json_object_get_int64(value);
		memcpy(member, &number, sizeof number);
	}
	json_object_put(object);
	return true;
}
