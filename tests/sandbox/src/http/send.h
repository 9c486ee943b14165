#ifndef SANDBOX_HTTP_SEND_H
#define SANDBOX_HTTP_SEND_H

#include "call/reply.h"
#include "http/mhd.h"

/* Queues a page that shows the HTTP status. allow is the Allow header of status 405. */
mhd_result sandbox_send_page(struct MHD_Connection *connection, unsigned status, const char *allow);

/* Queues a reply. */
mhd_result sandbox_send_reply(struct MHD_Connection *connection, const struct sandbox_reply *reply);

#endif
