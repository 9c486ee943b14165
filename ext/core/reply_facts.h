/* What a reply says, read once: the gateway mixes types and spellings, and the judge needs neither. */
#ifndef PGW_REPLY_FACTS_H
#define PGW_REPLY_FACTS_H

#include "pgw.h"

enum pgw_code_form {
	PGW_CODE_ABSENT,  /* none, or null */
	PGW_CODE_NUMBER,  /* an integer, or a text that is one */
	PGW_CODE_TEXT,    /* a text such as "AA-000": a refusal without a number */
	PGW_CODE_UNCLEAR, /* anything else: nobody can say whether it means success */
};

struct pgw_reply_facts {
	const struct pgw_method *method; /* NULL for a path that the table lacks */
	const struct pgw_tree *tree;
	const void *root; /* an object; borrowed, like all that follows */

	enum pgw_code_form code_form;
	int64_t code;              /* 0 unless it is a number */
	struct pgw_text code_text; /* when it is a text */
	bool has_success, success, success_is_unclear;
	const void *failure;     /* the member that tells of an error, such as `error`; NULL: none does */
	struct pgw_text message; /* the gateway's words; empty: it gave none */
};

/* `root` must be an object of the tree. */
void pgw_reply_facts_read(struct pgw_reply_facts *facts, const struct pgw_method *method, int http_status,
	const struct pgw_tree *tree, const void *root);

/* A member that is not null, or NULL. */
const void *pgw_reply_member(const struct pgw_tree *tree, const void *object, const char *name);
/* An integer, or a text that is one in decimal. */
bool pgw_reply_integer(const struct pgw_tree *tree, const void *value, int64_t *to);

/* One of "a|b.c" is there, and is no empty text. NULL names nothing that must be there. */
bool pgw_reply_holds(const struct pgw_reply_facts *facts, const char *words);
/* The member of the method's `answer` has this value. */
bool pgw_reply_answers(const struct pgw_reply_facts *facts, const char *word);
/* The payment was declined, whatever the errorCode says. */
bool pgw_reply_says_declined(const struct pgw_reply_facts *facts);
/* The bank's code says that it is still at work. */
bool pgw_reply_says_pending(const struct pgw_reply_facts *facts);
bool pgw_reply_action_code(const struct pgw_reply_facts *facts, int64_t *code);

#endif
