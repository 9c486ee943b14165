#ifndef SANDBOX_PAYMENT_ACS_H
#define SANDBOX_PAYMENT_ACS_H

#include "model/order.h"
#include "store/store.h"

#include <json-c/json.h>

/* The ACS of the issuer, and the gateway's 3DS server: their addresses, their messages, and what the payer does there.
 */

/* Addresses below the base URI (see sandbox_acs_url). */
#define SANDBOX_ACS_PAREQ  "acs/pareq"
#define SANDBOX_ACS_CREQ   "acs/creq"
#define SANDBOX_ACS_METHOD "acs/method"

/* Addresses below the root of the host, with ?threeDSServerTransID=. */
#define SANDBOX_TDS_GATHER       "3dsserver/api/v1/client/gather"
#define SANDBOX_TDS_NOTIFICATION "3dsserver/api/v1/acs/notification"
#define SANDBOX_TDS_PROCESS_FORM "process_form/start" /* with ?mdOrder= */

/* Where ACSs of 3DS1 post their answer unless the shop has another address. */
#define SANDBOX_TDS_TERM "rest/finish3ds.do"

/* An address below the base URI, or below the root of its host, with a query NAME=value. The caller frees it. */
char *sandbox_acs_url(const char *base_uri, const char *path);
char *sandbox_acs_root_url(const char *base_uri, const char *path, const char *name, const char *value);

/* Where the ACS posts its answer: the shop's address or the gateway's; shop is its address for 3DS1. The caller frees
 * it. */
char *sandbox_acs_term_url(const char *base_uri, const struct sandbox_order *order, const char *shop);

/* The messages to the ACS, packed: PaReq in Base64, CReq and threeDSMethodData in base64url. The caller frees them. */
char *sandbox_acs_pareq(const struct sandbox_order *order);
char *sandbox_acs_creq(const struct sandbox_order *order);
char *sandbox_acs_method_data(const struct sandbox_order *order, const char *notification_url);

/* Packs any other message in base64url, and frees the object. The caller frees the text. */
char *sandbox_acs_pack(struct json_object *message);

/* A member of such a message, as the browser brought it; NULL if there is none. The caller frees it. */
char *sandbox_acs_message_member(const char *message, bool url, const char *name);

/* What came of a request to the ACS. */
enum sandbox_acs_outcome {
	SANDBOX_ACS_UNKNOWN,  /* no such transaction waits for its payer */
	SANDBOX_ACS_ASKS,     /* for the code */
	SANDBOX_ACS_WRONG,    /* the code; the payer may type another one */
	SANDBOX_ACS_ANSWERED, /* the answer is in tds.message */
	SANDBOX_ACS_OVER,     /* the order has been ended meanwhile */
	SANDBOX_ACS_FAILED,   /* the store */
};

enum sandbox_acs_act { SANDBOX_ACS_OPENS, SANDBOX_ACS_TYPES, SANDBOX_ACS_CANCELS };

/* How many codes a payer may type. */
#define SANDBOX_ACS_CODES 3

/*
 * What the payer does at the ACS, which knows the transaction and its own id. Fills in the order, which the caller
 * frees, unless the outcome is UNKNOWN or FAILED.
 */
enum sandbox_acs_outcome sandbox_acs_visit(struct sandbox_store *store, const char *transaction, const char *acs_id,
	enum sandbox_acs_act act, const char *code, int64_t now, struct sandbox_order *order);

/* Notes that data of the browser came, to the 3DS server or to the issuer. */
enum sandbox_acs_note { SANDBOX_ACS_BROWSER_SEEN, SANDBOX_ACS_METHOD_DONE };
bool sandbox_acs_note(struct sandbox_store *store, const char *transaction, enum sandbox_acs_note what, int64_t now);

#endif
