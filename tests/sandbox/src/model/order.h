#ifndef SANDBOX_MODEL_ORDER_H
#define SANDBOX_MODEL_ORDER_H

#include "model/column.h"
#include "model/tds.h"

#include <stddef.h>
#include <stdint.h>

/* orderStatus */
enum sandbox_state {
	SANDBOX_CREATED = 0,
	SANDBOX_APPROVED = 1,
	SANDBOX_DEPOSITED = 2,
	SANDBOX_REVERSED = 3,
	SANDBOX_REFUNDED = 4,
	SANDBOX_AUTHENTICATING = 5, /* at the issuer's ACS */
	SANDBOX_DECLINED = 6,
	SANDBOX_PENDING = 7,
	SANDBOX_PARTLY_DEPOSITED = 8,
};

/*
 * An order as the store keeps it. Owns its texts; sandbox_order_free() frees them. Each member but row has a row in
 * sandbox_order_columns. Amounts are in minor units, times in milliseconds (0: never).
 */
struct sandbox_order {
	int64_t row;
	int64_t merchant;
	int64_t state;
	int64_t action_code; /* of the last attempt */
	int64_t two_phase;
	int64_t verify; /* features=VERIFY: no money moves */
	int64_t attempts;
	int64_t amount;    /* registered */
	int64_t approved;  /* held, or paid at once */
	int64_t deposited; /* captured and not returned */
	int64_t refunded;
	int64_t created_at;
	int64_t expires_at;
	int64_t auto_deposit_at;
	int64_t auto_reverse_at;
	int64_t due_at; /* when the order next changes by itself */
	int64_t authorized_at;
	int64_t deposited_at;
	int64_t reversed_at;
	int64_t refunded_at;
	int64_t reversal_failed; /* 1: a reversal has failed, and there is no second one */
	int64_t eci;
	int64_t features;       /* bits of enum sandbox_feature */
	int64_t by_binding;     /* 1: the last attempt was with a stored card */
	int64_t unattended;     /* 1: the shop made the last attempt without the payer */
	int64_t captured_whole; /* 1: some capture did not name the positions of the cart */
	char *id;
	char *number;
	char *currency;
	char *description;
	char *language;
	char *return_url;
	char *fail_url;
	char *client_id;
	char *ip;
	char *email;
	char *phone;
	char *post_address;
	char *json_params;  /* JSON object */
	char *order_bundle; /* JSON object */
	char *cart;         /* JSON object: the ledger of cart.c */
	char *registration; /* JSON object: registration parameters without a column of their own */
	char *masked_pan;
	char *pan_mac;
	char *expiry; /* YYYYMM */
	char *cardholder;
	char *payment_system;
	char *approval_code;
	char *reference;     /* authRefNum */
	char *fixed_binding; /* bindingId of the registration: only this binding can pay */
	char *binding;       /* bindingId that the payment created or used */
	char *qr_code;       /* qrcId, by which the payer can pay */
	char *sberpay_phone; /* phone of the payer who was asked to pay by SberPay */
	char *subscription;  /* subscriptionId of the fast payment system */
	char *member;
	char *payment_way;      /* NULL: CARD or CARD_BINDING */
	char *original;         /* orderId of the order whose card paid by industry practice */
	char *practice;         /* tii of that payment */
	struct sandbox_tds tds; /* of the last attempt */
};

/* All members but row, which is the primary key. */
extern const struct sandbox_column sandbox_order_columns[];

/* An operation on an order's money, or an attempt that the issuer declined. */
enum sandbox_operation_type {
	SANDBOX_OPERATION_APPROVED,
	SANDBOX_OPERATION_DEPOSITED,
	SANDBOX_OPERATION_REVERSED,
	SANDBOX_OPERATION_REFUNDED,
	SANDBOX_OPERATION_VERIFIED,
	SANDBOX_OPERATION_DECLINED,
	SANDBOX_OPERATION_DECLINED_BY_TIMEOUT,
	SANDBOX_OPERATION_CREDITED, /* instantRefund.do: money to a card without a payment */
	SANDBOX_OPERATION_TYPES,
	SANDBOX_OPERATION_NONE = SANDBOX_OPERATION_TYPES, /* the order changes, its money does not: nothing is stored */
};

/* Names in the store and the control calls. */
extern const char *const sandbox_operation_names[SANDBOX_OPERATION_TYPES];

/* The practice whose payments add to the original order, where alone their money is returned. */
#define SANDBOX_PRACTICE_INCREMENT "IPI"

#define SANDBOX_APPROVAL_CODE_DIGITS 6
#define SANDBOX_REFERENCE_DIGITS     12

struct sandbox_operation {
	enum sandbox_operation_type type;
	int64_t order; /* row of the order */
	int64_t at;
	int64_t amount;      /* that moved */
	int64_t requested;   /* as the request named it; 0 may mean "everything" */
	int64_t action_code; /* of the issuer */
	char approval_code[SANDBOX_APPROVAL_CODE_DIGITS + 1];
	char reference[SANDBOX_REFERENCE_DIGITS + 1];
	char external_refund_id[36 * 4 + 1]; /* 36 characters of UTF-8; empty if none */
};

/* Gives the operation an approval code and a reference number. */
void sandbox_operation_assign_codes(struct sandbox_operation *operation);

/* Frees the texts and clears the order. */
void sandbox_order_free(struct sandbox_order *order);

#endif
