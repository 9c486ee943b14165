#ifndef SANDBOX_PAGE_WAY_BACK_H
#define SANDBOX_PAGE_WAY_BACK_H

#include "model/order.h"
#include "page/page_request.h"

/* Where a payer goes next. */

/* The shop's address for what became of the order; the caller frees it. NULL if nobody should be sent there. */
char *sandbox_way_back(const struct sandbox_gateway *gateway, const struct sandbox_order *order, const char *language);

/* The payment page of the order, and the page that leads to its ACS; the caller frees them. */
char *sandbox_way_to_payment(const struct sandbox_gateway *gateway, const struct sandbox_order *order);
char *sandbox_way_to_acs(const struct sandbox_gateway *gateway, const struct sandbox_order *order);

/* The places to which a form may lead in the end: those of the order, in the words of a policy. */
#define SANDBOX_TARGETS_SIZE 4096
void sandbox_way_targets(const struct sandbox_order *order, char targets[SANDBOX_TARGETS_SIZE]);

/* Answers a redirect by GET; takes the URL over. */
void sandbox_way_go(const struct sandbox_page_request *request, char *url);

/* Sends the payer on after the ACS: to the shop, or to the payment page if that is where the attempt began. */
void sandbox_way_on(const struct sandbox_page_request *request, const struct sandbox_order *order);

#endif
