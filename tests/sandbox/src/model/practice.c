/* The rules of industry practice payments. */
#include "model/practice.h"

#include "base/clock.h"
#include "base/text.h"
#include "model/rules.h"
#include "model/tds_order.h"

#include <stddef.h>

#define DAY INT64_C(86400000)

const struct sandbox_refusal sandbox_refusal_practice = {5, 5, "Operation is not allowed for original order"};

static const struct sandbox_practice practices[] = {
	{.tii = SANDBOX_PRACTICE_INCREMENT, .challenged = true, .same_day = true, .days = 1, .wallet_days = 1},
	{.tii = "IPS", .of_failed = true, .once = true, .days = 30, .wallet_days = 14},
	{.tii = "IPD", .challenged = true, .days = 90, .wallet_days = 90},
	{.tii = "IPA", .of_failed = true, .once = true, .days = 180, .wallet_days = 90},
	{.tii = "IPN", .challenged = true, .days = 365, .wallet_days = 365},
};

const struct sandbox_practice *sandbox_practice_find(const char *tii)
{
	for (size_t i = 0; i < sizeof practices / sizeof *practices; i++) {
		if (sandbox_text_equal(practices[i].tii, tii)) {
			return &practices[i];
		}
	}
	return NULL;
}

static bool is_moto(const struct sandbox_order *order)
{
	return sandbox_text_equal(order->payment_way, "CARD_MOTO");
}

/* A wallet authenticates its payer itself. */
static bool by_wallet(const struct sandbox_order *order)
{
	return order->payment_way && !is_moto(order);
}

/* Whether the payer made the payment, and proved it by 3-D Secure 2 as far as this practice demands. */
static bool is_payers_own(const struct sandbox_practice *practice, const struct sandbox_order *original)
{
	if (!original->pan_mac || original->unattended || original->two_phase || original->verify || is_moto(original)) {
		return false;
	}
	int64_t type = sandbox_tds_type_of(original);
	return by_wallet(original) || type == SANDBOX_TDS_TYPE_2_FULL ||
		   (type == SANDBOX_TDS_TYPE_2_FRICTIONLESS && !practice->challenged);
}

static bool is_in_time(const struct sandbox_practice *practice, const struct sandbox_order *original,
	const struct sandbox_settings *settings, int64_t now)
{
	int64_t began = original->authorized_at ? original->authorized_at : original->created_at;
	int64_t zone = settings->utc_offset_minutes;
	int days = by_wallet(original) ? practice->wallet_days : practice->days;
	return practice->same_day ? sandbox_clock_day(began, zone) == sandbox_clock_day(now, zone)
							  : now < began + days * DAY;
}

const struct sandbox_refusal *sandbox_practice_refuse(const struct sandbox_practice *practice,
	const struct sandbox_order *original, const char *earlier, const struct sandbox_settings *settings, int64_t now)
{
	enum sandbox_state state = practice->of_failed ? SANDBOX_DECLINED : SANDBOX_DEPOSITED;
	bool allowed = original->state == state && is_payers_own(practice, original) &&
				   is_in_time(practice, original, settings, now) &&
				   (!earlier || (sandbox_text_equal(earlier, practice->tii) && !practice->once));
	return allowed ? NULL : &sandbox_refusal_practice;
}

void sandbox_practice_add(
	const struct sandbox_practice *practice, struct sandbox_order *original, const struct sandbox_order *order)
{
	if (sandbox_text_equal(practice->tii, SANDBOX_PRACTICE_INCREMENT)) {
		original->approved += order->amount;
		original->deposited += order->amount;
	}
}
