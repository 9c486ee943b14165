#ifndef SANDBOX_PAGE_TESTER_PAGES_H
#define SANDBOX_PAGE_TESTER_PAGES_H

#include "page/page_request.h"

/* What testers see: the start page, and the log of requests. */
void sandbox_page_start(const struct sandbox_page_request *request);
void sandbox_page_log(const struct sandbox_page_request *request);

#endif
