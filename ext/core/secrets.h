/* What no message may show: noting it with a request, and masking it in texts. */
#ifndef PGW_SECRETS_H
#define PGW_SECRETS_H

#include "pgw.h"

/*
 * Notes the value, and every value inside, in request->secrets; what is shorter than a CVC is none. Anything but
 * PGW_IN_BOUNDS: the walk was given up, and the call must be refused.
 */
enum pgw_bound pgw_note_secret(struct pgw_request *request, const struct pgw_tree *tree, const void *value);

/*
 * Overwrites with '*' whatever the text repeats of the request's and its client's secrets, plain or encoded (percent
 * codes, JSON escapes, HTML entities, several times over), in letters of either case; a number also where blanks or
 * dashes part it. A secret of up to six characters is one only where it stands alone. Of a long one its beginning is
 * enough. Mask before a message is cut, and after tags and controls were taken out.
 *
 * Time and memory are bounded: of a text longer than PGW_MASKED bytes only the first half of that is left.
 */
enum { PGW_MASKED = 4096 };
void pgw_mask(char *text, const struct pgw_request *request);
/* The same of secrets that are not of a request; a NULL `at` is none. */
void pgw_mask_texts(char *text, const struct pgw_text *secrets, size_t count);

#endif
