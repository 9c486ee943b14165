#ifndef SANDBOX_CONTROL_HANDLERS_H
#define SANDBOX_CONTROL_HANDLERS_H

#include "control/answer.h"

/* Each handles one path and HTTP method. */
typedef void sandbox_control_handler(const struct sandbox_control_request *request);

sandbox_control_handler sandbox_control_orders;
sandbox_control_handler sandbox_control_books;
sandbox_control_handler sandbox_control_request_counts;
sandbox_control_handler sandbox_control_clock;
sandbox_control_handler sandbox_control_move_clock;
sandbox_control_handler sandbox_control_merchant;
sandbox_control_handler sandbox_control_set_merchant;
sandbox_control_handler sandbox_control_payer;
sandbox_control_handler sandbox_control_reset;

#endif
