#ifndef SANDBOX_PORTAL_HANDLERS_H
#define SANDBOX_PORTAL_HANDLERS_H

#include "portal/visit.h"

/*
 * Each handles one path and HTTP method. Unless the table of portal.c says otherwise somebody is logged in, and a POST
 * is a form of this session's own.
 */
typedef void sandbox_portal_handler(const struct sandbox_portal_visit *visit);

sandbox_portal_handler sandbox_portal_home;
sandbox_portal_handler sandbox_portal_login;
sandbox_portal_handler sandbox_portal_log_in;
sandbox_portal_handler sandbox_portal_log_out;
sandbox_portal_handler sandbox_portal_account;
sandbox_portal_handler sandbox_portal_orders;
sandbox_portal_handler sandbox_portal_orders_csv;
sandbox_portal_handler sandbox_portal_order;
sandbox_portal_handler sandbox_portal_order_act;
sandbox_portal_handler sandbox_portal_refunds;
sandbox_portal_handler sandbox_portal_refunds_csv;

#endif
