#ifndef SANDBOX_PAYMENT_WALLET_SHAPES_H
#define SANDBOX_PAYMENT_WALLET_SHAPES_H

#include "request/parameter.h"

/* The envelopes of wallet tokens and their plain texts, as the wallets publish them. */
extern const struct sandbox_shape sandbox_shape_apple_wrapping;
extern const struct sandbox_shape sandbox_shape_apple;
extern const struct sandbox_shape sandbox_shape_google_wrapping;
extern const struct sandbox_shape sandbox_shape_google_message;
extern const struct sandbox_shape sandbox_shape_google;
extern const struct sandbox_shape sandbox_shape_samsung_header;
extern const struct sandbox_shape sandbox_shape_samsung;
extern const struct sandbox_shape sandbox_shape_mir;

#endif
