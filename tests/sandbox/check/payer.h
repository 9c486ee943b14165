#ifndef SANDBOX_CHECK_PAYER_H
#define SANDBOX_CHECK_PAYER_H

#include "bench.h"

/* A payer with a card, and the shop that walks the payer through 3-D Secure, without pages. */

struct payer_card {
	const char *pan, *expiry, *cvc; /* YYYYMM */
};

/* The first call of a payment, with more parameters. Answers errorCode. */
int payer_pays(struct bench *bench, const char *id, const struct payer_card *card, const char *more);

/* The same payment with the transaction of the last answer. */
int payer_continues(struct bench *bench, const char *id, const struct payer_card *card);

/* At the ACS of the order's last attempt; a NULL code cancels. True if the ACS has an answer then. */
bool payer_answers(struct bench *bench, const char *id, const char *code);

/* The attempts of the order that count so far. */
int payer_attempts(struct bench *bench, const char *id);

/* What the ACS sends back, which the caller frees; the transaction of the order. */
char *payer_message(struct bench *bench, const char *id);
void payer_transaction(struct bench *bench, const char *id, char transaction[UUID_SIZE]);

/* Finishes after the ACS, as the shop would. Answers errorCode. */
int payer_finishes(struct bench *bench, const char *id);

/* All of it, as far as the card has it. */
void payer_walks(struct bench *bench, const char *id, const struct payer_card *card, const char *code);

/* A member of the status as text; "" if it is not there. */
const char *payer_status(struct bench *bench, const char *id, const char *path);

#endif
