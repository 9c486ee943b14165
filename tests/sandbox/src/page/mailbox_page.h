#ifndef SANDBOX_PAGE_MAILBOX_PAGE_H
#define SANDBOX_PAGE_MAILBOX_PAGE_H

#include "page/page_request.h"

/* The messages that a bank would send by e-mail, to whomever. */
void sandbox_page_mailbox(const struct sandbox_page_request *request);

#endif
