#ifndef SANDBOX_MODEL_MERCHANT_H
#define SANDBOX_MODEL_MERCHANT_H

#include "base/json.h"
#include "base/secret.h"

#include <stdbool.h>
#include <stdint.h>

/* What the bank configures for a shop. Stored as JSON, so that a new setting needs no new column. */
struct sandbox_settings {
	int64_t attempts;                 /* payment attempts per order */
	int64_t deposit_limit_percent;    /* how far a capture may go above the hold */
	int64_t multiple_deposits;        /* 1: a hold may be captured in parts */
	int64_t partial_reversal;         /* 1: a hold may be released in part */
	int64_t reverse_deposited;        /* 1: a captured order may be reversed on the same bank day */
	int64_t reverse_to_approved;      /* 1: reversing a captured two-phase order undoes the capture only */
	int64_t reverse_same_day;         /* 1: a hold may be reversed on its own bank day only */
	int64_t failed_reversal_final;    /* 1: after a failed reversal later ones fail too */
	int64_t deposit_minimum;          /* minimum amount of a capture */
	int64_t auto_completion_hours;    /* a hold is captured that long after registration; 0: never */
	int64_t auto_reverse_hours;       /* a hold is reversed that long after registration; 0: never */
	int64_t verify;                   /* 1: features=VERIFY is allowed */
	int64_t auto_payment;             /* 1: features=AUTO_PAYMENT is allowed */
	int64_t instant_refund;           /* 1: instantRefund.do is allowed */
	int64_t bindings;                 /* 1: cards may be stored, and stored cards used */
	int64_t force_create_binding;     /* 1: features=FORCE_CREATE_BINDING is allowed */
	int64_t binding_no_payment;       /* 1: createBindingNoPayment.do is allowed */
	int64_t binding_without_cvc;      /* 1: the payer may pay with a stored card without its CVC */
	int64_t industry_practice;        /* 1: industryPractice/paymentOrder.do is allowed */
	int64_t three_d_secure;           /* 1: cards meet 3-D Secure as their table says */
	int64_t own_mpi;                  /* 1: the shop may authenticate by itself with 3DS2; 2: also with 3DS1 */
	int64_t acs_timeout_action_code;  /* of an order that expires while its payer is at the ACS */
	int64_t receipt_secs;             /* how long a fiscal receipt is on its way */
	int64_t receipt_errors;           /* 1: no fiscal receipt arrives */
	int64_t deposit_amount_mandatory; /* 1: deposit.do needs an amount */
	int64_t completion_code_number;   /* 1: errorCode of deposit, reverse, refund and decline is a number */
	int64_t input_action_code;        /* actionCode of a wrong CVC or expiry */
	int64_t strict;                   /* 1: what the documents do not have is refused, not tolerated */
	int64_t magic_amounts;            /* 1: some amounts fail, see model/failure.c */
	int64_t status_version;           /* of getOrderStatusExtended.do */
	int64_t session_timeout_secs;     /* order lifetime */
	int64_t utc_offset_minutes;       /* zone of date parameters and of the bank's day */
	int64_t callback_enabled;         /* 0: shops are told of nothing */
	int64_t callback_tries;           /* how often a callback is tried before it is given up */
	int64_t callback_try_secs;        /* how long after a failed try the next one comes */
	int64_t callback_delay_secs;      /* how long each callback is held back */
	int64_t callback_repeat;          /* how often each event is told */
	int64_t callback_encode_twice;    /* 1: values are percent-encoded twice, as one bank does */
	int64_t callback_text_status;     /* 1: status is a text in JSON bodies */
	char term_url[513];               /* where ACSs post the result of 3DS1; empty: to the gateway */
	char signature_key[1025];         /* public key in PEM: requests must be signed; empty: they need not */
	char callback_address[513];       /* empty: only orders with dynamicCallbackUrl are told of */
	char callback_method[5];          /* GET, POST or JSON */
	char callback_type[8];            /* DYNAMIC: dynamicCallbackUrl of an order comes first; STATIC: it is ignored */
	char callback_signing[5];         /* none, hmac or rsa */
	char callback_secret[129];        /* the key of hmac */
	char callback_operations[257];
	char callback_parameters[1025]; /* names of what is sent beside the basic parameters */
	char callback_headers[1025];    /* JSON object */
	char currency[4];
	char language[3];
	char bank[9]; /* the profile */
	/* Not the bank's and never stored: the actionCode that the issuer declines with during this request; 0: none. */
	int64_t decline;
};

/* Owns no memory. Passwords and tokens are stored only as a keyed hash. */
struct sandbox_merchant {
	int64_t id;
	int64_t version; /* counts the changes */
	char user_name[101];
	char password_mac[SANDBOX_MAC_SIZE];
	char token_mac[SANDBOX_MAC_SIZE];
	char token_hint[SANDBOX_HINT_SIZE]; /* empty: there is no token */
	struct sandbox_settings settings;
};

struct sandbox_settings sandbox_settings_default(void);

/* Whether a text can be an Open-ID token: 1 to 256 printable characters of ASCII without blanks. */
bool sandbox_merchant_token_valid(const char *token);

/* Keeps the hash of a token and what may be shown of it; "" for none. */
void sandbox_merchant_set_token(
	struct sandbox_merchant *merchant, const unsigned char key[SANDBOX_KEY_SIZE], const char *token);

/* The bank whose profile merchants have by default, and whether they are strict. Called before a store is opened. */
void sandbox_settings_start_with(const char *bank, bool strict);

/* JSON text of the settings, for the store; the caller frees it. */
char *sandbox_settings_write(const struct sandbox_settings *settings);

/* The settings as they may be shown: of a secret only whether it is set. The caller owns the object. */
struct json_object *sandbox_settings_show(const struct sandbox_settings *settings);

enum sandbox_setting_result { SANDBOX_SETTING_DONE, SANDBOX_SETTING_UNKNOWN, SANDBOX_SETTING_WRONG };

/* Changes one setting, given as text, within the bounds of the table. A bank changes all settings of the profiles. */
enum sandbox_setting_result sandbox_setting_write(
	struct sandbox_settings *settings, const char *name, const char *value);

/* The bounds of a setting that is a number; false for any other name. */
bool sandbox_setting_bounds(const char *name, int64_t *least, int64_t *most);

/* The setting that contradicts another one, or NULL. */
const char *sandbox_settings_conflict(const struct sandbox_settings *settings);

/* Changes the settings named in a JSON object and ignores unknown names. False if the text is not an object. */
bool sandbox_settings_read(struct sandbox_settings *settings, const char *json);

#endif
