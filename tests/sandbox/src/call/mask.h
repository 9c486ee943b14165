#ifndef SANDBOX_CALL_MASK_H
#define SANDBOX_CALL_MASK_H

#include <json-c/json.h>

/*
 * A copy of a value that may be shown: passwords, tokens, card codes and cryptograms as ***, card numbers with the
 * middle digits as *, wherever in a text they are; texts that are too long are cut. The text of a JSON object becomes
 * the object. The name is that of the parameter; the caller owns the copy.
 */
struct json_object *sandbox_mask(const char *name, struct json_object *value);

/* The same for a text of that size. */
struct json_object *sandbox_mask_text(const char *name, const char *text, size_t size);

#endif
