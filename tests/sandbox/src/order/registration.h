#ifndef SANDBOX_ORDER_REGISTRATION_H
#define SANDBOX_ORDER_REGISTRATION_H

#include "call/call.h"

/* An order from the parameters of its registration. False after answering what is wrong; the caller frees it anyway. */
bool sandbox_registration_fill(const struct sandbox_call *call, struct sandbox_order *order, unsigned features);

#endif
