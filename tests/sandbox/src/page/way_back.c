/* Where a payer goes next. */
#define _GNU_SOURCE
#include "page/way_back.h"

#include "base/url.h"
#include "model/rules.h"
#include "page/view.h"

#include <stdio.h>
#include <string.h>

char *sandbox_way_back(const struct sandbox_gateway *gateway, const struct sandbox_order *order, const char *language)
{
	bool failed = order->state == SANDBOX_DECLINED || sandbox_rules_payable(order);
	const char *url = failed && order->fail_url ? order->fail_url : order->return_url;
	if (!url || !sandbox_view_url_safe(url)) {
		return NULL;
	}
	return sandbox_url_return(gateway->base_uri, url, order->id, language);
}

static const char *page_language(const struct sandbox_order *order)
{
	return order->language && sandbox_view_has_language(order->language) ? order->language : "en";
}

char *sandbox_way_to_payment(const struct sandbox_gateway *gateway, const struct sandbox_order *order)
{
	char *url;
	return asprintf(&url, "%smerchants/sandbox/payment_%s.html?mdOrder=%s", gateway->base_uri, page_language(order),
			   order->id) < 0
			   ? NULL
			   : url;
}

char *sandbox_way_to_acs(const struct sandbox_gateway *gateway, const struct sandbox_order *order)
{
	char *url;
	return asprintf(&url, "%sacsRedirect.do?orderId=%s", gateway->base_uri, order->id) < 0 ? NULL : url;
}

void sandbox_way_targets(const struct sandbox_order *order, char targets[SANDBOX_TARGETS_SIZE])
{
	const char *const urls[] = {order->return_url, order->fail_url, order->tds.finish_url, order->tds.term_url};
	for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
		sandbox_view_add_target(targets, SANDBOX_TARGETS_SIZE, urls[i] ? urls[i] : "");
	}
}

void sandbox_way_go(const struct sandbox_page_request *request, char *url)
{
	sandbox_reply_page(request->reply, url ? 303 : 500);
	request->reply->location = url;
}

void sandbox_way_on(const struct sandbox_page_request *request, const struct sandbox_order *order)
{
	bool open = sandbox_rules_payable(order);
	char *back = open && order->tds.hosted ? NULL : sandbox_way_back(request->gateway, order, page_language(order));
	sandbox_way_go(request, back ? back : sandbox_way_to_payment(request->gateway, order));
}
