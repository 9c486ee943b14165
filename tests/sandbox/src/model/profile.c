/* The banks, as data. */
#include "model/profile.h"

#include <stddef.h>
#include <string.h>

const struct sandbox_profile_setting sandbox_profile_settings[] = {
	/* Its samples print a number, although its tables say text. */
	{"bpc", "completionCodeNumber", "1"},
	/* Its stand was seen to end so when a payer stays away at the ACS, and its text knows no 3DS1 any more. */
	{"bpc", "acsTimeoutActionCode", "-2014"},
	{"bpc", "ownMpi", "1"},
	/* A bank of Kazakhstan, whose dates are in UTC+3. */
	{"bereke", "currency", "398"},
	{"bereke", "utcOffsetMinutes", "180"},
	{"bereke", "ownMpi", "1"},
	/* The older platform: an amount with every capture, action codes without the prefix of a host. */
	{"alfa", "depositAmountMandatory", "1"},
	{"alfa", "inputActionCode", "1015"},
	/* The same, no capture below one rouble, and the bank day of Moscow. */
	{"sberbank", "depositAmountMandatory", "1"},
	{"sberbank", "depositMinimum", "100"},
	{"sberbank", "inputActionCode", "1015"},
	{"sberbank", "utcOffsetMinutes", "180"},
	{NULL, NULL, NULL},
};

bool sandbox_profile_known(const char *bank)
{
	static const char *const banks[] = {"default", "bpc", "bereke", "alfa", "sberbank"};
	for (size_t i = 0; i < sizeof banks / sizeof *banks; i++) {
		if (strcmp(banks[i], bank) == 0) {
			return true;
		}
	}
	return false;
}
