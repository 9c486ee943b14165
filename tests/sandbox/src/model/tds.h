#ifndef SANDBOX_MODEL_TDS_H
#define SANDBOX_MODEL_TDS_H

#include <stdbool.h>
#include <stdint.h>

/* 3-D Secure: what a card does, how far an attempt has come, and what it means. No input or output. */

/* What the issuer of a card does. */
enum sandbox_tds_kind {
	SANDBOX_TDS_NONE,         /* the card is not enrolled */
	SANDBOX_TDS_FRICTIONLESS, /* 3DS2, the payer is asked nothing */
	SANDBOX_TDS_CHALLENGE,    /* 3DS2, the payer types a code at the ACS */
	SANDBOX_TDS_ATTEMPT,      /* 3DS2, the issuer takes no part */
	SANDBOX_TDS_FAILURE,      /* 3DS2, the issuer refuses without asking */
	SANDBOX_TDS1_CHALLENGE,   /* 3DS1, the payer types a code at the ACS */
	SANDBOX_TDS1_FAILURE,     /* 3DS1, the issuer refuses without asking */
	SANDBOX_TDS1_UNREACHABLE, /* 3DS1, no answer about the card */
};

/* Whether the issuer of such a card collects data of the browser before (threeDSMethodURL). */
bool sandbox_tds_has_method(enum sandbox_tds_kind kind);

/* How far an attempt has come. */
enum sandbox_tds_step {
	SANDBOX_TDS_STEP_NONE,
	SANDBOX_TDS_STEP_METHOD,    /* 3DS2: data of the browser are collected; the shop continues */
	SANDBOX_TDS_STEP_CHALLENGE, /* the payer is at the ACS, or on the way to it */
	SANDBOX_TDS_STEP_ANSWERED,  /* the ACS has the payer's answer; the payment is to be finished */
};

/* The last attempt with 3-D Secure: members of an order. */
struct sandbox_tds {
	int64_t step;
	int64_t kind;
	int64_t type;          /* threeDsType */
	int64_t action;        /* what the issuer will answer to the payment once the payer is authenticated */
	int64_t hosted;        /* 1: begun on the payment page */
	int64_t once;          /* 1: the order has one attempt */
	int64_t stores_card;   /* 1: a good payment stores the card */
	int64_t binding_type;  /* of the binding that it makes */
	int64_t card_right;    /* 1: the expiry was right */
	int64_t wrong_codes;   /* typed at the ACS */
	int64_t browser_seen;  /* 1: data of the browser came */
	int64_t method_done;   /* 1: the issuer has collected its data */
	char *server_trans_id; /* threeDSServerTransId */
	char *acs_trans_id;
	char *version; /* threeDSProtocolVersion; NULL without 3-D Secure */
	char *xid;     /* of 3DS2 dsTransID */
	char *cavv;
	char *veres; /* Y, N or U: transStatus of each message */
	char *pares;
	char *ares;
	char *rreq;
	char *message;    /* PaRes or CRes of the ACS, as it was sent */
	char *binding;    /* bindingId of the stored card that pays */
	char *finish_url; /* threeDSVer2FinishUrl: the shop finishes */
	char *term_url;   /* of the shop, where the ACS posts its answer; NULL: the gateway */
	char *method_url; /* threeDSMethodNotificationUrl of the shop */
};

/* Frees the texts and forgets the attempt. */
void sandbox_tds_clear(struct sandbox_tds *tds);

bool sandbox_tds_is_2(const struct sandbox_tds *tds);

/* What an authentication comes to. */
enum sandbox_tds_result { SANDBOX_TDS_SSL, SANDBOX_TDS_ATTEMPTED, SANDBOX_TDS_AUTHENTICATED };

/* The ECI of a payment system: VISA, MASTERCARD … */
int64_t sandbox_tds_eci(const char *payment_system, enum sandbox_tds_result result);

/* What such an ECI, of whatever payment system, says; false for one that no document has. */
bool sandbox_tds_result_of_eci(int64_t eci, enum sandbox_tds_result *result);

/* threeDsType, also called authenticationTypeIndicator and authTypeIndicator. */
enum sandbox_tds_type {
	SANDBOX_TDS_TYPE_SSL,
	SANDBOX_TDS_TYPE_1_FULL,
	SANDBOX_TDS_TYPE_1_ATTEMPT,
	SANDBOX_TDS_TYPE_2_FULL,
	SANDBOX_TDS_TYPE_2_FRICTIONLESS,
	SANDBOX_TDS_TYPE_2_ATTEMPT,
	SANDBOX_TDS_TYPE_2_EXEMPTION,
	SANDBOX_TDS_TYPE_3RI,
	SANDBOX_TDS_TYPE_3RI_ATTEMPT,
	SANDBOX_TDS_TYPES,
};

/* The name in callbacks (threeDSType): SSL, THREE_DS2_FULL … */
extern const char *const sandbox_tds_type_names[SANDBOX_TDS_TYPES];

#endif
