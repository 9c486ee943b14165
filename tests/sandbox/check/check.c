/* Runs all groups of unit tests. */
#include "check.h"

#include "model/merchant.h"

#include <string.h>

int main(int argc, char **argv)
{
	static int (*const groups[])(void) = {
		sandbox_check_app,
		sandbox_check_at_once,
		sandbox_check_automatic,
		sandbox_check_bindings,
		sandbox_check_callbacks,
		sandbox_check_cards,
		sandbox_check_cart,
		sandbox_check_charges,
		sandbox_check_clock,
		sandbox_check_completion,
		sandbox_check_composite,
		sandbox_check_control,
		sandbox_check_delivery,
		sandbox_check_durable,
		sandbox_check_failures,
		sandbox_check_fiscal,
		sandbox_check_form,
		sandbox_check_json,
		sandbox_check_json_bounds,
		sandbox_check_last_orders,
		sandbox_check_limits,
		sandbox_check_log,
		sandbox_check_merchants,
		sandbox_check_objects,
		sandbox_check_open_id,
		sandbox_check_pages,
		sandbox_check_parameters,
		sandbox_check_portal,
		sandbox_check_portal_orders,
		sandbox_check_portal_at_once,
		sandbox_check_portal_invoices,
		sandbox_check_portal_settings,
		sandbox_check_practice,
		sandbox_check_profiles,
		sandbox_check_receipts,
		sandbox_check_rules,
		sandbox_check_schedule,
		sandbox_check_se_token,
		sandbox_check_shop_module,
		sandbox_check_signature,
		sandbox_check_ssl_cards,
		sandbox_check_status,
		sandbox_check_store,
		sandbox_check_tasks,
		sandbox_check_threeds,
		sandbox_check_threeds_mpi,
		sandbox_check_threeds_pages,
		sandbox_check_tolerance,
		sandbox_check_urls,
		sandbox_check_wallets,
	};
	int failed = 0;
	if (argc > 1 && strcmp(argv[1], "--million") == 0) {
		return sandbox_check_million(argc > 2 ? argv[2] : ":memory:");
	}
	sandbox_settings_start_with("default", true); /* check_tolerance.c shows the other setting */
	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
		failed += groups[i]();
	}
	return failed != 0;
}
