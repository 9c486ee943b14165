/* The client's limits on charges of a stored card. */
#include "model/limits.h"

#include "base/clock.h"
#include "model/json_params.h"

#include <json-c/json.h>
#include <stddef.h>
#include <stdio.h>

#define FREQUENCY_MOST    9999
#define INSTALLMENTS_MOST 999
#define TOTAL_MOST        INT64_C(999999999999)

static bool is_limit_given(const char *json_params, const char *name)
{
	struct json_object *object = json_params ? json_tokener_parse(json_params) : NULL;
	bool given = json_object_object_get_ex(object, name, NULL);
	json_object_put(object);
	return given;
}

/* False if it is given and not from 1 to most. */
static bool read_limit(const char *json_params, const char *name, int64_t most, int64_t *value)
{
	if (!is_limit_given(json_params, name)) {
		return true;
	}
	*value = sandbox_json_params_integer(json_params, name);
	return *value >= 1 && *value <= most;
}

static bool is_calendar_day(int64_t date)
{
	char text[32];
	int64_t moment;
	snprintf(
		text, sizeof text, "%04d-%02d-%02dT00:00:00", (int)(date / 10000), (int)(date / 100 % 100), (int)(date % 100));
	return sandbox_clock_parse(text, 0, &moment);
}

bool sandbox_limits_read(struct sandbox_limits *limits, const char *json_params, bool installment,
	const struct sandbox_settings *settings, int64_t now)
{
	*limits = (struct sandbox_limits){0};
	if (!read_limit(json_params, "recurringFrequency", FREQUENCY_MOST, &limits->frequency) ||
		!read_limit(json_params, "recurringExpiry", 99991231, &limits->expiry)) {
		return false;
	}
	if (limits->expiry &&
		(!is_calendar_day(limits->expiry) || limits->expiry < sandbox_clock_date(now, settings->utc_offset_minutes))) {
		return false;
	}
	return !installment || (read_limit(json_params, "installments", INSTALLMENTS_MOST, &limits->installments) &&
							   read_limit(json_params, "totalInstallmentAmount", TOTAL_MOST, &limits->total));
}

static bool is_too_soon(const struct sandbox_limits *limits, int64_t ahead, int64_t now)
{
	return limits->frequency && limits->charged_at &&
		   sandbox_clock_day(now, ahead) - sandbox_clock_day(limits->charged_at, ahead) < limits->frequency;
}

bool sandbox_limits_allow(
	const struct sandbox_limits *limits, int64_t amount, const struct sandbox_settings *settings, int64_t now)
{
	int64_t ahead = settings->utc_offset_minutes;
	if (limits->expiry && sandbox_clock_date(now, ahead) > limits->expiry) {
		return false;
	}
	if (limits->installments && limits->charges >= limits->installments) {
		return false;
	}
	return !is_too_soon(limits, ahead, now) && (!limits->total || amount <= limits->total - limits->charged);
}

void sandbox_limits_count(struct sandbox_limits *limits, int64_t amount, int64_t now)
{
	limits->charges++;
	limits->charged += amount;
	limits->charged_at = now;
}
