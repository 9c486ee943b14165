/* What a reply says, read once, so that reply.c need not deal with the gateway's mix of types and spellings. */
#ifndef PGW_REPLY_FACTS_H
#define PGW_REPLY_FACTS_H

#include "pgw.h"

enum pgw_code_form {
	PGW_CODE_ABSENT,  /* none, or null */
	PGW_CODE_NUMBER,  /* an integer, or a text that is one */
	PGW_CODE_TEXT,    /* a text such as "AA-000": a refusal without a number */
	PGW_CODE_UNCLEAR, /* anything else: it may or may not mean success */
};

struct pgw_reply_facts {
	const struct pgw_method *method; /* NULL for a path that is not in the table */
	const struct pgw_tree *tree;
	const void *root; /* an object; borrowed, like everything below */

	enum pgw_code_form code_form;
	int64_t code;              /* for PGW_CODE_NUMBER; otherwise 0 */
	struct pgw_text code_text; /* for PGW_CODE_TEXT */
	bool has_success, success, success_is_unclear;
	const void *failure; /* the member that reports an error, such as `error`; or NULL */
};

/* `root` must be an object of the tree. */
void pgw_reply_facts_read(struct pgw_reply_facts *facts, const struct pgw_method *method, int http_status,
	const struct pgw_tree *tree, const void *root);

/* A member that is not null, or NULL. */
const void *pgw_reply_member(const struct pgw_tree *tree, const void *object, const char *name);
/* An integer, or a text that is a decimal integer. */
bool pgw_reply_integer(const struct pgw_tree *tree, const void *value, int64_t *to);

/* Does the reply contain one of "a|b.c", other than an empty text? True if `words` is NULL. */
bool pgw_reply_holds(const struct pgw_reply_facts *facts, const char *words);
/* Does the member of the method's `answer` have this value? */
bool pgw_reply_answers(const struct pgw_reply_facts *facts, const char *word);
/* Was the payment declined, regardless of the errorCode? */
bool pgw_reply_says_declined(const struct pgw_reply_facts *facts);
/* Does the bank's actionCode say that the payment is still being processed? */
bool pgw_reply_says_pending(const struct pgw_reply_facts *facts);
/* The gateway's message, or empty. */
struct pgw_text pgw_reply_message(const struct pgw_reply_facts *facts);
bool pgw_reply_action_code(const struct pgw_reply_facts *facts, int64_t *code);

#endif
