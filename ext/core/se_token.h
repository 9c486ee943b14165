/* The plain text of an seToken. */
#ifndef PGW_SE_TOKEN_H
#define PGW_SE_TOKEN_H

#include "buffer.h"

/* What makes a token one of a kind; borrowed. */
struct pgw_se_stamp {
	const char *timestamp; /* yyyy-MM-ddTHH:mm:ss+hh:mm */
	const char *uuid;
};

/* Appends timestamp/uuid/PAN/CVV/EXPDATE/mdOrder/bindingId/cardholder/registeredFrom, without what is empty at the end.
 */
bool pgw_se_token_write(struct pgw_buffer *plain, const struct pgw_se_stamp *stamp, const struct pgw_tree *tree,
	const void *card, struct pgw_error *error);

#endif
