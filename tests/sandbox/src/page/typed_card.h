#ifndef SANDBOX_PAGE_TYPED_CARD_H
#define SANDBOX_PAGE_TYPED_CARD_H

#include "request/form.h"

#include <stdbool.h>
#include <stdint.h>

/* What the payer typed into the form of the payment page, cleaned of blanks and dashes. Wiped with sandbox_wipe(). */
struct sandbox_typed_card {
	char pan[24];
	char cvc[8];
	int64_t expiry; /* YYYYMM; 0: wrong or absent */
	bool pan_right, cvc_right;
};

void sandbox_typed_card_read(const struct sandbox_form *form, struct sandbox_typed_card *card);

#endif
