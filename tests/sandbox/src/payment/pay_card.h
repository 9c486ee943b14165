#ifndef SANDBOX_PAYMENT_PAY_CARD_H
#define SANDBOX_PAYMENT_PAY_CARD_H

#include "order/transaction.h"

/* Pays an order with a card from the request, which may be stored. The subject is the attempt. */
sandbox_change sandbox_pay_by_card;

#endif
