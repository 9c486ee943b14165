#ifndef SANDBOX_STORE_MAILBOX_H
#define SANDBOX_STORE_MAILBOX_H

#include "model/mail.h"
#include "store/database.h"

#include <stdbool.h>

/* The messages that a bank would send by e-mail. */

/* Creates the table and prepares the statements; for store.c. */
bool sandbox_store_open_mailbox(struct sandbox_store *store);

/* Fills in the row number. */
bool sandbox_store_mail_insert(struct sandbox_store *store, struct sandbox_mail *mail);

/* The newest message for that merchant (0: for any) before that row (0: of all). The caller frees a found one. */
enum sandbox_found sandbox_store_mail_before(
	struct sandbox_store *store, int64_t merchant, int64_t row, struct sandbox_mail *mail);

#endif
