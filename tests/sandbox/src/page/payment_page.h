#ifndef SANDBOX_PAGE_PAYMENT_PAGE_H
#define SANDBOX_PAGE_PAYMENT_PAGE_H

#include "page/page_request.h"

/*
 * The hosted payment page: formUrl of a registered order. It pays by the same methods as a shop with a form of its own,
 * in the name of the order's merchant, so no rule of payment is here.
 */
void sandbox_page_payment(const struct sandbox_page_request *request);

#endif
