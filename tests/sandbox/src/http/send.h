#ifndef SANDBOX_HTTP_SEND_H
#define SANDBOX_HTTP_SEND_H

#include "call/reply.h"
#include "http/mhd.h"

/* Queues a reply. */
mhd_result sandbox_send_reply(struct MHD_Connection *connection, const struct sandbox_reply *reply);

#endif
