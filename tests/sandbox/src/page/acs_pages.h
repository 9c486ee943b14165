#ifndef SANDBOX_PAGE_ACS_PAGES_H
#define SANDBOX_PAGE_ACS_PAGES_H

#include "page/page_request.h"

/* The ACS of the bank that issued the card. */

/* Where shops send the payer, with PaReq or creq; the form with the code; the issuer's method. */
void sandbox_page_acs_pareq(const struct sandbox_page_request *request);
void sandbox_page_acs_creq(const struct sandbox_page_request *request);
void sandbox_page_acs_code(const struct sandbox_page_request *request);
void sandbox_page_acs_method(const struct sandbox_page_request *request);

#endif
