#ifndef SANDBOX_CALL_MASK_H
#define SANDBOX_CALL_MASK_H

#include "base/json.h"

/*
 * Appends the JSON of a value as it may be shown: passwords, tokens, card codes and cryptograms as ***, card numbers
 * with the middle digits as *, wherever in a text they are; texts that are too long are cut. The text of a JSON object
 * becomes the object. The name is that of the parameter.
 */
void sandbox_mask(struct printbuf *to, const char *name, struct json_object *value);

/* The same for a text of that size. */
void sandbox_mask_text(struct printbuf *to, const char *name, const char *text, size_t size);

#endif
