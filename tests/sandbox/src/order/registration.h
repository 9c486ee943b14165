#ifndef SANDBOX_ORDER_REGISTRATION_H
#define SANDBOX_ORDER_REGISTRATION_H

#include "call/call.h"

#include <stddef.h>

/* A parameter that goes to a text of the order as it is. */
struct sandbox_registration_text {
	const char *name;
	size_t offset; /* of a char * in struct sandbox_order */
};

/* Copies these parameters; currency and language, which every order has, are the merchant's where none is given. */
void sandbox_registration_copy_texts(const struct sandbox_call *call, struct sandbox_order *order,
	const struct sandbox_registration_text *texts, size_t count);

/* A new id, and a number for an order that came without one. */
void sandbox_registration_set_id(struct sandbox_order *order);
void sandbox_registration_set_number(struct sandbox_order *order);

/* An order from the parameters of its registration. False after answering what is wrong; the caller frees it anyway. */
bool sandbox_registration_fill(const struct sandbox_call *call, struct sandbox_order *order, unsigned features);

#endif
