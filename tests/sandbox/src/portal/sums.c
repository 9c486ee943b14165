/* Sums of the lists. */
#include "portal/sums.h"

#include "page/amount.h"

#include <stdio.h>
#include <string.h>

void sandbox_sums_add(struct sandbox_sums *sums, const char *currency, const int64_t amounts[SANDBOX_SUMS_COLUMNS])
{
	size_t i = 0;
	while (i < sums->count && strcmp(sums->sums[i].currency, currency) != 0) {
		i++;
	}
	if (i == sizeof sums->sums / sizeof *sums->sums) {
		return;
	}
	struct sandbox_sum *sum = &sums->sums[i];
	if (i == sums->count) {
		sums->count++;
		snprintf(sum->currency, sizeof sum->currency, "%s", currency);
	}
	sum->count++;
	for (size_t k = 0; k < SANDBOX_SUMS_COLUMNS; k++) {
		sum->amounts[k] += amounts[k];
	}
}

void sandbox_sums_show(
	const struct sandbox_portal_visit *visit, struct json_object *values, const struct sandbox_sums *sums)
{
	struct json_object *list = json_object_new_array();
	for (size_t i = 0; i < sums->count; i++) {
		struct json_object *entry = json_object_new_object();
		sandbox_json_number(entry, "count", sums->sums[i].count);
		for (size_t k = 0; k < SANDBOX_SUMS_COLUMNS; k++) {
			char name[16], text[SANDBOX_AMOUNT_SIZE];
			snprintf(name, sizeof name, "amount%zu", k);
			sandbox_amount_write(sums->sums[i].amounts[k], sums->sums[i].currency, visit->language, text);
			json_object_object_add(entry, name, json_object_new_string(text));
		}
		json_object_array_add(list, entry);
	}
	json_object_object_add(values, "sums", list);
}
