#ifndef SANDBOX_CHECK_H
#define SANDBOX_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Each runs one group of tests and returns how many failed. */
int sandbox_check_app(void);
int sandbox_check_at_once(void);
int sandbox_check_automatic(void);
int sandbox_check_bindings(void);
int sandbox_check_callbacks(void);
int sandbox_check_cards(void);
int sandbox_check_cart(void);
int sandbox_check_charges(void);
int sandbox_check_clock(void);
int sandbox_check_completion(void);
int sandbox_check_composite(void);
int sandbox_check_control(void);
int sandbox_check_delivery(void);
int sandbox_check_durable(void);
int sandbox_check_failures(void);
int sandbox_check_fiscal(void);
int sandbox_check_form(void);
int sandbox_check_json(void);
int sandbox_check_json_bounds(void);
int sandbox_check_last_orders(void);
int sandbox_check_limits(void);
int sandbox_check_log(void);
int sandbox_check_merchants(void);
int sandbox_check_objects(void);
int sandbox_check_open_id(void);
int sandbox_check_pages(void);
int sandbox_check_parameters(void);
int sandbox_check_portal(void);
int sandbox_check_portal_orders(void);
int sandbox_check_portal_at_once(void);
int sandbox_check_portal_invoices(void);
int sandbox_check_portal_settings(void);
int sandbox_check_practice(void);
int sandbox_check_profiles(void);
int sandbox_check_receipts(void);
int sandbox_check_rules(void);
int sandbox_check_schedule(void);
int sandbox_check_se_token(void);
int sandbox_check_shop_module(void);
int sandbox_check_signature(void);
int sandbox_check_ssl_cards(void);
int sandbox_check_status(void);
int sandbox_check_store(void);
int sandbox_check_tasks(void);
int sandbox_check_threeds(void);
int sandbox_check_threeds_mpi(void);
int sandbox_check_threeds_pages(void);
int sandbox_check_tolerance(void);
int sandbox_check_urls(void);
int sandbox_check_wallets(void);

/* Measures the portal with a million orders, in that file or in ":memory:". */
int sandbox_check_million(const char *file);

#endif
