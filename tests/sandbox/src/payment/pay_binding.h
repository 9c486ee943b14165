#ifndef SANDBOX_PAYMENT_PAY_BINDING_H
#define SANDBOX_PAYMENT_PAY_BINDING_H

#include "order/transaction.h"

/* A stored card of an order's client pays it. The subject is the attempt. */
sandbox_change sandbox_pay_by_binding;

#endif
