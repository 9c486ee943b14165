#ifndef SANDBOX_PAYMENT_PAY_CARD_H
#define SANDBOX_PAYMENT_PAY_CARD_H

#include "order/transaction.h"

/* A card whose number came with the request pays an order, and may be stored by that. The subject is the attempt. */
sandbox_change sandbox_pay_by_card;

#endif
