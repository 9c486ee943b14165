#ifndef SANDBOX_PAYMENT_PAY_BINDING_H
#define SANDBOX_PAYMENT_PAY_BINDING_H

#include "order/transaction.h"

/* Pays an order with a stored card of its client. The subject is the attempt. */
sandbox_change sandbox_pay_by_binding;

#endif
