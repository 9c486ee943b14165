#ifndef SANDBOX_MODEL_TASK_H
#define SANDBOX_MODEL_TASK_H

#include "base/secret.h"
#include "model/column.h"
#include "model/schedule.h"

#include <stddef.h>
#include <stdint.h>

/* A recurring task: a stored card is charged on every date of its schedule. */

enum sandbox_task_state {
	SANDBOX_TASK_CREATED,    /* nothing paid yet */
	SANDBOX_TASK_ACTIVE,     /* something was paid */
	SANDBOX_TASK_FAILED,     /* too many dates in a row without payment */
	SANDBOX_TASK_COMPLETED,  /* no date left */
	SANDBOX_TASK_TERMINATED, /* terminated by the merchant */
	SANDBOX_TASK_EXPIRED,    /* the card has expired */
	SANDBOX_TASK_STATES,
};

extern const char *const sandbox_task_state_names[SANDBOX_TASK_STATES];

#define SANDBOX_TASK_FAILURES_MOST 3

/* Owns its texts; sandbox_task_free() frees them. Each member but row has a row in sandbox_task_columns. */
struct sandbox_task {
	int64_t row;
	int64_t merchant;
	int64_t state;
	int64_t amount;
	struct sandbox_schedule schedule;
	int64_t created_at;
	int64_t updated_at;
	int64_t paid_at;  /* time of the last payment; 0: none */
	int64_t due_at;   /* when the next one is due; 0: never */
	int64_t number;   /* of the next date */
	int64_t failures; /* consecutive dates without payment */
	char *id;
	char *merchant_id; /* merchantTaskUuid */
	char *binding;
	char *client_id;
	char *currency;
	char *cardholder;
	char *since, *till; /* as given */
	char *attributes;   /* JSON object */
	char *params;       /* JSON object */
};

extern const struct sandbox_column sandbox_task_columns[];

void sandbox_task_free(struct sandbox_task *task);

/* The payment attempt of one date. */
struct sandbox_task_attempt {
	int64_t task; /* row */
	int64_t number;
	int64_t executed_at;
	int64_t succeeded;
	char id[SANDBOX_UUID_SIZE];
	char payment_id[SANDBOX_UUID_SIZE];
	char order_id[SANDBOX_UUID_SIZE]; /* empty if the binding could not be charged */
	char order_number[37];
};

#endif
