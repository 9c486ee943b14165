#ifndef SANDBOX_PAYMENT_OWN_MPI_H
#define SANDBOX_PAYMENT_OWN_MPI_H

#include "order/transaction.h"
#include "payment/attempt.h"

/* Payments that the shop has authenticated by itself, with an MPI or 3DS server of its own, and 3RI. */

/* Whether the request brings the result of such an authentication: an eci in its jsonParams. */
bool sandbox_own_mpi_given(const struct sandbox_call *call);

/* Checks that result and writes it into the order. NULL, or why not. */
const struct sandbox_refusal *sandbox_own_mpi_apply(
	const struct sandbox_call *call, struct sandbox_order *order, enum sandbox_tds_result *result);

/* Whether the request asks for 3RI, by the type or by a parameter of the initiating payment. */
bool sandbox_3ri_asked(const struct sandbox_call *call);

/* Whether it is 3RI by Sberbank's names for a charge: dataEntryMode, and all of the initiating payment. */
bool sandbox_3ri_of_sberbank(const struct sandbox_call *call);

/*
 * Checks whether such a request may have it. initiated: the payment that stored the card was authenticated by this
 * gateway with 3DS2. NULL, or why not.
 */
const struct sandbox_refusal *sandbox_3ri_refuse(
	const struct sandbox_call *call, const struct sandbox_attempt *attempt, bool initiated);

#endif
