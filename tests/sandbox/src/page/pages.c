/* The table of the pages. */
#include "page/pages.h"

#include "base/text.h"
#include "page/acs_pages.h"
#include "page/assets.h"
#include "page/mailbox_page.h"
#include "page/payment_page.h"
#include "page/tds_pages.h"
#include "page/tester_pages.h"
#include "payment/acs.h"

#include <stdio.h>
#include <string.h>

typedef void page_handler(const struct sandbox_page_request *request);

static void serve_file(const struct sandbox_page_request *request);

static const struct page {
	const char *pattern;
	page_handler *serve;
	bool post;  /* also by POST */
	bool local; /* for this machine alone */
} pages[] = {
	{"/", sandbox_page_start, false, true},
	{SANDBOX_BASE_PATH, sandbox_page_start, false, true},
	{SANDBOX_BASE_PATH "log.html", sandbox_page_log, false, true},
	{SANDBOX_BASE_PATH "mailbox_*.html", sandbox_page_mailbox, false, true},
	{SANDBOX_BASE_PATH "merchants/*/payment_*.html", sandbox_page_payment, true, false},
	{SANDBOX_BASE_PATH "acsRedirect.do", sandbox_page_acs_redirect, true, false},
	{"/" SANDBOX_TDS_PROCESS_FORM, sandbox_page_acs_redirect, true, false},
	{SANDBOX_BASE_PATH SANDBOX_TDS_TERM, sandbox_page_finish, true, false},
	{"/" SANDBOX_TDS_NOTIFICATION, sandbox_page_notification, true, false},
	{"/" SANDBOX_TDS_GATHER, sandbox_page_gather, true, false},
	{SANDBOX_BASE_PATH "rest/3dsmethod.do", sandbox_page_gather, true, false},
	{SANDBOX_BASE_PATH SANDBOX_ACS_PAREQ, sandbox_page_acs_pareq, true, false},
	{SANDBOX_BASE_PATH SANDBOX_ACS_CREQ, sandbox_page_acs_creq, true, false},
	{SANDBOX_BASE_PATH SANDBOX_ACS_METHOD, sandbox_page_acs_method, true, false},
	{SANDBOX_BASE_PATH "acs/code", sandbox_page_acs_code, true, false},
	{SANDBOX_BASE_PATH "pages/*", serve_file, false, false},
};

static const struct page *find_page(const char *path)
{
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		if (sandbox_text_fits(path, pages[i].pattern)) {
			return &pages[i];
		}
	}
	return NULL;
}

static const struct file_type {
	const char *ending, *type;
} file_types[] = {
	{".css", "text/css;charset=UTF-8"},
	{".js", "text/javascript;charset=UTF-8"},
};

/* Style and script; the templates and texts are nobody's business. */
static void serve_file(const struct sandbox_page_request *request)
{
	const char *name = strrchr(request->path, '/') + 1;
	const char *ending = strrchr(name, '.');
	const char *text = sandbox_asset_text(name);
	sandbox_reply_page(request->reply, 404);
	for (size_t i = 0; text && ending && i < sizeof file_types / sizeof *file_types; i++) {
		if (strcmp(ending, file_types[i].ending) == 0) {
			request->reply->status = 200;
			request->reply->file = text;
			request->reply->type = file_types[i].type;
		}
	}
}

const char *sandbox_page_allow(const char *path)
{
	const struct page *page = find_page(path);
	return !page ? NULL : page->post ? "GET, POST" : "GET";
}

bool sandbox_page_is_local(const char *path)
{
	return find_page(path)->local;
}

void sandbox_page_serve(const struct sandbox_page_request *request)
{
	find_page(request->path)->serve(request);
}
