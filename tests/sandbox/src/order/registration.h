#ifndef SANDBOX_ORDER_REGISTRATION_H
#define SANDBOX_ORDER_REGISTRATION_H

#include "call/call.h"

#include <stddef.h>

/* A parameter that is copied to a text of the order unchanged. */
struct sandbox_registration_text {
	const char *name;
	size_t offset; /* of a char * in struct sandbox_order */
};

/* Copies these parameters. Currency and language default to those of the merchant. */
void sandbox_registration_copy_texts(const struct sandbox_call *call, struct sandbox_order *order,
	const struct sandbox_registration_text *texts, size_t count);

/* Sets a new id; sets a number if the request has none. */
void sandbox_registration_set_id(struct sandbox_order *order);
void sandbox_registration_set_number(struct sandbox_order *order);

/*
 * Fills an order from the parameters of its registration. False after answering what is wrong; the caller frees it
 * either way.
 */
bool sandbox_registration_fill(const struct sandbox_call *call, struct sandbox_order *order, unsigned features);

#endif
