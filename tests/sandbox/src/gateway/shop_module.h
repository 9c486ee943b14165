#ifndef SANDBOX_GATEWAY_SHOP_MODULE_H
#define SANDBOX_GATEWAY_SHOP_MODULE_H

#include "gateway/gateway.h"

/*
 * Where the vendor's modules for shops set and read a merchant's callbacks by themselves, with the merchant's login and
 * password as HTTP Basic: /mportal/mvc/public/merchant/update/LOGIN and get/LOGIN.
 */

/* The HTTP method of such an address; NULL if it is none. */
const char *sandbox_shop_module_allow(const char *path);

/* Answers a request by that method. */
void sandbox_shop_module_serve(
	struct sandbox_gateway *gateway, const struct sandbox_request *request, struct sandbox_reply *reply);

#endif
