/* What goes wrong on purpose, and the amounts that ask for it. */
#include "model/failure.h"

#include "model/action.h"

#include <stddef.h>

const char *const sandbox_failure_names[SANDBOX_FAILURE_KINDS] = {
	[SANDBOX_FAILURE_TIMEOUT] = "timeout",
	[SANDBOX_FAILURE_502] = "502",
	[SANDBOX_FAILURE_LOSE] = "lose",
	[SANDBOX_FAILURE_SLOW] = "slow",
	[SANDBOX_FAILURE_DECLINE] = "decline",
};

static const struct {
	int64_t amount;
	struct sandbox_failure failure;
} magic_amounts[] = {
	{990001, {SANDBOX_FAILURE_TIMEOUT, 0}},
	{990002, {SANDBOX_FAILURE_502, 0}},
	{990003, {SANDBOX_FAILURE_LOSE, 0}},
	{990004, {SANDBOX_FAILURE_SLOW, 10000}},
	{990005, {SANDBOX_FAILURE_DECLINE, SANDBOX_ACTION_REFUSED}},
	{990116, {SANDBOX_FAILURE_DECLINE, SANDBOX_ACTION_NO_MONEY}},
};

struct sandbox_failure sandbox_failure_of_amount(int64_t amount)
{
	for (size_t i = 0; i < sizeof magic_amounts / sizeof *magic_amounts; i++) {
		if (magic_amounts[i].amount == amount) {
			return magic_amounts[i].failure;
		}
	}
	return (struct sandbox_failure){SANDBOX_FAILURE_NONE, 0};
}
