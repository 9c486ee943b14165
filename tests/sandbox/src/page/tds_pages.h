#ifndef SANDBOX_PAGE_TDS_PAGES_H
#define SANDBOX_PAGE_TDS_PAGES_H

#include "page/page_request.h"

/* The gateway's own addresses of 3-D Secure, which a browser visits. */

/* acsRedirect.do and Sberbank's process_form/start: leads the payer through whatever is next. */
void sandbox_page_acs_redirect(const struct sandbox_page_request *request);

/* finish3ds.do: where an ACS posts PaRes, or CRes. */
void sandbox_page_finish(const struct sandbox_page_request *request);

/* The notification address of the 3DS server, for the method and for the challenge. */
void sandbox_page_notification(const struct sandbox_page_request *request);

/* Collects data of the browser, in a frame. */
void sandbox_page_gather(const struct sandbox_page_request *request);

#endif
