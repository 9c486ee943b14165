/* What can be done to an order now. */
#include "order/offer.h"

#include <inttypes.h>
#include <stdio.h>

/* Who asks the rules, of which order and when. */
struct question {
	const struct sandbox_order *order;
	const struct sandbox_settings *settings;
	int64_t now;
};

/* What a rule would move if that was asked for; -1 if it refuses. The copy shares its texts, which no rule changes. */
static int64_t ask(const struct question *question, sandbox_rule *rule, int64_t requested)
{
	struct sandbox_order copy = *question->order;
	struct sandbox_operation operation = {.at = question->now, .requested = requested};
	return rule(&copy, question->settings, &operation) ? -1 : operation.amount;
}

/* The bound nearest to an amount that the rule takes, on the side of one that it does not take. */
static int64_t find_bound(const struct question *question, sandbox_rule *rule, int64_t taken, int64_t refused)
{
	while (taken - refused > 1 || refused - taken > 1) {
		int64_t middle = taken + (refused - taken) / 2;
		if (ask(question, rule, middle) > 0) {
			taken = middle;
		} else {
			refused = middle;
		}
	}
	return taken;
}

static void offer_deposit(const struct question *question, struct sandbox_offer *offer)
{
	const int64_t beyond = INT64_C(1000000000000);
	int64_t whole = ask(question, sandbox_rules_deposit, 0);
	if (whole > 0) {
		offer->deposit = whole;
		offer->deposit_least = find_bound(question, sandbox_rules_deposit, whole, 0);
		offer->deposit_most = find_bound(question, sandbox_rules_deposit, whole, beyond);
	}
}

/* The first of the two that gives everything back, and the first that gives back less. */
static void offer_return(const struct question *question, struct sandbox_offer *offer)
{
	static const struct {
		enum sandbox_operation_type type;
		sandbox_rule *rule;
	} ways[] = {
		{SANDBOX_OPERATION_REVERSED, sandbox_rules_reverse},
		{SANDBOX_OPERATION_REFUNDED, sandbox_rules_refund},
	};
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		int64_t whole = ask(question, ways[i].rule, 0);
		if (whole > 0 && !offer->give_back_amount) {
			offer->give_back = ways[i].type;
			offer->give_back_amount = whole;
		}
		/* The refund comes last: it is preferred, as it can be repeated. */
		if (whole > 1 && ask(question, ways[i].rule, 1) > 0) {
			offer->part = ways[i].type;
			offer->part_most = whole;
		}
	}
}

struct sandbox_offer sandbox_offer(
	const struct sandbox_order *order, const struct sandbox_settings *settings, int64_t now)
{
	const struct question question = {order, settings, now};
	struct sandbox_offer offer = {.deposit = 0};
	offer_deposit(&question, &offer);
	offer_return(&question, &offer);
	offer.decline = ask(&question, sandbox_rules_decline, 0) == 0;
	return offer;
}

void sandbox_offer_version(const struct sandbox_order *order, char version[SANDBOX_VERSION_SIZE])
{
	const int64_t members[] = {order->state, order->attempts, order->approved, order->deposited, order->refunded,
		order->authorized_at, order->deposited_at, order->reversed_at, order->refunded_at, order->reversal_failed};
	size_t at = 0;
	for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
		at += (size_t)snprintf(version + at, SANDBOX_VERSION_SIZE - at, "%s%" PRId64, i ? "." : "", members[i]);
	}
}
