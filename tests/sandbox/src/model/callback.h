#ifndef SANDBOX_MODEL_CALLBACK_H
#define SANDBOX_MODEL_CALLBACK_H

#include "model/column.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * A callback that waits to be delivered, or was. Owns its texts; sandbox_callback_free() frees them. Each member but
 * row has a row in sandbox_callback_columns. Times are in milliseconds (0: never).
 */
struct sandbox_callback {
	int64_t row;
	int64_t merchant;
	int64_t created_at;
	int64_t next_at;      /* when it is due; 0: it is not */
	int64_t turn;         /* 0, or its place among those that are delivered one after the other */
	int64_t tries;        /* since it was last asked for */
	int64_t delivered_at; /* when it was last answered with 200 */
	char *operation;
	char *order_id; /* mdOrder; NULL for what is not about an order */
	char *order_number;
	char *address;    /* dynamicCallbackUrl of the order; NULL: the merchant's address at delivery */
	char *parameters; /* JSON object: what is signed and sent, as it was when the event happened */
	char *request;    /* of the last try: the URL of a GET, the body of a POST */
	char *log;        /* JSON array of {time, address, status, answer, error}, a member a try */
};

/* All members but row, which is the primary key. */
extern const struct sandbox_column sandbox_callback_columns[];

/* Frees the texts and clears the callback. */
void sandbox_callback_free(struct sandbox_callback *callback);

/* Values of the merchant's settings, as the bank's staff would enter them. */
bool sandbox_callback_address_valid(const char *text);    /* an http or https URL, or nothing */
bool sandbox_callback_method_valid(const char *text);     /* GET, POST, JSON */
bool sandbox_callback_type_valid(const char *text);       /* STATIC, DYNAMIC */
bool sandbox_callback_signing_valid(const char *text);    /* none, hmac, rsa */
bool sandbox_callback_operations_valid(const char *text); /* names of events, separated by commas */
bool sandbox_callback_parameters_valid(const char *text); /* names, separated by commas */
bool sandbox_callback_headers_valid(const char *text);    /* a JSON object of texts, or nothing */

#endif
