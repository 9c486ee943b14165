#ifndef SANDBOX_MERCHANT_H
#define SANDBOX_MERCHANT_H

#include "secret.h"

#include <stdbool.h>
#include <stdint.h>

/* What the bank sets for a shop. Kept in the store as JSON, so that a new setting needs no new column. */
struct sandbox_settings {
	int64_t attempts;              /* payment attempts per order */
	int64_t deposit_limit_percent; /* how far a capture may go above the hold */
	int64_t multiple_deposits;     /* 1: a hold may be captured in parts */
	int64_t partial_reversal;      /* 1: a hold may be released in part */
	int64_t reverse_deposited;     /* 1: a captured order may be reversed on the same bank day */
	int64_t verify;                /* 1: features=VERIFY is allowed */
	int64_t auto_payment;          /* 1: features=AUTO_PAYMENT is allowed */
	int64_t status_version;        /* of getOrderStatusExtended.do */
	int64_t session_timeout_secs;  /* order lifetime */
	int64_t utc_offset_minutes;    /* zone of date parameters and of the bank's day */
	char currency[4];
	char language[3];
};

/* Owns nothing but itself; texts are NUL-terminated. Passwords are kept as a keyed hash only. */
struct sandbox_merchant {
	int64_t id;
	char user_name[101];
	char password_mac[SANDBOX_MAC_SIZE];
	char token_mac[SANDBOX_MAC_SIZE];
	struct sandbox_settings settings;
};

struct sandbox_settings sandbox_settings_default(void);

/* JSON text of the settings; the caller frees it. */
char *sandbox_settings_write(const struct sandbox_settings *settings);

/* Changes the settings named in a JSON object; names it does not know stay without effect. False if it is no object. */
bool sandbox_settings_read(struct sandbox_settings *settings, const char *json);

#endif
