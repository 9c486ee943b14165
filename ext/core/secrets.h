/* What no message may show: noting the secrets of a request, and masking them in texts. */
#ifndef PGW_SECRETS_H
#define PGW_SECRETS_H

#include "pgw.h"

/*
 * Adds the value, and every value nested in it, to request->secrets; what is shorter than a CVC is not a secret. If the
 * result is not PGW_IN_BOUNDS, the walk was stopped and the call must be rejected.
 */
enum pgw_bound pgw_note_secret(struct pgw_request *request, const struct pgw_tree *tree, const void *value);

/*
 * Overwrites with '*' every occurrence of the request's and its client's secrets in the text, plain or encoded (percent
 * codes, JSON escapes, HTML entities, also nested), case-insensitively, and in numbers also with spaces or dashes
 * between the digits. A secret of up to six characters is masked only where it stands alone. Of a long secret the
 * beginning suffices. Mask a message before it is truncated, and after tags and control characters were removed.
 *
 * Time and memory are bounded: a text longer than PGW_MASKED bytes is truncated to half of that.
 */
enum { PGW_MASKED = 4096 };
void pgw_mask(char *text, const struct pgw_request *request);
/* The same for other secrets; one with a NULL `at` is skipped. */
void pgw_mask_texts(char *text, const struct pgw_text *secrets, size_t count);

#endif
