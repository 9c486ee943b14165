#ifndef SANDBOX_MODEL_MAIL_H
#define SANDBOX_MODEL_MAIL_H

#include "model/column.h"

#include <stdint.h>

/*
 * A message that a bank would send by e-mail, as it was sent. Owns its texts; sandbox_mail_free() frees them. Each
 * member but row has a row in sandbox_mail_columns.
 */
struct sandbox_mail {
	int64_t row;
	int64_t merchant;   /* for whom it was sent */
	int64_t created_at; /* milliseconds */
	char *recipient;
	char *language;
	char *subject;
	char *text;
	char *link;
	char *order_id; /* the order that it is about */
};

/* All members but row, which is the primary key. */
extern const struct sandbox_column sandbox_mail_columns[];

/* Frees the texts and clears the message. */
void sandbox_mail_free(struct sandbox_mail *mail);

#endif
