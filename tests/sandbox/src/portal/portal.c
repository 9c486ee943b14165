/* The table of the portal's pages, and what is asked of every request to them. */
#include "portal/portal.h"

#include "base/text.h"
#include "portal/handlers.h"
#include "portal/session.h"
#include "task/task_payment.h"

#include <stdio.h>

static const struct portal_page {
	const char *pattern;                /* of sandbox_text_fits() */
	sandbox_portal_handler *get, *post; /* NULL: not allowed */
	bool open;                          /* also for who is not logged in */
} pages[] = {
	{SANDBOX_PORTAL_PATH, sandbox_portal_home, NULL, false},
	{SANDBOX_PORTAL_PATH "/", sandbox_portal_home, NULL, false},
	{SANDBOX_PORTAL_LOGIN, sandbox_portal_login, sandbox_portal_log_in, true},
	{SANDBOX_PORTAL_PATH "/logout", NULL, sandbox_portal_log_out, false},
	{SANDBOX_PORTAL_PATH "/account", sandbox_portal_account, NULL, false},
	{SANDBOX_PORTAL_PATH "/orders", sandbox_portal_orders, NULL, false},
	{SANDBOX_PORTAL_PATH "/orders.csv", sandbox_portal_orders_csv, NULL, false},
	{SANDBOX_PORTAL_PATH "/orders/*", sandbox_portal_order, sandbox_portal_order_act, false},
	{SANDBOX_PORTAL_PATH "/refunds", sandbox_portal_refunds, NULL, false},
	{SANDBOX_PORTAL_PATH "/refunds.csv", sandbox_portal_refunds_csv, NULL, false},
	{SANDBOX_PORTAL_PATH "/settings", sandbox_portal_settings, sandbox_portal_save_settings, false},
	{SANDBOX_PORTAL_PATH "/settings/secret", sandbox_portal_settings, sandbox_portal_change_secret, false},
	{SANDBOX_PORTAL_PATH "/settings/callbacks", sandbox_portal_callbacks, sandbox_portal_save_callbacks, false},
	{SANDBOX_PORTAL_PATH "/settings/callbacks/test", sandbox_portal_callbacks, sandbox_portal_send_test, false},
	{SANDBOX_PORTAL_PATH "/settings/callbacks/again", sandbox_portal_callbacks, sandbox_portal_send_again, false},
	{SANDBOX_PORTAL_PATH "/bindings", sandbox_portal_bindings, sandbox_portal_change_binding, false},
	{SANDBOX_PORTAL_PATH "/invoices", sandbox_portal_invoices, sandbox_portal_send_invoice, false},
};

static const struct portal_page *find_page(const char *path)
{
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		if (sandbox_text_fits(path, pages[i].pattern)) {
			return &pages[i];
		}
	}
	return NULL;
}

const char *sandbox_portal_allow(const char *path)
{
	const struct portal_page *page = find_page(path);
	if (!page) {
		return NULL;
	}
	return !page->get ? "POST" : page->post ? "GET, POST" : "GET";
}

/* Who wanted to see a page gets there by logging in. A form is not kept: it was not carried out. */
static void ask_to_log_in(const struct sandbox_portal_visit *visit, const struct portal_page *page)
{
	const struct sandbox_page_request *request = visit->request;
	bool over = request->post || visit->session[0];
	char address[512];
	snprintf(address, sizeof address, SANDBOX_PORTAL_LOGIN "?to=%s%s", page->get ? request->path : SANDBOX_PORTAL_PATH,
		over ? "&over=1" : "");
	sandbox_portal_go(visit, address);
}

void sandbox_portal_serve(const struct sandbox_page_request *request)
{
	const struct portal_page *page = find_page(request->path);
	struct sandbox_portal_visit visit = {
		.request = request, .store = request->gateway->store, .now = sandbox_clock_now()};
	sandbox_session_read_language(&visit);
	bool known = sandbox_session_resume(&visit);
	if (!sandbox_tasks_settle(visit.store, visit.now)) {
		sandbox_portal_problem(&visit, 500);
	} else if (request->post && !sandbox_session_own_origin(&visit)) {
		sandbox_portal_problem(&visit, 403);
	} else if (!page->open && !known) {
		ask_to_log_in(&visit, page);
	} else if (request->post && !page->open && !sandbox_session_own_form(&visit)) {
		sandbox_portal_problem(&visit, 403);
	} else {
		(request->post ? page->post : page->get)(&visit);
	}
}
